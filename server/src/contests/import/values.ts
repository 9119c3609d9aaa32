import type { SeatRole } from '@open-ballot/shared/rules/session';
import { isMoment } from '../../shapes/moment.ts';
import { phrasesMatcher } from './phrases.ts';
import { unkept } from './sheet-marks.ts';
import { type Cell, digitsOf, isDate, secondOf, textOf } from './table.ts';
import { momentOnClock } from './wall-clock.ts';

/** Each gives the value of a cell with something in it, or undefined where it cannot be read as one. */

/** Digits with a point, as the rules read them. Spaces between thousands and a decimal comma are accepted. */
export function decimalIn(cell: Cell): string | undefined {
  const spelled = textOf(cell).replaceAll(' ', '').replace('−', '-').replace(',', '.');
  const text = /^-?\d+\.\d{13,}$/.test(spelled) ? digitsOf(Number(spelled)) : spelled;
  return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
}

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?`;
const months = 'янв фев мар апр ма июн июл авг сен окт ноя дек'.split(' ');
const dayFirst = new RegExp(
  String.raw`^(?<day>\d{1,2})(?:\.(?<month>\d{1,2})\.| (?<word>[а-я]{3,8}) )(?<year>\d{4})(?: ?г(?:\.|ода)?)?(?:,?(?: в)? ${clock})?$`,
  'i',
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
  const word = groups['word']?.toLowerCase();
  const month = word === undefined ? two('month') : monthOf(word);
  return `${groups['year']}-${month}-${two('day')}T${two('hour')}:${two('minute')}:${two('second')}`;
}

/** «декабря», «дек»; 00 is no month. */
const monthOf = (word: string): string =>
  String(months.findLastIndex((month) => word.startsWith(month)) + 1).padStart(2, '0');

const roleWords: readonly (readonly [SeatRole, readonly string[]])[] = [
  ['chair', ['председатель', 'председательствующий', 'chair', 'chairman', 'chairperson', 'chairwoman']],
  [
    'deputy-chair',
    [
      ...['заместитель председателя', 'зам председателя', 'зампредседателя', 'зампред', 'вице председатель'],
      ...['deputy chair', 'deputy chairman', 'deputy chairperson', 'vice chair', 'vice chairman'],
    ],
  ],
  ['secretary', ['секретарь', 'ответственный секретарь', 'secretary']],
  ['member', ['член', 'участник', 'член комиссии', 'рядовой член', 'member']],
];
const roleOf = phrasesMatcher(
  roleWords,
  'комиссии жюри конкурсной конкурса центральной региональной рабочей группы совета комитета первый of the commission jury',
);
/** What is said of the vote beside a role: «секретарь (без права голоса)». */
const ofTheVote =
  /[(,;–—-]?\s*(?<negation>без|не имеет|не|нет)?\s*(?:с |имеет |имеющий )?\s*(?:права?(?:ом)?\s+)?(?:(?<word>решающ|совещательн)\p{L}*\s+)?голос\p{L}*\)?/iu;

export const roleIn = (cell: Cell): SeatRole | undefined => roleOf(textOf(cell).replace(ofTheVote, ' '));

/** What a text about something else, such as a role, says of the vote. */
export function voteBeside(text: string): boolean | undefined {
  const said = ofTheVote.exec(text)?.groups;
  if (!said) return undefined;
  return said['negation'] === undefined && said['word']?.toLowerCase() !== 'совещательн';
}

const yes = 'да есть имеет имеется голосует решающий истина yes true y д 1 + v ✓ ✔ ☑'.split(' ');
const no = 'нет отсутствует совещательный ложь no false n н 0 - – —'
  .split(' ')
  .concat('не имеет', 'не голосует');
const votes = new Map<string, boolean>([
  ...yes.map((word) => [word, true] as const),
  ...no.map((word) => [word, false] as const),
]);

export function voteIn(cell: Cell): boolean | undefined {
  const text = textOf(cell).toLowerCase();
  return votes.get(text) ?? voteBeside(text);
}

const errors =
  'NULL! DIV/0! VALUE! REF! NAME? NUM! N/A SPILL! CALC! ПУСТО! ДЕЛ/0! ЗНАЧ! ССЫЛКА! ИМЯ? ЧИСЛО! Н/Д'.split(
    ' ',
  );

/** Whether a formula came to an error in this cell, or the file does not hold what it came to. */
export const isBroken = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  (cell.startsWith(unkept) ||
    (errors.includes(cell.trim().replace(/^#/, '')) && cell.trim().startsWith('#')));
