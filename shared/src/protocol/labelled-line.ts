import { numberedList, paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import { asContinuation, asSentence } from './language/wording.ts';

/** «Секретарь – М.Ю. Тихонова.» Not justified: a line of few long words would be torn apart. */
export const labelledLine = (label: string, text: string): Block =>
  paragraph([{ text: label, bold: true }, { text: asSentence(text) }], { alignment: 'left' });

/** Items of one sentence: a semicolon after each, a full stop after the last. */
export const punctuatedList = (items: readonly string[]): Block =>
  numberedList(
    items.map((item, index) => ({
      label: `${index + 1}.`,
      text: index === items.length - 1 ? asSentence(item) : `${asContinuation(item)};`,
    })),
  );
