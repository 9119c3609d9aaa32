import { nbsp } from '../language/typography.ts';

/** The parts of a Russian personal name; undefined where the text is not one. */
interface PersonalName {
  readonly surname: string;
  readonly given: readonly string[];
}

const word = /^\p{Lu}[\p{L}’'-]*$/u;
const initial = /^(?:\p{Lu}\.(?:-\p{Lu}\.)?)+$/u;
const patronymic = /(?:ович|евич|ич|овна|евна|ична|инична|оглы|кызы|углы)$/iu;
/** Seats may be named by what they stand for: «Представитель Росреестра» has no initials. */
const office =
  /^(?:представитель(?:ница)?|председатель|заместитель|секретарь|член|эксперт|место|сопредседатель|руководитель|директор)$/iu;
/** МВД, ЦСР: no part of a person's name. */
const abbreviation = /^\p{Lu}{2,}$/u;
/** Written as words of their own after a patronymic and left out of initials. */
const particle = /^(?:оглы|оглу|кызы|кизи|угли|улы)$/iu;

/** What is said of somebody after the name in brackets, or after a comma or a dash, and the name. */
function parted(name: string): { readonly name: string; readonly remark: string } {
  const [, bare = name, remark = ''] =
    /^([^(),]*?[^(),\s])(\s+\(.*\)|\s*,.*|\s+[–—-]\s.*)\s*$/s.exec(name) ?? [];
  return { name: bare.trim(), remark: remark.replace(/\s+/g, ' ').trimEnd() };
}

function parse(name: string): PersonalName | undefined {
  const spaced = name.trim().replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, '$1 ');
  const spelled = spaced.split(/[\s\u00A0]+/);
  if (office.test(spelled[0] ?? '') || spelled.some((each) => abbreviation.test(each))) return undefined;
  const words = spelled.filter((each) => !particle.test(each));
  const initials = words.filter((each) => initial.test(each));
  if (initials.length > 0) {
    const rest = words.filter((each) => !initial.test(each));
    return rest.length === 1 && word.test(rest[0] ?? '')
      ? { surname: rest[0] ?? '', given: initials }
      : undefined;
  }
  const [first = '', second = '', third = ''] = words;
  if (!words.every((each) => word.test(each)) || !/\p{Script=Cyrillic}/u.test(first)) return undefined;
  // «Ким Юрий» or «Юрий Ким»: two words do not say which of them is the surname.
  if (words.length === 2)
    return words.length < spelled.length ? { surname: first, given: [second] } : undefined;
  if (words.length !== 3) return undefined;
  // «Имя Отчество Фамилия» is as common as the official order.
  if (patronymic.test(second) && !patronymic.test(third)) return { surname: third, given: [first, second] };
  // Three words without a patronymic may be anything: what cannot be shortened for sure is printed whole.
  const isPerson = patronymic.test(third) || words.length < spelled.length;
  return isPerson ? { surname: first, given: [second, third] } : undefined;
}

const letterOf = (given: string): string =>
  initial.test(given)
    ? given
    : given
        .split('-')
        .map((part) => `${part.charAt(0).toUpperCase()}.`)
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
