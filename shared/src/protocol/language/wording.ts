import type { Threshold } from '../../rules/plan/rule-set.ts';
import { nbsp } from './typography.ts';

/** One, few, many: «голос», «голоса», «голосов». */
export type Forms = readonly [one: string, few: string, many: string];

const plurals = new Intl.PluralRules('ru');

export function form(count: number, [one, few, many]: Forms): string {
  const category = plurals.select(count);
  return category === 'one' ? one : category === 'few' ? few : many;
}

/** «21 голос», «22 голоса», «25 голосов». */
export const counted = (count: number, forms: Forms): string => `${count}${nbsp}${form(count, forms)}`;

export const ofPeople: Forms = ['человек', 'человека', 'человек'];
/** After «из»: «из 21 члена», «из 22 членов». */
export const fromMembers: Forms = ['члена', 'членов', 'членов'];

/** A decimal number as Russian documents write it. */
export const withComma = (decimal: string): string => decimal.replace('.', ',');

const romanSigns = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** Places are written in Roman numerals: «II место». */
export function roman(place: number): string {
  let left = place;
  let numeral = '';
  for (const [value, sign] of romanSigns) {
    while (left >= value) {
      numeral += sign;
      left -= value;
    }
  }
  return numeral;
}

const namedShares: Readonly<Record<string, string>> = {
  '1/2': 'половины',
  '2/3': 'двух третей',
  '3/4': 'трёх четвертей',
  '1/3': 'одной трети',
};

/** «не менее половины», «более двух третей», «не менее 3/5». */
export function shareText({ n, d, compare }: Threshold): string {
  const share = n === d ? 'всех' : (namedShares[`${n}/${d}`] ?? `${n}/${d}`);
  return `${compare === 'at-least' ? 'не менее' : 'более'} ${share}`;
}

const instrumental: Readonly<Record<string, Readonly<Record<'one' | 'many', string>>>> = {
  победитель: { one: 'победителем', many: 'победителями' },
  лауреат: { one: 'лауреатом', many: 'лауреатами' },
  призёр: { one: 'призёром', many: 'призёрами' },
  призер: { one: 'призером', many: 'призерами' },
  финалист: { one: 'финалистом', many: 'финалистами' },
  дипломант: { one: 'дипломантом', many: 'дипломантами' },
};

/** An award that is handed over, where other labels say what a winner becomes: «диплом», and not «дипломант». */
const award =
  /(?<!\p{L})(?:грамота|диплом|благодарность|письмо|медаль|приз|премия|кубок|орден|знак|сертификат|награда|грант|стипендия)(?!\p{L})|^гран-при/iu;

export const isAward = (label: string): boolean => award.test(label.trim());

/** «Признать победителями …»; a label that cannot be declined is quoted, as the award or the title that it is. */
export function confer(label: string, count: number): string {
  const declined = instrumental[label.toLowerCase()];
  if (declined) return `Признать ${declined[count === 1 ? 'one' : 'many']}`;
  return isAward(label) ? `Присудить награду «${label}»` : `Присвоить звание «${label}»`;
}

/** The same as a statement about several who are equal: «Победителями признаны все эти номинанты.» */
export function conferredOnAll(label: string): string {
  const declined = instrumental[label.toLowerCase()];
  if (declined) return `${capitalised(declined.many)} признаны все эти номинанты.`;
  return isAward(label)
    ? `Награда «${label}» присуждена всем этим номинантам.`
    : `Звание «${label}» присвоено всем этим номинантам.`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What somebody wrote as a sentence, to stand in brackets or after a colon: without the stop that closed it. Its
 * capital letters stay, since which of them begins a name cannot be told; so does the stop of «г.» or of initials.
 */
export const asContinuation = (text: string): string => {
  const trimmed = text.trim();
  return cutShort.test(trimmed) ? trimmed : trimmed.replace(/\.$/, '');
};

const cutShort = /(?<!\p{L})(?:\p{L}|гг|пп|др|пр|ул|им|руб|коп|тыс|обл|экз|стр|чел|мин|корп)\.$/iu;

/** With a full stop, unless it has an end already. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
