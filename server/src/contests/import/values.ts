import type { SeatRole } from '@open-ballot/shared/rules/session';
import { isMoment } from '../../shapes/moment.ts';
import { alike } from './alike.ts';
import { type Cell, isDate, secondOf, textOf } from './table.ts';
import { momentOnClock } from './wall-clock.ts';

/** Each gives the value of a cell with something in it, or undefined where it cannot be read as one. */

/** Digits with a point, as the rules read them. Spaces between thousands and a decimal comma are accepted. */
export function decimalIn(cell: Cell): string | undefined {
  const text = textOf(cell).replaceAll(' ', '').replace('−', '-').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
}

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?`;
const dayFirst = new RegExp(
  String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?: ?г\.?)?(?:,? ${clock})?$`,
);
const yearFirst = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[ T]${clock})?$`);

/** A UTC moment of a day with or without a time on the clock of a time zone; or a moment with its own offset. */
export function momentIn(cell: Cell, timeZone: string): string | undefined {
  const text = textOf(cell);
  if (!isDate(cell) && isMoment(text)) return new Date(text).toISOString();
  const local = isDate(cell) ? secondOf(cell) : localIn(text);
  // A moment of the wrong century is a slip of the hand, which the forms do not take either.
  return local !== undefined && isMoment(`${local}Z`) ? momentOnClock(local, timeZone) : undefined;
}

function localIn(text: string): string | undefined {
  const groups = (dayFirst.exec(text) ?? yearFirst.exec(text))?.groups;
  if (!groups) return undefined;
  const two = (name: string): string => (groups[name] ?? '').padStart(2, '0');
  return `${groups['year']}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}:${two('second')}`;
}

const roleWords: Readonly<Record<SeatRole, readonly string[]>> = {
  chair: [
    'председатель',
    'председатель комиссии',
    'председательствующий',
    'chair',
    'chairman',
    'chairperson',
    'chairwoman',
  ],
  'deputy-chair': [
    'заместитель председателя',
    'заместитель председателя комиссии',
    'зам. председателя',
    'зампредседателя',
    'deputy chair',
    'deputy chairman',
    'vice chair',
  ],
  secretary: ['секретарь', 'секретарь комиссии', 'ответственный секретарь', 'secretary'],
  member: ['член комиссии', 'член', 'участник комиссии', 'member', 'member of the commission'],
};
const roles = new Map(
  Object.entries(roleWords).flatMap(([role, words]) => words.map((word) => [alike(word), role as SeatRole])),
);

export const roleIn = (cell: Cell): SeatRole | undefined => roles.get(alike(textOf(cell)));

const yes = [
  'да',
  'есть',
  'имеет',
  'с правом голоса',
  'с голосом',
  'решающий',
  'истина',
  'yes',
  'true',
  'y',
  '1',
  '+',
];
const no = [
  'нет',
  'не имеет',
  'без права голоса',
  'без голоса',
  'совещательный',
  'ложь',
  'no',
  'false',
  'n',
  '0',
];
const votes = new Map<string, boolean>([
  ...yes.map((word) => [word, true] as const),
  ...no.map((word) => [word, false] as const),
  ['-', false],
  ['–', false],
]);

export const voteIn = (cell: Cell): boolean | undefined => votes.get(textOf(cell).toLowerCase());

const errors =
  'NULL! DIV/0! VALUE! REF! NAME? NUM! N/A SPILL! CALC! ПУСТО! ДЕЛ/0! ЗНАЧ! ССЫЛКА! ИМЯ? ЧИСЛО! Н/Д'.split(
    ' ',
  );

/** Whether a formula came to an error in this cell. */
export const isBroken = (cell: Cell): boolean =>
  typeof cell === 'string' && errors.includes(cell.trim().replace(/^#/, '')) && cell.trim().startsWith('#');
