import { describe, expect, it, jest } from '@jest/globals';
import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import { smallSession, wideSession } from '@open-ballot/shared/testing/protocol-samples';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { parseJournal } from '@open-ballot/shared/verifier/parse-journal';
import { unzipped } from '../testing/docx-text.ts';
import { pdfPages } from '../testing/pdf-text.ts';
import { renderCsv } from './render-csv.ts';
import { renderJournal } from './render-in-worker.ts';
import { renderedFormats } from './rendering.ts';

const entries = smallSession();
const textsOf = (journal: readonly JournalEntry[]) => journal.map((entry) => JSON.stringify(entry));
const journal = textsOf(entries);

// Each thread compiles the sources anew, and a test machine may be busy.
jest.setTimeout(120_000);

describe('rendering beside the main thread', () => {
  it('draws a document in each format', async () => {
    const { docx, pdf, xlsx, csv, json } = await renderJournal(
      journal,
      { version: '0.1.0' },
      renderedFormats,
    );
    expect(unzipped(docx, 'word/document.xml').toString('utf8')).toContain('ПОВЕСТКА ДНЯ');
    expect(pdfPages(pdf).length).toBeGreaterThan(5);
    expect(unzipped(xlsx, 'xl/workbook.xml').toString('utf8')).toContain('Поименно');
    expect(csv).toEqual(renderCsv(buildProtocol(entries, { version: '0.1.0' })));
    expect(parseJournal(JSON.parse(json.toString('utf8')))).toEqual({ outcome: 'parsed', entries });
  });

  it('builds the protocol and the extract of a journal', async () => {
    const options = { version: '0.1.0', issued: { version: 1 } };
    const { pdf, csv } = await renderJournal(journal, options, ['pdf', 'csv']);
    expect(Buffer.isBuffer(pdf)).toBe(true);
    expect(csv).toEqual(renderCsv(buildProtocol(entries, { version: '0.1.0' })));
    const extract = await renderJournal(journal, { ...options, questionId: 'mfc' }, ['pdf']);
    expect(pdfPages(extract.pdf).join(' ')).toContain('Верно:');
  });

  it('tells what went wrong, and draws the next one all the same', async () => {
    await expect(renderJournal([], { version: '1' }, ['csv'])).rejects.toThrow('at least one entry');
    await expect(renderJournal(journal, { version: '1', questionId: 'nothing' }, ['csv'])).rejects.toThrow(
      'no question nothing',
    );
    await expect(renderJournal(journal, { version: '1' }, ['csv'])).resolves.toHaveProperty('csv');
  });

  it('leaves this thread free while a wide protocol is drawn', async () => {
    const wide = textsOf(wideSession(40, 30));
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const startedAt = performance.now();
    await renderJournal(wide, { version: '0.1.0' }, ['docx', 'pdf']);
    const took = performance.now() - startedAt;
    clearInterval(beat);
    // Drawing takes far longer than any pause it causes here, on however slow a machine.
    expect(longest).toBeLessThan(took / 4);
  });
});
