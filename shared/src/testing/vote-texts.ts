import { buildProtocol } from '../protocol/build-protocol.ts';
import type { AppendixKind, Block, QuestionPart, Table } from '../protocol/document.ts';
import type { JournalEntry } from '../rules/events.ts';
import type { Question } from '../rules/session.ts';
import { LivedSession } from './lived-session.ts';
import { blockTexts } from './protocol-text.ts';
import { choice, nominee, plan, roll } from './protocol-samples.ts';

type Journal = { readonly entries: readonly JournalEntry[] };

export const tula = nominee('a', 'МФЦ города Тулы', 'Тульская область');
export const documents = nominee('b', 'МФЦ «Мои документы»', 'Пермский край');
export const klimova = nominee('c', 'Климова Екатерина Андреевна', 'Кировская область');

/** The best MFC among three nominees, changed where a test needs it. */
export const bestOf = (more: Partial<Question> = {}) =>
  choice('q', 'Лучший МФЦ', [tula, documents, klimova], more);

/** The first of the nine members presides without a vote: only then may there be a casting vote (rule 7.2). */
export const chairWithoutVote = {
  roll: roll.map((seat, index) => ({ ...seat, votes: index !== 0 })),
  establishedSeats: 8,
};

/** A session of the nine sample members on the morning of its day, those named in the hall, and open. */
export const sitting = (
  questions: Parameters<typeof plan>[0],
  more: Parameters<typeof plan>[1] = {},
  present: readonly string[] = [],
): LivedSession =>
  new LivedSession(plan(questions, more), '2021-06-25T06:50:00.000Z').arrive(...present).open();

const partOf = ({ entries }: Journal, number: number): QuestionPart => {
  const part = buildProtocol(entries, { version: '1' }).questions[number - 1];
  if (!part) throw new Error(`no question ${number}`);
  return part;
};

const appendixOf = ({ entries }: Journal, wanted: AppendixKind): readonly Block[] =>
  buildProtocol(entries, { version: '1' }).appendices.find(({ kind }) => kind === wanted)?.blocks ?? [];

const tableOf = (blocks: readonly Block[], title: string): readonly (readonly string[])[] => {
  const tables = blocks.filter((block): block is Table => block.type === 'table');
  const table = tables.find(({ columns }) => columns.some((each) => each.title === title)) ?? tables[0];
  return [
    (table?.columns ?? []).map((each) => each.title),
    ...(table?.rows ?? []).map(({ cells }) => cells),
  ].map((cells) => cells.map((cell) => cell.replaceAll('\u00A0', ' ')));
};

/** What is printed of the votes on a question, paragraph by paragraph and cell by cell. */
export const votesOn = (journal: Journal, number = 1): string[] => blockTexts(partOf(journal, number).votes);

export const resolvedOn = (journal: Journal, number = 1): string[] =>
  blockTexts(partOf(journal, number).resolved).slice(1);

export const blocksOfVotes = (journal: Journal, number = 1): readonly Block[] =>
  partOf(journal, number).votes;

/** Its header and its rows; of several tables the first. */
export const nomineesOf = (journal: Journal, number = 1): readonly (readonly string[])[] =>
  tableOf(partOf(journal, number).votes, 'Номинант');

export const appendixTexts = (journal: Journal, kind: AppendixKind): string[] =>
  blockTexts(appendixOf(journal, kind));

/** The table of an appendix that has a column of this title. */
export const appendixTable = (journal: Journal, kind: AppendixKind, title: string) =>
  tableOf(appendixOf(journal, kind), title);
