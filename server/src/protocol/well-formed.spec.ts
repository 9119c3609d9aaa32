import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { smallSession } from '@open-ballot/shared/testing/protocol-samples';
import { writable } from '@open-ballot/shared/protocol/language/writable';
import { elementsIn, xmlElement } from '../testing/xml.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { renderDocx } from './render-docx.ts';
import { renderXlsx } from './render-xlsx.ts';
import { builtOf } from './rendering.ts';

jest.setTimeout(120_000);

const journal = smallSession({ commission: 'Комиссия МФЦ' }).map((entry) => JSON.stringify(entry));

/** The protocol of a session in whose names, titles, posts and minutes a text stands again and again. */
const saying = (text: string) => {
  const escaped = JSON.stringify(text).slice(1, -1);
  return builtOf({
    journal: journal.map((entry) => entry.replaceAll(/МФЦ|Мария|Департамент/g, () => escaped)),
    options: { version: '0.1.0' },
  });
};

const inXml = (file: Buffer): string =>
  Object.entries(unzipSync(file))
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .flatMap(([, bytes]) => elementsIn(xmlElement(new TextDecoder('utf-8', { fatal: true }).decode(bytes))))
    .flatMap(({ text, attributes }) => [text, ...Object.values(attributes)])
    .join('\n');

/** Code units one by one, so that surrogates stand alone, and what has a meaning in XML. */
const texts = fc
  .array(
    fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\0',
          '\b',
          '\v',
          '\f',
          '\x1f',
          '\ufffe',
          '\uffff',
          '\ud800',
          '\udfff',
          '\u{1fffe}',
        ),
      },
      fc.constantFrom(
        '<',
        '&',
        ']]>',
        '"',
        '\x85',
        '\u2028',
        '\ufeff',
        '🗳',
        '_x0000_',
        '\r\n',
        '\t',
        '%',
        '{',
        '__proto__',
      ),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('a document that is issued', () => {
  it('is well-formed whatever stands in its texts', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { document, sheets } = saying(text);
        inXml(await renderDocx(document));
        inXml(await renderXlsx(sheets));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps all else that was written', async () => {
    const { document, sheets } = saying('до\u0001\ufffeпосле\vконца');
    expect(inXml(await renderDocx(document))).toContain('до\ufffdпосле конца');
    // Its library leaves out the sign of a lost letter too.
    expect(inXml(await renderXlsx(sheets))).toContain('допосле конца');
  });

  it('has well-formed metadata as PDF', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { document } = saying(text);
        const pdf = (await renderPdf({ ...document, title: text, author: text })).toString('utf8');
        const packet = /<\?xpacket begin[^>]*\?>(.*?)<\?xpacket end/s.exec(pdf)?.[1] ?? '';
        const said = elementsIn(xmlElement(packet.trim())).map((element) => element.text);
        expect(said).toContain(writable(text).replaceAll(/\r\n?/g, '\n'));
      }),
      { numRuns: 4 },
    );
  });
});
