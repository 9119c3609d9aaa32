/** A text without what people spell differently and mean alike: case, ё, spaces, quotation marks, points. */
export const alike = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s.,;:*()«»„“”"'‘’_–—-]+/g, ' ')
    .trim();
