import { describe, expect, it, jest } from '@jest/globals';
import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import { smallSession, wideSession } from '@open-ballot/shared/testing/protocol-samples';
import { pdfPages, unzipped } from '../testing/document-text.ts';
import { renderCsv } from './render-csv.ts';
import { renderJournal, renderProtocol } from './render-in-worker.ts';

const journal = smallSession();

// Each thread compiles the sources anew, and a test machine may be busy.
jest.setTimeout(120_000);

describe('rendering beside the main thread', () => {
  it('draws a document in each format', async () => {
    const document = buildProtocol(journal, { version: '0.1.0' });
    const [docx, pdf, csv] = await Promise.all(
      (['docx', 'pdf', 'csv'] as const).map((format) => renderProtocol(document, format)),
    );
    expect(unzipped(docx as Buffer, 'word/document.xml').toString('utf8')).toContain('ПОВЕСТКА ДНЯ');
    expect(pdfPages(pdf as Buffer).length).toBeGreaterThan(5);
    expect(csv).toEqual(renderCsv(document));
  });

  it('builds the protocol and the extract of a journal', async () => {
    const { pdf, csv } = await renderJournal(journal, { version: '0.1.0', issued: { version: 1 } }, [
      'pdf',
      'csv',
    ]);
    expect(Buffer.isBuffer(pdf)).toBe(true);
    expect(csv).toEqual(renderCsv(buildProtocol(journal, { version: '0.1.0' })));
    const extract = await renderJournal(journal, { version: '0.1.0', questionId: 'mfc' }, ['pdf']);
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
    const wide = wideSession(40, 30);
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
