export const nbsp = '\u00A0';

/**
 * Russian typesetting of a line: «ёлочки» with „лапки“ inside, en dashes between words, spaces that must not
 * break («И.О. Фамилия», «№ 5», «30 июня 2021 г.»). Letters and digits are never touched.
 */
export function typographic(text: string): string {
  return guillemets(text)
    .replace(/(\s)(?:-{1,2}|—)(?=\s)/g, '$1–')
    .replace(/ –/g, `${nbsp}–`)
    .replace(/№\s*(?=[\p{L}\d])/gu, `№${nbsp}`)
    .replace(
      /((?:\p{Lu}\.(?:-\p{Lu}\.)?[ \u00A0]?){1,2})(?<![ \u00A0])[ \u00A0](?=\p{Lu}\p{Ll})/gu,
      (_whole, letters: string) => `${letters.replace(/[ \u00A0]/g, '')}${nbsp}`,
    )
    .replace(
      /(\d) (?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|г\.|п\.|пп\.))/g,
      `$1${nbsp}`,
    )
    .replace(
      /(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) (?=\d{4})/g,
      `$1${nbsp}`,
    )
    .replace(/(?<=^|[\s(«])(г|ул|п|пп|ст|им)\. (?=[\p{Lu}\d])/gu, `$1.${nbsp}`);
}

/** Straight and English quotes become guillemets; a quotation within one becomes „…“. */
function guillemets(text: string): string {
  if (!/["“”„«»]/.test(text)) return text;
  let depth = 0;
  let before = '';
  let set = '';
  for (const sign of text) {
    const opens =
      sign === '«' ||
      sign === '„' ||
      (/["“”]/.test(sign) && (before === '' || /[\s(\u00A0«„–-]/.test(before)));
    if (opens) {
      set += depth === 0 ? '«' : '„';
      depth += 1;
    } else if (/["“”»]/.test(sign)) {
      depth = Math.max(0, depth - 1);
      set += depth === 0 ? '»' : '“';
    } else set += sign;
    before = sign;
  }
  return set;
}

/** Text in quotation marks, whatever quotes it holds itself. */
export const quoted = (text: string): string => typographic(`«${text.replace(/^\s*«([^«»]*)»\s*$/, '$1')}»`);
