import { nbsp } from '../language/typography.ts';
import { isGivenName, mayBeMan } from './given-names.ts';

/** The parts of a Russian personal name; undefined where the text is not one, or does not say for sure which is which. */
interface PersonalName {
  readonly surname: string;
  readonly given: readonly string[];
}

const word = /^\p{Lu}[\p{L}’']*(?:-\p{Lu}[\p{L}’']*)*$/u;
const cyrillic = /^[\p{Script=Cyrillic}’'-]+$/u;
const initial = /^(?:\p{Lu}\.(?:-\p{Lu}\.)?)+$/u;
const man =
  /(?:[еоё]вич|^(?:ильич|кузьмич|лукич|никитич|фомич|саввич|силич|фокич|минич|ионич|зосимич)|\p{L}{3}(?:оглы|углы|угли|улы|ұлы))$/iu;
const woman = /(?:овна|[её]вна|ична|\p{L}{3}(?:кызы|қызы|гызы|кизи))$/iu;
/** Seats may be named by what they stand for: «Представитель Росреестра» has no initials. */
const office =
  /^(?:(?:со)?председатель|представитель(?:ница)?|заместитель|секретарь|член|эксперт|место|руководитель|начальник|директор|министр|глава|губернатор|депутат|советник|помощник|специалист|наблюдатель|отдел|управление|министерство|департамент|комитет|комиссия)$/iu;
/** МВД, ЦСР: no part of a person's name. */
const abbreviation = /^\p{Lu}{2,}$/u;
/** A word of its own after a patronymic, or hyphenated to it, and left out of initials. */
const particle = '(?:оглы|оглу|кызы|қызы|кизи|гызы|угли|углы|улы|ұлы|уулу)$';
const isParticle = new RegExp(`^${particle}`, 'iu');
const withParticle = new RegExp(`[\\s-]${particle}`, 'iu');

/** What is said of somebody after the name in brackets, or after a comma or a dash, and the name. */
function parted(name: string): { readonly name: string; readonly remark: string } {
  const [, bare = name, remark = ''] =
    /^([^(),]*?[^(),\s])(\s+\(.*\)|\s*,.*|\s+[–—-]\s.*)\s*$/s.exec(name) ?? [];
  return { name: bare.trim(), remark: remark.replace(/\s+/g, ' ').trimEnd() };
}

function parse(name: string): PersonalName | undefined {
  const words = spelled(name);
  if (office.test(words[0] ?? '') || words.some((each) => abbreviation.test(each))) return undefined;
  return words.some((each) => initial.test(each)) ? withInitials(words) : inThreeWords(words);
}

/** The words of a name; a particle belongs to the one before. */
function spelled(name: string): string[] {
  const words: string[] = [];
  for (const each of name
    .trim()
    .replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/\s+/))
    if (isParticle.test(each) && words.length > 0) words.push(`${words.pop()} ${each}`);
    else words.push(each);
  return words;
}

/** «Орлов В. С.», «В.С. Орлов»: one surname, before or after all the initials. */
function withInitials(words: readonly string[]): PersonalName | undefined {
  const given = words.filter((each) => initial.test(each));
  const [surname = '', ...more] = words.filter((each) => !initial.test(each));
  const isAside = words[0] === surname || words.at(-1) === surname;
  return isAside && more.length === 0 && word.test(surname) ? { surname, given } : undefined;
}

/**
 * «Фамилия Имя Отчество» and «Имя Отчество Фамилия» are equally common, and Абрамович is a surname that looks like a
 * patronymic: the second word, which is never a surname, decides. What stays doubtful is printed whole.
 */
function inThreeWords(words: readonly string[]): PersonalName | undefined {
  const [first = '', second = '', third = '', ...more] = words;
  if (more.length > 0 || third === '' || !words.every(isNameWord)) return undefined;
  if (isPatronymicOf(first, second))
    return looksLikePatronymic(first) || withParticle.test(third)
      ? undefined
      : { surname: third, given: [first, second] };
  const isOfficial =
    isPatronymicOf(second, third) &&
    !looksLikePatronymic(second) &&
    !isGivenName(first) &&
    !withParticle.test(first);
  return isOfficial ? { surname: first, given: [second, third] } : undefined;
}

const isNameWord = (each: string): boolean => {
  const bare = each.replace(withParticle, '');
  return word.test(bare) && cyrillic.test(bare);
};

const looksLikePatronymic = (each: string): boolean =>
  man.test(each) || woman.test(each) || withParticle.test(each);

/** In «Анна Абрамович» and «Анна Ильич» it is none. */
const isPatronymicOf = (given: string, each: string): boolean =>
  looksLikePatronymic(each) && (mayBeMan(given) || !/ич$/iu.test(each));

const letterOf = (given: string): string =>
  initial.test(given)
    ? given
    : given
        .replace(withParticle, '')
        .split('-')
        .map((part) => `${part.charAt(0)}.`)
        .join('-');

/** «Иванова-Петрова Анна Сергеевна» → «А.С. Иванова-Петрова»; anything that is not such a name stays as it is. */
export function initialsFirst(whole: string): string {
  const { name, remark } = parted(whole);
  const parsed = parse(name);
  return (
    (parsed ? `${parsed.given.map(letterOf).join('')}${nbsp}${parsed.surname}` : name.replace(/\s+/g, ' ')) +
    remark
  );
}

/** The same for lists ordered by surname: «Иванова-Петрова А.С.». */
export function surnameFirst(whole: string): string {
  const { name, remark } = parted(whole);
  const parsed = parse(name);
  return parsed
    ? `${parsed.surname}${nbsp}${parsed.given.map(letterOf).join('')}${remark}`
    : initialsFirst(whole);
}

/** «Иван Петрович Иванов» → «Иванов Иван Петрович». */
export function inFull(whole: string): string {
  const { name, remark } = parted(whole);
  const words = name.split(/\s+/);
  const surname = parse(name)?.surname;
  const ordered = words.length > 1 && words.at(-1) === surname ? [surname, ...words.slice(0, -1)] : words;
  return ordered.join(' ') + remark;
}

/** How the people of one document are called. */
export interface Naming {
  readonly initialsFirst: (name: string) => string;
  readonly surnameFirst: (name: string) => string;
}

/** Initials and surname, except where that would call two of these people alike: both are then written out. */
export function namingOf(people: readonly string[]): Naming {
  const bearers = new Map<string, Set<string>>();
  for (const name of people) {
    const bare = parted(name).name;
    const short = surnameFirst(bare);
    bearers.set(short, (bearers.get(short) ?? new Set()).add(inFull(bare)));
  }
  const unless =
    (short: (name: string) => string) =>
    (name: string): string =>
      (bearers.get(surnameFirst(parted(name).name))?.size ?? 0) > 1 ? inFull(name) : short(name);
  return { initialsFirst: unless(initialsFirst), surnameFirst: unless(surnameFirst) };
}

const collator = new Intl.Collator('ru');

/** Orders people by surname, as lists of a protocol are. */
export const alphabetically = (one: { readonly name: string }, other: { readonly name: string }): number =>
  collator.compare(surnameFirst(parted(one.name).name), surnameFirst(parted(other.name).name)) ||
  collator.compare(inFull(one.name), inFull(other.name));
