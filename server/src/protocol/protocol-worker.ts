import { parentPort, workerData } from 'node:worker_threads';
import { renderCsv } from './render-csv.ts';
import { renderJson } from './render-json.ts';
import { builtOf, type Built, type RenderedFormat, type Rendering } from './rendering.ts';

const { journal, options, formats } = workerData as Rendering;

let made: Built | undefined;
const built = (): Built => (made ??= builtOf({ journal, options }));

// The libraries are loaded only for the format that is asked for: each costs a few hundred milliseconds.
const renderers: Readonly<Record<RenderedFormat, () => Promise<Buffer> | Buffer>> = {
  docx: async () => (await import('./render-docx.ts')).renderDocx(built().document),
  pdf: async () => (await import('./pdf/render-pdf.ts')).renderPdf(built().document),
  xlsx: async () => (await import('./render-xlsx.ts')).renderXlsx(built().sheets),
  csv: () => renderCsv(built().document),
  json: () => renderJson(journal, options.version),
};

const files: Partial<Record<RenderedFormat, Buffer>> = {};
for (const format of formats) files[format] = await renderers[format]();
parentPort?.postMessage(files);
