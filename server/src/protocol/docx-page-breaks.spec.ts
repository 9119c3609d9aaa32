import { describe, expect, it } from '@jest/globals';
import { column, heading, numberedList, row, signatures, table } from '@open-ballot/shared/protocol/blocks';
import type { Block } from '@open-ballot/shared/protocol/document';
import { unzipped } from '../testing/docx-text.ts';
import { documentOf } from '../testing/printed-blocks.ts';
import { elementsIn, xmlElement, type XmlElement } from '../testing/xml.ts';
import { renderDocx } from './render-docx.ts';

const drawn = async (blocks: readonly Block[]): Promise<XmlElement[]> => {
  const file = await renderDocx(documentOf(blocks));
  return elementsIn(xmlElement(unzipped(file, 'word/document.xml').toString('utf8')));
};
const named = (elements: readonly XmlElement[], name: string): XmlElement[] =>
  elements.filter((each) => each.name === name);
/** Whether it stays on the page of what follows: a row where every paragraph of it does. */
const staysWithNext = (element: XmlElement): boolean =>
  named(elementsIn(element), 'w:p').every((each) =>
    named(elementsIn(each), 'w:keepNext').some(({ attributes }) => attributes['w:val'] !== 'false'),
  );
const numbers = (count: number): number[] => Array.from({ length: count }, (_each, index) => index + 1);
const lines = (count: number): Block =>
  signatures(numbers(count).map((number) => ({ post: 'Член комиссии', name: `И.П. Ким ${number}` })));

describe('a long table of a DOCX', () => {
  it.each([13, 60])('leaves no row of %i alone where a page ends', async (count) => {
    const rows = numbers(count).map((number) => row([number, 'за']));
    const [header, ...body] = named(await drawn([table([column('№', 1), column('Голос', 1)], rows)]), 'w:tr');
    expect(header && staysWithNext(header)).toBe(true);
    expect(body.flatMap((each, index) => (staysWithNext(each) ? index + 1 : []))).toEqual([1, count - 1]);
  });
});

describe('lines to be signed in a DOCX', () => {
  it('stay together where they fit on a page', async () => {
    const held = named(await drawn([lines(13)]), 'w:tr').map(staysWithNext);
    expect(held).toEqual([...Array<boolean>(12).fill(true), false]);
  });

  it('leave none alone where they do not fit', async () => {
    const held = named(await drawn([lines(60)]), 'w:tr').map(staysWithNext);
    expect(held.flatMap((each, index) => (each ? index + 1 : []))).toEqual([1, 59]);
  });

  it('hold the whole list before them', async () => {
    const items = numbers(5).map((number) => ({ label: `${number}.`, text: 'Лист регистрации.' }));
    const elements = await drawn([heading(2, 'Приложения:'), numberedList(items), lines(2)]);
    const listed = named(elements, 'w:p').filter((each) => named(elementsIn(each), 'w:numPr').length > 0);
    expect(listed.map(staysWithNext)).toEqual(items.map(() => true));
  });

  it('have a rule of their own each, none that a cell shares with the row below it', async () => {
    const elements = await drawn([lines(3)]);
    expect(named(elements, 'w:pBdr')).toHaveLength(3);
    const borders = named(elements, 'w:tcBorders').flatMap(({ children }) => children);
    expect(new Set(borders.map(({ attributes }) => attributes['w:val']))).toEqual(new Set(['none']));
  });
});
