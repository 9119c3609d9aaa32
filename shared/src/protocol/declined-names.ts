import { quoted } from './typography.ts';

const feminine: readonly (readonly [RegExp, string])[] = [
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
];

/**
 * «Центральная конкурсная комиссия» → «центральной конкурсной комиссии», for «заседания …».
 * Undefined where the name is no such commission and cannot be declined by rule.
 */
export function genitiveOfCommission(commission: string): string | undefined {
  const words = commission.trim().split(/\s+/);
  const noun = words.findIndex((each) => /^комиссия$/iu.test(each));
  if (noun < 0) return undefined;
  const declined: string[] = [];
  for (const each of words.slice(0, noun)) {
    const ending = feminine.find(([pattern]) => pattern.test(each));
    if (!ending) return undefined;
    declined.push(each.replace(ending[0], ending[1]));
  }
  const [first = '', ...rest] = [...declined, 'комиссии', ...words.slice(noun + 1)];
  return [first.charAt(0).toLowerCase() + first.slice(1), ...rest].join(' ');
}

/** «Всероссийский конкурс «…»» and a bare title alike → «Всероссийского конкурса «…»», «конкурса «…»». */
export function genitiveOfContest(title: string): string {
  const match = /^(?:(\p{Lu}\p{L}*(?:ий|ый|ой))\s+)?конкурс(?=\s)/iu.exec(title);
  if (!match) return `конкурса «${title.replace(/^\s*[«"](.*)[»"]\s*$/, '$1')}»`;
  const adjective = match[1]
    ?.replace(/(?:ый|ой)$/u, 'ого')
    .replace(/([кгх])ий$/u, '$1ого')
    .replace(/ий$/u, 'его');
  return `${adjective ? `${adjective} ` : ''}конкурса${title.slice(match[0].length)}`;
}

/** «заседания центральной конкурсной комиссии»; a body that cannot be declined stands after «заседания» in quotes. */
export function sessionOf(commission: string | undefined): string {
  if (commission === undefined) return 'заседания комиссии';
  return `заседания ${genitiveOfCommission(commission) ?? quoted(commission)}`;
}
