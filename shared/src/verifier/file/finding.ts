import type { Language } from '../../words/numbers.ts';

/**
 * Everything a file can be refused for, in the words of people who have it before them: `{{field}}` is where in the
 * entry or in the file's frame it stands. Command line and page say the same sentences.
 */
const english = {
  'not-utf8': 'The file is not UTF-8: byte {{byte}} cannot be.',
  'not-json': 'The file is not JSON: it is damaged, cut short, or another document.',
  'too-deep': '{{field}}: nested deeper than {{most}} levels, as no journal is.',
  'no-list': 'There is no list of entries in it.',
  'no-entries': 'Its list of entries is empty.',
  'other-list': 'It is a list of something else, not of entries.',
  'other-format': 'Its format is {{named}}; this program reads {{known}}.',

  'key-twice':
    '{{field}}: the key stands twice in one object, and every reader may take another one for true.',
  surrogate: '{{field}}: half of a character, which a hash does not tell from any other such half.',
  'not-exact': '{{field}}: a number that not every reader takes for the same; a journal has whole ones.',
  'foreign-session': '{{field}}: the session is “{{named}}”, that of the first entry is “{{borne}}”.',
  unknown: '{{field}}: a journal has no such field.',
  missing: '{{field}}: it is missing.',
  object: '{{field}}: it must be an object.',
  list: '{{field}}: it must be a list.',
  text: '{{field}}: it must be a text, without NUL.',
  empty: '{{field}}: it must not be empty.',
  'too-long': '{{field}}: it must have at most {{most}} characters.',
  'too-many': '{{field}}: it must have at most {{most}} elements.',
  'too-few': '{{field}}: it must have at least {{least}} elements.',
  repeated: '{{field}}: it stands here a second time.',
  id: '{{field}}: it must be a text of 1 to {{most}} characters, and no word reserved.',
  flag: '{{field}}: it must be true or false.',
  'one-of': '{{field}}: it must be one of {{options}}.',
  decimal: '{{field}}: it must be a decimal number as text, such as "7.5".',
  day: '{{field}}: it must be a calendar day, such as 2021-06-30.',
  'time-zone': '{{field}}: it must be the IANA name of a time zone, such as Europe/Moscow.',
  whole: '{{field}}: it must be a whole number from {{least}} to {{most}}.',
  digest: '{{field}}: it must be a SHA-256 in 64 hex digits.',
  utc: '{{field}}: it must be a moment in UTC with milliseconds, such as 2021-06-30T21:00:00.000Z.',

  'ballot-of-nobody': 'A sealed ballot of “{{member}}”: this session has no such seat with a vote.',
  'ballot-of-another': 'A sealed ballot of “{{member}}”, recorded in the name of “{{actor}}”.',
  'ballot-twice': 'A further sealed ballot of “{{member}}”: the rules do not let it replace the one before.',
  'ballot-of-absent': 'A sealed ballot of “{{member}}”, who was not present then.',
  'ballot-of-recused': 'A sealed ballot of “{{member}}”, who is recused from the question.',
  'ballot-not-now': 'A sealed ballot at a moment when the rules took none.',
  'ballot-over': 'One sealed ballot more than {{most}} seats with a vote can have cast.',
} as const;
export type FindingCode = keyof typeof english;

