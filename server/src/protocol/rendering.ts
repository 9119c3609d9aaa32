import { buildExtract } from '@open-ballot/shared/protocol/extract';
import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import type { ProtocolOptions } from '@open-ballot/shared/protocol/imprint';
import type { ProtocolDocument, Sheet } from '@open-ballot/shared/protocol/document';
import { recordOf } from '@open-ballot/shared/protocol/session-record';
import { buildSheets } from '@open-ballot/shared/protocol/sheets/sheets';
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

/** What a journal is made into; it is read only once for both. */
export interface Built {
  readonly document: ProtocolDocument;
  readonly sheets: readonly Sheet[];
}

/** Throws `RangeError` where the journal is empty or has no such question; an extract has no sheets. */
export function builtOf({
  journal,
  options: { questionId, ...options },
}: Pick<Rendering, 'journal' | 'options'>): Built {
  const entries = journal.map((text) => JSON.parse(text) as JournalEntry);
  const record = recordOf(entries);
  let document: ProtocolDocument | undefined;
  let sheets: readonly Sheet[] | undefined;
  return {
    get document() {
      return (document ??=
        questionId === undefined
          ? buildProtocol(entries, options, record)
          : extractOf(buildExtract(entries, questionId, options, record), questionId));
    },
    get sheets() {
      return (sheets ??= questionId === undefined ? buildSheets(entries, options, record) : []);
    },
  };
}

function extractOf(extract: ProtocolDocument | undefined, questionId: string): ProtocolDocument {
  if (!extract) throw new RangeError(`the session has no question ${questionId}`);
  return extract;
}
