import { describe, expect, it, jest } from '@jest/globals';
import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';
import { documentTexts } from '@open-ballot/shared/testing/protocol-text';
import { JournalWriter } from '@open-ballot/shared/testing/journal-writer';
import {
  choice,
  nominee,
  plan,
  ruleSet,
  smallSession,
  toNominee,
  wideSession,
} from '@open-ballot/shared/testing/protocol-samples';
import { parseJournal } from '@open-ballot/shared/verifier/parse-journal';
import { docxParagraphs, unzipped } from '../testing/docx-text.ts';
import { pdfOutline } from '../testing/pdf-outline.ts';
import { pdfPages, pdfStructure, piecesIn, unmarked } from '../testing/pdf-text.ts';
import { renderCsv } from './render-csv.ts';
import { renderDocx } from './render-docx.ts';
import { renderJson } from './render-json.ts';
import { renderPdf } from './pdf/render-pdf.ts';

jest.setTimeout(60_000);

const journal = smallSession();
const issued = buildProtocol(journal, { version: '0.1.0', issued: { version: 1 } });
const draft = buildProtocol(
  smallSession({ rehearsal: true, ruleSet: { ...ruleSet, allPresentSign: true } }),
  { version: '0.1.0' },
);

const numbersIn = (texts: readonly string[]): string[] => texts.flatMap((text) => text.match(/\d+/g) ?? []);
const words = (text: string): string => text.replace(/[\s\u00A0]+/g, '');
/** What is left of a sequence once another one has been crossed out in order; throws where it is not contained. */
function besides(sequence: readonly string[], part: readonly string[]): string[] {
  let at = 0;
  const left = sequence.filter((each) => (each === part[at] ? ((at += 1), false) : true));
  if (at < part.length)
    throw new Error(`after ${part.slice(Math.max(0, at - 8), at).join(' ')} no ${part[at]}`);
  return left;
}

