import { quoted } from './typography.ts';

/** How a noun of a kind of name goes into the genitive, and the endings of the adjectives before it. */
interface Declension {
  readonly noun: RegExp;
  readonly genitive: string;
  readonly adjectives: readonly (readonly [ending: RegExp, genitive: string])[];
}

const feminine: Declension['adjectives'] = [
  [/(?<=[жчшщ])ая$/u, 'ей'],
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
  [/ья$/u, 'ьей'],
];
const masculine: Declension['adjectives'] = [
  [/(?:ый|ой|(?<=[гкх])ий)$/u, 'ого'],
  [/(?<=трет)ий$/iu, 'ьего'],
  [/ий$/u, 'его'],
];
const neuter: Declension['adjectives'] = [
  [/(?<=[жчшщ])ее$/u, 'его'],
  [/ое$/u, 'ого'],
  [/ее$/u, 'его'],
];

const noun = (nominative: string, genitive: string, adjectives: Declension['adjectives']): Declension => ({
  noun: new RegExp(`^${nominative}$`, 'iu'),
  genitive,
  adjectives,
});

const bodies: readonly Declension[] = [
  noun('комиссия', 'комиссии', feminine),
  noun('подкомиссия', 'подкомиссии', feminine),
  noun('коллегия', 'коллегии', feminine),
  noun('группа', 'группы', feminine),
  noun('совет', 'совета', masculine),
  noun('комитет', 'комитета', masculine),
  noun('подкомитет', 'подкомитета', masculine),
  noun('оргкомитет', 'оргкомитета', masculine),
  noun('президиум', 'президиума', masculine),
  noun('штаб', 'штаба', masculine),
  noun('жюри', 'жюри', neuter),
  noun('бюро', 'бюро', neuter),
];

const contests: readonly Declension[] = [
  noun('конкурс', 'конкурса', masculine),
  noun('смотр-конкурс', 'смотра-конкурса', masculine),
  noun('этап', 'этапа', masculine),
  noun('финал', 'финала', masculine),
  noun('фестиваль', 'фестиваля', masculine),
  noun('премия', 'премии', feminine),
  noun('олимпиада', 'олимпиады', feminine),
];

/** Adjectives that a contest bears as the beginning of its own name. */
const proper = /^(?:Всероссийск|Общероссийск|Международн|Национальн|Межрегиональн)/u;

/**
 * «Центральная конкурсная комиссия» → «центральной конкурсной комиссии», for «заседания …».
 * Undefined where the name is none of the known bodies and cannot be declined by rule.
 */
export function genitiveOfCommission(commission: string): string | undefined {
  const genitive = declined(commission, bodies);
  return genitive && lowerCased(genitive);
}

/** «Всероссийский конкурс «…»» and a bare title alike → «Всероссийского конкурса «…»», «конкурса «…»». */
export function genitiveOfContest(title: string): string {
  // «Лучший конкурс года», «Мой конкурс» are names that happen to hold the word.
  const genitive = /^\s*(?:Лучш|Сам|Мой|Твой|Свой)/iu.test(title) ? undefined : declined(title, contests);
  if (genitive === undefined) return `конкурса «${title.trim().replace(/^[«"](.*)[»"]$/, '$1')}»`;
  return proper.test(genitive) ? genitive : lowerCased(genitive);
}

/**
 * «заседания центральной конкурсной комиссии Всероссийского конкурса «…»». A body that cannot be declined stands as
 * the commission's name in quotation marks; a contest that the body itself names is not named twice.
 */
export function genitiveOfSession(commission: string | undefined, contestTitle: string): string {
  const name = commission?.trim() ?? '';
  const body = name === '' ? 'комиссии' : (genitiveOfCommission(name) ?? `комиссии ${quoted(name)}`);
  const ownName = /[«"“„].*[»"”“]/u.exec(contestTitle)?.[0] ?? `«${contestTitle.trim()}»`;
  if (straight(name).includes(straight(ownName))) return `заседания ${body}`;
  const contest = genitiveOfContest(contestTitle);
  return `заседания ${withoutContest(body, contest)} ${contest}`;
}

/** «жюри Всероссийского конкурса», «жюри конкурса» before «Всероссийского конкурса «…»» → «жюри». */
function withoutContest(body: string, contest: string): string {
  const words = (/^[^«"“„]*/u.exec(contest)?.[0] ?? '').trim().split(/\s+/);
  const repeated = words
    .map((_word, index) => ` ${words.slice(index).join(' ')}`)
    .find((each) => body.toLowerCase().endsWith(each.toLowerCase()));
  if (repeated === undefined) return body;
  const bare = body.slice(0, -repeated.length);
  // «комиссия городского конкурса» is one of another contest.
  return /[ое](?:го|й)$/u.test(bare) ? body : bare;
}

/** The bare noun for «член …», «председатель …»: «комиссии», «жюри», «совета»; «комиссии» where it cannot be told. */
export function genitiveOfBody({ commission = '' }: { readonly commission?: string }): string {
  const isDeclined = genitiveOfCommission(commission) !== undefined;
  const words = commission.trim().split(/\s+/);
  const body = words.map((word) => bodies.find((each) => each.noun.test(word))).find((each) => each);
  return isDeclined && body ? body.genitive : 'комиссии';
}

/** The title of a column of members: «Член комиссии». */
export const memberTitle = (session: { readonly commission?: string }): string =>
  `Член ${genitiveOfBody(session)}`;

/** The adjectives before the first known noun and the noun itself declined; what follows depends on it and stays. */
function declined(name: string, declensions: readonly Declension[]): string | undefined {
  const words = name.trim().split(/\s+/);
  const at = words.findIndex((word) => declensions.some((each) => each.noun.test(word)));
  const declension = declensions.find((each) => each.noun.test(words[at] ?? ''));
  if (!declension || /^(?:и|или|[–—-])$/u.test(words[at + 1] ?? '')) return undefined;
  const adjectives = words.slice(0, at).map((word) => adjective(word, declension));
  return adjectives.every((each) => each !== undefined)
    ? [...adjectives, declension.genitive, ...words.slice(at + 1)].join(' ')
    : undefined;
}

function adjective(word: string, { adjectives }: Declension): string | undefined {
  if (word === 'и') return word;
  const [, bare = word, comma = ''] = /^(.*?)(,?)$/u.exec(word) ?? [];
  const ending = adjectives.find(([each]) => each.test(bare));
  return ending && bare.replace(ending[0], ending[1]) + comma;
}

const lowerCased = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const straight = (text: string): string => text.replace(/[“”„«»]/g, '"');
