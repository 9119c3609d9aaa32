import { parentPort, workerData } from 'node:worker_threads';
import type { ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { renderCsv } from './render-csv.ts';
import { renderJson } from './render-json.ts';
import { documentOf, type RenderedFormat, type Rendering } from './rendering.ts';

const { journal, options, formats } = workerData as Rendering;

let built: ProtocolDocument | undefined;
const document = (): ProtocolDocument => (built ??= documentOf({ journal, options }));

// The libraries are loaded only for the format that is asked for: each costs a few hundred milliseconds.
const renderers: Readonly<Record<RenderedFormat, () => Promise<Buffer> | Buffer>> = {
  docx: async () => (await import('./render-docx.ts')).renderDocx(document()),
  pdf: async () => (await import('./render-pdf.ts')).renderPdf(document()),
  xlsx: async () => (await import('./render-xlsx.ts')).renderXlsx(document()),
  csv: () => renderCsv(document()),
  json: () => renderJson(journal, options.version),
};

const files: Partial<Record<RenderedFormat, Buffer>> = {};
for (const format of formats) files[format] = await renderers[format]();
parentPort?.postMessage(files);
