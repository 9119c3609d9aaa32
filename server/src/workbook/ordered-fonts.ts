import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** The order in which Office wants what a font is made of (its schema, CT_Font); the library writes another one. */
const fontOrder = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

export const orderedFonts: Feature<Blob | Buffer | Stream> = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml) =>
          xml.replace(/<font>(.*?)<\/font>/gs, (_font, parts: string) => {
            const elements = parts.match(/<[^>]*>/g) ?? [];
            const place = (element: string) => fontOrder.indexOf(/\w+/.exec(element)?.[0] ?? '');
            return `<font>${elements.toSorted((one, other) => place(one) - place(other)).join('')}</font>`;
          }),
      },
    },
  },
};
