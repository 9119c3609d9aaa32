import { parentPort, workerData } from 'node:worker_threads';
import type { Cards } from './card.ts';
import { renderCards } from './render-cards.ts';

parentPort?.postMessage(await renderCards(workerData as Cards));
