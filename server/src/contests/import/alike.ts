/** Characters that nobody sees: zero-width ones, soft hyphens, marks of direction, fillers. */
const invisible = /\p{Cf}|\u034F|\u115F|\u1160|\u3164|\uFE0E|\uFE0F/gu;

/** A text in one line as a field of a form would hold it, without what nobody sees. */
export const plain = (text: string): string =>
  text.normalize('NFC').replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim();

const latin = 'abcehkmoptxy';
const cyrillic = 'авсенкмортху';
/** Both alphabets in one word: a slip of the keyboard that looks right. */
const mixed = /(?=\p{L}*\p{sc=Cyrillic})(?=\p{L}*\p{sc=Latin})\p{L}+/gu;
const inCyrillic = (word: string): string =>
  word.replaceAll(/[abcehkmoptxy]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter);

/** A text without what people spell differently and mean alike: case, ё, spaces, quotation marks, points. */
export const alike = (text: string): string =>
  plain(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(mixed, inCyrillic)
    .replaceAll(/[\s.,;:*()«»„“”"'‘’_–—-]+/g, ' ')
    .trim();
