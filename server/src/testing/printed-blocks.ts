import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { renderPdf } from '../protocol/pdf/render-pdf.ts';

/** A document of nothing but these blocks. */
export const documentOf = (blocks: readonly Block[]): ProtocolDocument => ({
  title: 'Протокол',
  author: 'Комиссия',
  status: 'issued',
  header: [],
  intro: blocks,
  agenda: [],
  questions: [],
  dissents: [],
  appendixList: [],
  signatures: [],
  appendices: [],
  smallPrint: [],
});

/** The same as a PDF. */
export const printed = (blocks: readonly Block[]): Promise<Buffer> => renderPdf(documentOf(blocks));
