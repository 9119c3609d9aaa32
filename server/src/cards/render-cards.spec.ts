import { expect, it, jest } from '@jest/globals';
import { pdfPages } from '../testing/pdf-text.ts';
import { drawCards } from './draw-cards.ts';

// A machine that builds and tests at once is slow to start a thread.
jest.setTimeout(60_000);

it('leaves out nobody, however long their names and the title are', async () => {
  const card = (number: number) => ({
    name: `${number} `.concat('Ш'.repeat(998)),
    link: `https://ballot.example/l#${'W'.repeat(42)}${number}`,
    expiresAt: '2026-12-31T10:00:00Z',
  });
  const cards = Array.from({ length: 9 }, (_, number) => card(number));
  const drawing = { contest: 'Щ '.repeat(1_000), timeZone: 'Europe/Moscow', language: 'ru' } as const;
  const pages = pdfPages(await drawCards({ cards, ...drawing }));
  const text = pages.join('').replaceAll(' ', '');
  for (const { link } of cards) expect(text).toContain(link);
});
