import type { Threshold } from '../rules/plan/rule-set.ts';

export type Language = 'ru' | 'en';

/** One, few, many: «голос», «голоса», «голосов»; in English one and other: “vote”, “votes”. */
export type Forms = readonly [one: string, few: string, many: string];
export type EnglishForms = readonly [one: string, other: string];

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

/** The form that goes with a number; how many forms there are tells the language. */
export function form(count: number, forms: Forms | EnglishForms): string {
  if (forms.length === 2) return forms[plurals.en.select(count) === 'one' ? 0 : 1];
  const category = plurals.ru.select(count);
  return forms[category === 'one' ? 0 : category === 'few' ? 1 : 2];
}

/** «21 голос», «22 голоса», “25 votes”: the number and its word stay on one line. */
export const counted = (count: number, forms: Forms | EnglishForms): string =>
  `${count}\u00A0${form(count, forms)}`;

/** A decimal number, kept with a point, as people write it. */
export const decimal = (language: Language, text: string): string =>
  language === 'ru' ? text.replace('.', ',') : text;

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

interface ShareWords extends Readonly<Record<Threshold['compare'], string>> {
  readonly named: Readonly<Record<string, string>>;
  readonly all: string;
}

const shares: Readonly<Record<Language, ShareWords>> = {
  ru: {
    'at-least': 'не менее',
    'more-than': 'более',
    named: {
      '0/1': '0 %',
      '1/2': 'половины',
      '1/3': 'одной трети',
      '1/4': 'четверти',
      '2/3': 'двух третей',
      '3/4': 'трёх четвертей',
    },
    all: 'всех',
  },
  en: {
    'at-least': 'at least',
    'more-than': 'more than',
    named: {
      '0/1': '0%',
      '1/2': 'half',
      '1/3': 'a third',
      '1/4': 'a quarter',
      '2/3': 'two thirds',
      '3/4': 'three quarters',
    },
    all: 'all',
  },
};

/** «не менее половины», «более двух третей», “at least 3/5”. A number not filled in yet stays open. */
export function share(language: Language, { n, d, compare }: Threshold): string {
  const words = shares[language];
  const named = Object.keys(words.named).find((each) => {
    const [part = 0, whole = 1] = each.split('/').map(Number);
    return d > 0 && n * whole === d * part;
  });
  const [part, whole] = [n, d].map((number) => (Number.isNaN(number) ? '…' : number));
  return `${words[compare]} ${n === d ? words.all : named ? words.named[named] : `${part}/${whole}`}`;
}
