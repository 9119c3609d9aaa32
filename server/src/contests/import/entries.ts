import {
  type ImportColumn,
  importColumns,
  type ImportKind,
  type RowWish,
  type SkippedRow,
  type SkipReason,
} from '@open-ballot/shared/contract/import';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { alike } from './alike.ts';
import type { HeadedTable, RecordRow } from './columns.ts';
import { type TableRow, textOf } from './table.ts';
import { meaningOf } from './titles.ts';
import { roleIn, voteBeside } from './values.ts';

/** What a row such as «Председатель комиссии:» says of the rows beneath it. */
export interface Section {
  readonly role?: SeatRole;
  readonly votes?: boolean;
  readonly nomination?: string;
}

export interface Entry {
  readonly record: RecordRow;
  readonly section: Section;
}

/** The rows that are entries, and those that are none, so that nothing is left out without a word. */
export interface SortedRows {
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedRow[];
}

export function sortedRows(
  table: HeadedTable,
  what: ImportKind,
  wishes: ReadonlyMap<number, RowWish>,
  /** Titles of nominations, which may stand above their nominees. */
  nominations: readonly string[] = [],
): SortedRows {
  const skipped: SkippedRow[] = table.above.map((row) => skippedAs(row, 'above'));
  const entries: Entry[] = [];
  const known = new Set(nominations.map(alike));
  const isNumbered = isMostlyNumbered(table);
  let section: Section = {};
  for (const row of table.beneath) {
    const treatment = wishes.get(row.number)?.as;
    const look = lookOf(row, table, what);
    const reason = treatment === undefined ? reasonIn(look, isNumbered, known) : undefined;
    if (reason === 'section') section = sectionIn(look);
    if (treatment === 'leave-out') skipped.push(skippedAs(row, 'left-out'));
    else if (reason) skipped.push(skippedAs(row, reason));
    else entries.push({ record: table.recordOf(row), section });
  }
  return { entries, skipped };
}

const skippedAs = ({ number, cells, hidden }: TableRow, reason: SkipReason): SkippedRow => ({
  row: number,
  text: cells
    .map(textOf)
    .filter((text) => text !== '')
    .join(' · '),
  reason,
  ...(hidden && { hidden }),
});

/** A row as somebody sees it who runs an eye down the page. */
interface Look {
  readonly what: ImportKind;
  /** Its filled cells from left to right, the one that numbers it aside. */
  readonly texts: readonly string[];
  readonly number: string;
  readonly name: string;
  /** How many of its cells are in columns that are read. */
  readonly read: number;
  /** One text across columns of different meanings. */
  readonly isAcross: boolean;
  readonly isOfTitles: boolean;
}

function lookOf(row: TableRow, table: HeadedTable, what: ImportKind): Look {
  const filled = row.cells.flatMap((cell, index) =>
    textOf(cell) === '' ? [] : [{ index, text: textOf(cell) }],
  );
  const number = table.numbers === undefined ? '' : textOf(row.cells[table.numbers]);
  const isNumber = /^\d*[.)]?$/.test(number);
  const others = filled.filter(({ index }) => !(isNumber && index === table.numbers));
  const names = table.indexesOf('name');
  const read = new Set(importColumns[what].flatMap((column: ImportColumn) => table.indexesOf(column)));
  const beyondName = (row.spans ?? []).some(
    ({ from, to }) => others[0]?.index === from && (!names.includes(from) || !names.includes(to)),
  );
  return {
    what,
    texts: others.map(({ text }) => text),
    number: isNumber ? number : '',
    name: names
      .map((index) => textOf(row.cells[index]))
      .filter((text) => text !== '')
      .join(' '),
    read: filled.filter(({ index }) => read.has(index)).length,
    isAcross: others.length === 1 && beyondName,
    isOfTitles:
      others.length > 0 &&
      others.every(
        ({ index, text }) =>
          alike(text) === alike(table.titles[index] ?? '') || meaningOf(what, text) !== undefined,
      ),
  };
}

