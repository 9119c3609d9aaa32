import { thread } from '../threads/thread.ts';
import type { Cards } from './card.ts';

const drawn = thread<Cards, Uint8Array>({
  beside: import.meta.url,
  file: './cards-worker',
  patienceMs: 60_000,
});

/** A PDF of A4 pages to be cut, drawn beside the main thread. */
export const drawCards = async (cards: Cards): Promise<Buffer> => Buffer.from(await drawn(cards));
