export const nbsp = '\u00A0';

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
/** Words that are read together with the number before them. */
const measured =
  'г\\.|гг\\.|п\\.|пп\\.|чел\\.|человека?|член(?:а|ов)?|голос(?:а|ов)?|балл(?:а|ов)?|заявк[аи]|заявок|мест[оа]?|' +
  'руб\\.|рубл(?:ь|я|ей)|коп\\.|тыс\\.|млн|млрд|час(?:а|ов)?|минут[аы]?|д(?:ень|ня|ней)|год(?:а|у)?|лет|' +
  'экз\\.|шт\\.|л\\.|стр\\.';

type Setting = readonly [found: RegExp, set: string | ((whole: string, ...groups: string[]) => string)];

const tied = (text: string): string => text.replaceAll(' ', nbsp);

const settings: readonly Setting[] = [
  // Dashes: between words, at the start of a line of speech, between the days or years of a span.
  [/(\s)(?:-{1,2}|—)(?=\s)/g, '$1–'],
  [/^(?:-{1,2}|—|–)[ \u00A0](?=\S)/gm, `–${nbsp}`],
  [/ –/g, `${nbsp}–`],
  [
    new RegExp(`(?<![\\p{L}\\d.,/-])(\\d{1,2})-(\\d{1,2})(?=[ \\u00A0](?:${months})(?!\\p{L}))`, 'gu'),
    '$1–$2',
  ],
  [/(?<![\p{L}\d.,/-])(\d{4})-(\d{4})(?=[ \u00A0](?:гг?\.|год))/gu, '$1–$2'],
  // Places typed without the space. Not in the name of a file.
  [/(?<=^|[\s(«])(г|ул)\.(?=\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*(?:[\s,;:)»“]|\.(?:\s|$)|$))/gu, `$1.${nbsp}`],
  // Names: «И.О. Фамилия», «Фамилия И.О.».
  [/(?<![^\s(«„])№[ \u00A0]*(?=[\p{L}\d])/gu, `№${nbsp}`],
  [
    /((?:\p{Lu}\.(?:-\p{Lu}\.)?[ \u00A0]?){1,2})(?<![ \u00A0])[ \u00A0](?=\p{Lu}\p{Ll})/gu,
    (_whole, letters) => `${letters.replace(/[ \u00A0]/g, '')}${nbsp}`,
  ],
  // Not in the name of a file or a site: those have no space to spare.
  [
    /(?<![^\s(«„])((?:[А-ЯЁ]\.(?:-[А-ЯЁ]\.)?){1,2})(?=[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:[\s,;:)»“]|[.!?…](?:\s|$)|$))/gu,
    `$1${nbsp}`,
  ],
  [
    /(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)[ \u00A0](?=\p{Lu}\.(?:-\p{Lu}\.)?[ \u00A0]?\p{Lu}\.)/gu,
    `$1${nbsp}`,
  ],
  // Numbers and what they count.
  [/(?<![\d\p{L}+.,/-]|[\d+)][ \u00A0])\d{1,3}(?: \d{3})+(?![\d-]| [\d(])/gu, tied],
  [new RegExp(`(\\d) (?=(?:${months}|${measured})(?!\\p{L}))`, 'gu'), `$1${nbsp}`],
  [/(\d) (?=[%‰])/g, `$1${nbsp}`],
  [new RegExp(`(${months}) (?=\\d{4})`, 'g'), `$1${nbsp}`],
  // Abbreviations.
  [/(?<=^|[\s(«])(г|ул|п|пп|ст|им)\. (?=[\p{Lu}\d])/gu, `$1.${nbsp}`],
  [/(?<!\p{L})т\. (?=[чедпк]\.)/gu, `т.${nbsp}`],
];

/**
 * Russian typesetting of a line: «ёлочки» with „лапки“ inside, en dashes, spaces that must not break
 * («И.О. Фамилия», «№ 5», «30 июня 2021 г.»). Letters and digits are never touched, nor what only looks like text:
 * telephone numbers, ISO dates, addresses, names of files.
 */
export const typographic = (text: string): string =>
  settings.reduce(
    (done, [found, set]) => (typeof set === 'string' ? done.replace(found, set) : done.replace(found, set)),
    guillemets(text),
  );

/** Straight, English and doubled-comma quotes become guillemets; a quotation within one becomes „…“. */
function guillemets(text: string): string {
  if (!/["“”„«»]/.test(text)) return text;
  let depth = 0;
  let before = '';
  let set = '';
  for (const sign of text.replace(/(?<=^|[\s(«„])(?:,,|‚‚)(?=[\p{L}\d])/gu, '„')) {
    const opens =
      sign === '«' ||
      sign === '„' ||
      (/["“”]/.test(sign) && (before === '' || /[\s(\u00A0«„–-]/.test(before)));
    // 5" is five inches where no quotation is open.
    const measures = sign === '"' && depth === 0 && /\d/.test(before);
    if (opens) {
      set += depth === 0 ? '«' : '„';
      depth += 1;
    } else if (/["“”»]/.test(sign) && !measures) {
      depth = Math.max(0, depth - 1);
      set += depth === 0 ? '»' : '“';
    } else set += sign;
    before = sign;
  }
  return set;
}

/** Text in quotation marks, whatever quotes it holds itself. */
export const quoted = (text: string): string => typographic(`«${text.replace(/^\s*«([^«»]*)»\s*$/, '$1')}»`);