const numbering = /^(?:1 2|а б|a b)(?: |$)/;
const ruled = /_{3,}|\(\s*(?:личная )?подпись|расшифровка подписи|(?:^|\s)м\.\s?п\.?$/i;
const totals =
  /^(?:итого|всего|total|подытог|в том числе)(?: |$)|^(?:средн\p{L}+|общ\p{L}+|максимальн\p{L}+|минимальн\p{L}+) (?:балл|сумм|количеств|оценк|числ)/u;
const notes =
  /^(?:примечани|прим |исполнител|исп |приложени[ея] (?:no|к) |составил|проверил|согласован|утвержда|утвержден|ознакомлен|дата |по состоянию|список |тел |source|note|notes|prepared by)/u;
/** People in the plural, and what parts a list of entries. */
const groups: Readonly<Record<ImportKind, RegExp>> = {
  members:
    /^(?:состав|члены|заместители|сопредседатели|секретари|эксперты|независимые|приглашенные|представители|наблюдатели|кандидаты|резерв|из числа|с правом|без права|с решающим|с совещательным|раздел|группа|подгруппа|members|deputies|experts|representatives|observers)(?: |$)/,
  nominees: /^(?:номинаци|категори|подноминаци|раздел |группа |nomination|category|section )/,
};

/** Why a row is no entry. Whoever sees it otherwise can say so. */
function reasonIn(look: Look, isNumbered: boolean, nominations: ReadonlySet<string>): SkipReason | undefined {
  const { what, texts, number, name, read, isAcross } = look;
  const [first = ''] = texts;
  const words = alike(first);
  const all = [number, ...texts]
    .map((text) => alike(text))
    .join(' ')
    .trim();
  if (numbering.test(all) && isCount(all)) return 'numbering';
  if (texts.length === 0) return 'nothing-read';
  if (look.isOfTitles && meaningOf(what, name) !== undefined && !isRole(look)) return 'header';
  if (texts.some((text) => ruled.test(text))) return 'signature';
  if (totals.test(words)) return 'total';
  if (texts.length === 1) {
    if (first.endsWith(':') || isAcross || groups[what].test(words) || isRole(look)) return 'section';
    if (nominations.has(words)) return 'section';
    if (first.startsWith('*') || notes.test(words)) return 'note';
    if (name === '' && read <= 1 && !/^[\d.,\s%-]+$/.test(first)) return 'section';
    if (isNumbered && number === '' && name !== '') return 'section';
  } else if (isRole(look)) return 'signature';
  return read === 0 ? 'nothing-read' : undefined;
}

/** A post in a commission where a name should be. */
const isRole = ({ what, texts: [first = ''] }: Look): boolean =>
  what === 'members' && roleIn(first) !== undefined;

/** «1 2 3 4», «А Б 1 2». */
function isCount(text: string): boolean {
  const parts = text.split(' ');
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  return (
    parts.every((part) => /^(?:\d{1,2}|\p{L})$/u.test(part)) && numbers.every((each, at) => each === at + 1)
  );
}

/** Whether nearly all rows have a number, so that one without it is none of them. */
function isMostlyNumbered({ numbers, beneath }: HeadedTable): boolean {
  if (numbers === undefined) return false;
  const numbered = beneath.filter(({ cells }) => /^\d+[.)]?$/.test(textOf(cells[numbers]))).length;
  return numbered >= 2 && 2 * numbered > beneath.length;
}

const nominationTitle =
  /^(?:в\s+)?номинация\s*(?:(?:№|No)\s*)?(?:[\divx]+\s*[.):–-]*)?\s*[:.–-]?\s*(.+?)\s*:?$/iu;

function sectionIn({ what, texts: [text = ''] }: Look): Section {
  if (what === 'members') {
    const role = roleIn(text);
    const votes = voteBeside(text);
    return { ...(role && { role }), ...(votes !== undefined && { votes }) };
  }
  const [, title = ''] = nominationTitle.exec(text) ?? [];
  const nomination = unquoted(title === '' ? text.replace(/:$/, '') : title);
  return { nomination };
}

/** A title without the quotation marks around all of it. */
function unquoted(title: string): string {
  const [, inner] = /^[«"“„]([^«»"“”„]+)[»"”“]$/.exec(title) ?? [];
  return inner ?? title;
}