const russian: Readonly<Record<FindingCode, string>> = {
  'not-utf8': 'Файл не в кодировке UTF-8: байт {{byte}} в ней невозможен.',
  'not-json': 'Файл – не JSON: он повреждён, обрезан или это другой документ.',
  'too-deep': '{{field}}: вложенность больше {{most}} уровней, в журнале такой не бывает.',
  'no-list': 'В файле нет списка записей.',
  'no-entries': 'Список записей пуст.',
  'other-list': 'Это список, но не записей журнала.',
  'other-format': 'Формат файла – {{named}}, а эта программа читает {{known}}.',

  'key-twice': '{{field}}: ключ стоит в одном объекте дважды, и каждый прочтёт его по-своему.',
  surrogate: '{{field}}: половина знака, которую хеш не отличает от любой другой такой половины.',
  'not-exact': '{{field}}: число, которое не все прочтут одинаково; в журнале числа только целые.',
  'foreign-session': '{{field}}: указано заседание «{{named}}», а у первой записи – «{{borne}}».',
  unknown: '{{field}}: такого поля в журнале не бывает.',
  missing: '{{field}}: поля нет.',
  object: '{{field}}: здесь должен быть объект.',
  list: '{{field}}: здесь должен быть список.',
  text: '{{field}}: здесь должен быть текст без нулевых знаков.',
  empty: '{{field}}: здесь не должно быть пусто.',
  'too-long': '{{field}}: знаков больше, чем {{most}}.',
  'too-many': '{{field}}: элементов больше, чем {{most}}.',
  'too-few': '{{field}}: элементов меньше, чем {{least}}.',
  repeated: '{{field}}: названо второй раз.',
  id: '{{field}}: здесь должен быть текст от 1 до {{most}} знаков, и не служебное слово.',
  flag: '{{field}}: здесь должно быть true или false.',
  'one-of': '{{field}}: здесь должно быть одно из: {{options}}.',
  decimal: '{{field}}: здесь должно быть десятичное число в кавычках, например "7.5".',
  day: '{{field}}: здесь должен быть день календаря, например 2021-06-30.',
  'time-zone': '{{field}}: здесь должно быть название часового пояса IANA, например Europe/Moscow.',
  whole: '{{field}}: здесь должно быть целое число от {{least}} до {{most}}.',
  digest: '{{field}}: здесь должен быть SHA-256, 64 шестнадцатеричных знака.',
  utc: '{{field}}: здесь должно быть время UTC с миллисекундами, например 2021-06-30T21:00:00.000Z.',

  'ballot-of-nobody': 'Запечатанный бюллетень от «{{member}}»: такого места с правом голоса в заседании нет.',
  'ballot-of-another': 'Запечатанный бюллетень от «{{member}}», а записан от имени «{{actor}}».',
  'ballot-twice':
    'Ещё один запечатанный бюллетень от «{{member}}»: по правилам он не может заменить прежний.',
  'ballot-of-absent': 'Запечатанный бюллетень от «{{member}}»: член комиссии в это время не присутствовал.',
  'ballot-of-recused':
    'Запечатанный бюллетень от «{{member}}»: член комиссии взял самоотвод по этому вопросу.',
  'ballot-not-now': 'Запечатанный бюллетень в то время, когда по правилам их не принимали.',
  'ballot-over':
    'На один запечатанный бюллетень больше, чем могли подать те, у кого есть голос (их {{most}}).',
};

export const findingWords: Readonly<Record<Language, Readonly<Record<FindingCode, string>>>> = {
  ru: russian,
  en: english,
};

/** The entry itself has no path to be named by. */
const wholeEntry: Readonly<Record<Language, string>> = { ru: 'запись', en: 'entry' };

type NamesIn<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ParametersOf<Code extends FindingCode> = Exclude<NamesIn<(typeof english)[Code]>, 'field'>;

/** What is wrong with a file, and where: programs go by the code, people read the sentence of `findingText`. */
export interface Finding {
  readonly code: FindingCode;
  /** Dotted path into the entry, or into the frame around the entries; lists by index. */
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

export function finding<Code extends FindingCode>(
  code: Code,
  path: string,
  ...[parameters]: ParametersOf<Code> extends never
    ? []
    : [Readonly<Record<ParametersOf<Code>, string | number>>]
): Finding {
  return { code, path, ...(parameters && { parameters }) };
}

/** The sentence of a finding. Names in it come from a stranger's file: they are cut short and steer no terminal. */
export function findingText({ code, path, parameters }: Finding, language: Language): string {
  const values: Readonly<Record<string, string | number>> = {
    ...parameters,
    field: path === '' ? wholeEntry[language] : path,
  };
  return findingWords[language][code].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    name === 'options' ? String(values[name]) : readable(String(values[name])),
  );
}

const longest = 80;

const readable = (text: string): string =>
  (text.length > longest ? `${text.slice(0, longest)}…` : text).replaceAll(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
  );
