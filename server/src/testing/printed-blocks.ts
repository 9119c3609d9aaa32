import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { renderPdf } from '../protocol/pdf/render-pdf.ts';

const blank: ProtocolDocument = {
  title: 'Протокол',
  author: 'Комиссия',
  status: 'issued',
  header: [],
  intro: [],
  agenda: [],
  questions: [],
  dissents: [],
  appendixList: [],
  signatures: [],
  appendices: [],
  smallPrint: [],
};

/** A PDF of nothing but these blocks. */
export const printed = (blocks: readonly Block[]): Promise<Buffer> => renderPdf({ ...blank, intro: blocks });
