import { buildExtract } from '@open-ballot/shared/protocol/extract';
import { buildProtocol, type ProtocolOptions } from '@open-ballot/shared/protocol/build-protocol';
import type { ProtocolDocument } from '@open-ballot/shared/protocol/document';
import type { JournalEntry } from '@open-ballot/shared/rules/events';

export type RenderedFormat = 'docx' | 'pdf' | 'xlsx' | 'csv';

/** What a worker draws: a document, or a journal from which it builds the protocol or the extract of one question. */
export type Source =
  | { readonly document: ProtocolDocument }
  | {
      readonly journal: readonly JournalEntry[];
      readonly options: ProtocolOptions;
      readonly questionId?: string;
    };

export interface Rendering {
  readonly source: Source;
  readonly formats: readonly RenderedFormat[];
}

/** Throws `RangeError` where the journal is empty or has no such question. */
export function documentOf(source: Source): ProtocolDocument {
  if ('document' in source) return source.document;
  if (source.questionId === undefined) return buildProtocol(source.journal, source.options);
  const extract = buildExtract(source.journal, source.questionId, source.options);
  if (!extract) throw new RangeError(`the session has no question ${source.questionId}`);
  return extract;
}
