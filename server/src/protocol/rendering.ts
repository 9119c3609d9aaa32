import { buildExtract } from '@open-ballot/shared/protocol/extract';
import { buildProtocol, type ProtocolOptions } from '@open-ballot/shared/protocol/build-protocol';
import type { ProtocolDocument } from '@open-ballot/shared/protocol/document';
import type { JournalEntry } from '@open-ballot/shared/rules/events';

export const renderedFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type RenderedFormat = (typeof renderedFormats)[number];

/** What to build of a journal: the protocol, or the extract of one question. */
export interface RenderingOptions extends ProtocolOptions {
  readonly questionId?: string;
}

/** What a worker is asked for. */
export interface Rendering {
  /** Exported entries, one a text: texts cross to another thread many times faster than objects. */
  readonly journal: readonly string[];
  readonly options: RenderingOptions;
  readonly formats: readonly RenderedFormat[];
}

/** Throws `RangeError` where the journal is empty or has no such question. */
export function documentOf({
  journal,
  options: { questionId, ...options },
}: Pick<Rendering, 'journal' | 'options'>): ProtocolDocument {
  const entries = journal.map((text) => JSON.parse(text) as JournalEntry);
  if (questionId === undefined) return buildProtocol(entries, options);
  const extract = buildExtract(entries, questionId, options);
  if (!extract) throw new RangeError(`the session has no question ${questionId}`);
  return extract;
}
