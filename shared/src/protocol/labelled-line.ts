import { numberedList, paragraph } from './blocks.ts';
import type { Block } from './document.ts';

/** «Секретарь – М.Ю. Тихонова.» Not justified: a line of few long words would be torn apart. */
export const labelledLine = (label: string, text: string): Block =>
  paragraph([{ text: label, bold: true }, { text: sentence(text) }], { alignment: 'left' });

/** Items of one sentence: a semicolon after each, a full stop after the last. */
export const punctuatedList = (items: readonly string[]): Block =>
  numberedList(
    items.map((item, index) => ({
      label: `${index + 1}.`,
      text: index === items.length - 1 ? sentence(item) : `${withoutStop(item)};`,
    })),
  );

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A stop after a whole word ends a sentence; after «г.» or «руб.» it belongs to the word. */
const withoutStop = (text: string): string => text.replace(/(\p{L}{4}|[)»”"])\.$/u, '$1');
