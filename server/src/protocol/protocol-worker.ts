import { parentPort, workerData } from 'node:worker_threads';
import type { ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { renderCsv } from './render-csv.ts';
import { documentOf, type RenderedFormat, type Rendering } from './rendering.ts';

// The libraries are loaded only for the format that is asked for: each costs a few hundred milliseconds.
const renderers: Readonly<Record<RenderedFormat, (document: ProtocolDocument) => Promise<Buffer> | Buffer>> =
  {
    docx: async (document) => (await import('./render-docx.ts')).renderDocx(document),
    pdf: async (document) => (await import('./render-pdf.ts')).renderPdf(document),
    xlsx: async (document) => (await import('./render-xlsx.ts')).renderXlsx(document),
    csv: renderCsv,
  };

const { source, formats } = workerData as Rendering;
const document = documentOf(source);
const files: Partial<Record<RenderedFormat, Buffer>> = {};
for (const format of formats) files[format] = await renderers[format](document);
parentPort?.postMessage(files);