describe('DOCX', () => {
  it('holds every number of the tree, in its order, and no other', async () =>
    expect(numbersIn(docxParagraphs(await renderDocx(issued)))).toEqual(numbersIn(documentTexts(issued))));

  it('holds every word of a wide roll call', async () => {
    const wide = buildProtocol(wideSession(30, 23), { version: '0.1.0' });
    expect(words(docxParagraphs(await renderDocx(wide)).join(''))).toBe(words(documentTexts(wide).join('')));
  });

  it('is made of real headings, repeated header rows, unbroken rows, a landscape section and page numbers', async () => {
    const file = await renderDocx(issued);
    const xml = unzipped(file, 'word/document.xml').toString('utf8');
    for (const style of ['Heading1', 'Heading2', 'Heading3'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(issuedTables(issued));
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('<w:titlePg/>');
    // 30, 10, 20, 20 mm in twentieths of a point.
    const margins = /<w:pgMar[^>]*>/.exec(xml)?.[0];
    for (const margin of ['left="1701"', 'right="567"', 'top="1134"', 'bottom="1134"'])
      expect(margins).toContain(margin);
    const headers = ['header1', 'header2'].map((name) => unzipped(file, `word/${name}.xml`).toString('utf8'));
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(1);
  });

  it('says in the header of every section that a rehearsal is one', async () => {
    const file = await renderDocx(draft);
    const sections =
      unzipped(file, 'word/document.xml')
        .toString('utf8')
        .match(/<w:sectPr/g)?.length ?? 0;
    for (let number = 1; number <= sections + 1; number += 1) {
      expect(unzipped(file, `word/header${number}.xml`).toString('utf8')).toContain('УЧЕБНОЕ ЗАСЕДАНИЕ');
    }
  });
});

const issuedTables = ({ appendices, questions }: ProtocolDocument): number =>
  [...appendices.map(({ blocks }) => blocks), ...questions.map(({ votes }) => votes)]
    .flat()
    .filter(({ type }) => type === 'table').length;

describe('PDF', () => {
  it('holds every number of the tree, in its order, and beside them only page numbers from the second page on', async () => {
    const pages = pdfPages(await renderPdf(issued));
    const left = besides(numbersIn(pages), numbersIn(documentTexts(issued)));
    const pageNumbers = pages.slice(1).map((_page, index) => String(index + 2));
    // Header rows repeat on the next page, with the weight that one of them names.
    const repeated = besides(
      left.sort((one, other) => Number(one) - Number(other)),
      pageNumbers,
    );
    expect(repeated.every((number) => number === '2') && repeated.length <= 1).toBe(true);
  });

  it('holds every word, read back through its embedded fonts', async () => {
    const pages = pdfPages(await renderPdf(issued));
    // A paragraph may go on over the page, where the page's number stands between.
    const text = words(
      pages.map((page, index) => page.replace(new RegExp(`${index + 1}\\s*$`), '')).join(''),
    );
    for (const part of documentTexts(issued)) expect(text).toContain(words(part));
  });

  it('loses nothing of texts that fit on no page', async () => {
    const long = (mark: string): string => `${mark} ${'слово '.repeat(1_600)}${mark}`;
    const question = choice('q', 'Лучший МФЦ', [
      nominee('a', long('номинант'), ''),
      nominee('b', 'Ъ'.repeat(2_000), ''),
    ]);
    const writer = new JournalWriter(plan([question]), '2021-06-25T06:50:00.000Z');
    writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' });
    writer.vote('q', { ballots: { m1: toNominee('b') } }).minutes('q', long('доклад'), long('выступление'));
    const document = buildProtocol(writer.entries, { version: '0.1.0', issued: { version: 1 } });
    const printed = words(pdfPages(await renderPdf(document)).join(''));
    const expected = words(documentTexts(document).join(''));
    for (const sign of ['слово', 'номинант', 'доклад', 'выступление', 'Ъ']) {
      expect(printed.split(sign).length).toBe(expected.split(sign).length);
    }
  });

  it('has an outline of its parts, its questions, the signatures and the appendices, each leading to its line', async () => {
    const file = await renderPdf(issued);
    const outline = pdfOutline(file);
    const headings = (blocks: readonly Block[]) =>
      blocks.flatMap((block) => (block.type === 'heading' ? [block.text.replace(/:$/, '')] : []));
    const entries = (depth: number) => (text: string) => ({ text, depth });
    expect(outline.map(({ text, depth }) => ({ text, depth }))).toEqual([
      ...['ПРОТОКОЛ', 'ПОВЕСТКА ДНЯ'].map(entries(0)),
      ...issued.questions.flatMap(({ heading }) => headings(heading)).map(entries(0)),
      ...['ОСОБЫЕ МНЕНИЯ', 'Приложения', 'Подписи'].map(entries(0)),
      ...issued.appendices.flatMap(({ number, title, blocks }) => [
        entries(0)(`Приложение № ${number}. ${title}`),
        ...headings(blocks).slice(1).map(entries(1)),
      ]),
    ]);
    expect(outline.filter(({ depth }) => depth === 1).length).toBeGreaterThan(2);
    const pages = pdfPages(file).map(words);
    const tops = outline.map(({ page, top }) => page * 842 - top);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(tops.length);
    for (const { text, page } of outline) {
      const printed = text.replace(/^Приложение № \d+\. /, '').replace('Подписи', 'Председательствующий');
      expect(pages[page - 1]).toContain(words(printed));
    }
  });

  it.each([
    ['issued', issued],
    ['a draft of a rehearsal', draft],
    ['with a roll call over several pages', buildProtocol(wideSession(60, 23), { version: '0.1.0' })],
  ])('is read out as the tree stands, without what is furniture of a page: %s', async (_what, document) => {
    const file = await renderPdf(document);
    const read = piecesIn(pdfStructure(file));
    expect(words(read.map(({ text }) => text).join(''))).toBe(words(documentTexts(document).join('')));
    expect(unmarked(file)).toBe('');
  });

  it('parts no short paragraph by a page, and no heading from what it stands above', async () => {
    // So many lines more at the beginning, and other lines are the last of their pages.
    for (let lines = 0; lines < 6; lines += 1) {
      const line = issued.intro.find(({ type }) => type === 'paragraph')!;
      const document = { ...issued, intro: [...issued.intro, ...Array<Block>(lines).fill(line)] };
      const read = piecesIn(pdfStructure(await renderPdf(document))).filter(({ text }) => text !== '');
      const parted = read.filter(({ pages }) => pages.length > 1);
      expect(parted.filter(({ text }) => text.length <= 300)).toEqual([]);
      read.forEach(({ role, text, pages }, index) => {
        const next = read[index + 1];
        if (role.startsWith('H') && next) expect([text, next.pages[0]]).toEqual([text, pages[0]]);
      });
    }
  });

  it('has headings that no level is left out between, and tables whose cells stand under a title', async () => {
    const read = piecesIn(pdfStructure(await renderPdf(issued)));
    const levels = read.flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(new Set(levels)).toEqual(new Set([1, 2, 3]));
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    const tables = read.filter(({ role }) => role === 'Table');
    expect(tables).toHaveLength(issuedTables(issued));
    for (const { children } of tables) {
      const [head, ...rows] = children.map((row) => row.children);
      expect(new Set(head?.map(({ scope }) => scope))).toEqual(new Set(['Column']));
      for (const cells of rows) {
        expect(cells).toHaveLength(head?.length ?? 0);
        expect(cells[0]?.scope).toBe('Row');
        expect(cells.at(-1)?.role).toBe('TD');
      }
    }
  });

  it('says that it is PDF/A-2a and PDF/UA-1, with all fonts embedded', async () => {
    const file = (await renderPdf(issued)).toString('latin1');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('/Marked true');
    const fonts = file.match(/\/FontDescriptor \d+ 0 R/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(file.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(
      new Set(file.match(/\/FontDescriptor \d+ 0 R/g)).size,
    );
  });

  it('carries «ПРОЕКТ» and the rehearsal’s name on every page of a draft', async () => {
    const pages = pdfPages(await renderPdf(draft));
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      expect(words(page)).toContain('ПРОЕКТ');
      expect(words(page)).toContain('УЧЕБНОЕЗАСЕДАНИЕ');
    }
    expect(words(pdfPages(await renderPdf(issued)).join(''))).not.toContain('ПРОЕКТ');
  });
});

describe('CSV', () => {
  it('is the roll call with a byte order mark and semicolons', () => {
    const lines = renderCsv(issued).toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF№;Член комиссии;Вопрос 1;Вопрос 2;Вопрос 3;Вопрос 4, голос. 1;Вопрос 4, голос. 2;Вопрос 5, голос. 1 (аннулир.);Вопрос 5, голос. 2',
    );
    expect(lines[5]).toBe('5;Ким А.Л.;за;"№ 1; изм. 1";№ 3;№ 2;№ 2;не голос.;оценки');
    expect(lines).toHaveLength(11);
  });

  it('makes text that a spreadsheet would run harmless', () => {
    const evil = smallSession({ roll: smallRoll('=HYPERLINK("http://x";"y")') });
    expect(renderCsv(buildProtocol(evil, { version: '1' })).toString('utf8')).toContain(`"'=HYPERLINK(`);
  });
});

const smallRoll = (name: string) =>
  Array.from({ length: 9 }, (_each, index) => ({
    memberId: `m${index + 1}`,
    name: index === 8 ? name : `Ким${'а'.repeat(index)} Пётр Петрович`,
    post: 'эксперт',
    body: '',
    role: 'member' as const,
    votes: true,
  }));

describe('JSON', () => {
  it('[12.4] is a document the verifier takes', () =>
    expect(
      parseJournal(
        JSON.parse(
          renderJson(
            journal.map((entry) => JSON.stringify(entry)),
            'open-ballot 0.1.0',
          ).toString('utf8'),
        ),
      ),
    ).toEqual({
      outcome: 'parsed',
      entries: journal,
    }));
});
