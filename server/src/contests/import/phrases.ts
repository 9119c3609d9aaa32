import { alike } from './alike.ts';

const endings =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ией|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ов|ев|ам|ям|ах|ях|ом|ем|ью|ия|ию|ии|а|я|о|е|ы|и|у|ю|ь|s)$/;

/** A word without what number and case change in it, roughly: both sides of a comparison go through it. */
const stem = (word: string): string => (word.length > 3 ? word.replace(endings, '') : word);

/** The words of a text in their stems. */
export const stemsOf = (text: string): readonly string[] =>
  alike(text)
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '')
    .map(stem);

/**
 * Which of some meanings a text has: that of the longest phrase whose words are all in it, in whatever order, number
 * and case, if the words beside them say nothing. Of equal phrases the first one counts.
 */
export function phrasesMatcher<Meaning extends string>(
  meanings: readonly (readonly [Meaning, readonly string[]])[],
  fillers: string,
): (text: string) => Meaning | undefined {
  const beside = new Set(stemsOf(fillers));
  const phrases = meanings
    .flatMap(([meaning, ofMeaning]) => ofMeaning.map((phrase) => ({ meaning, words: stemsOf(phrase) })))
    .toSorted((one, other) => other.words.length - one.words.length);
  const longest = (phrases[0]?.words.length ?? 0) + beside.size;
  const meaningOf = (words: readonly string[]): Meaning | undefined => {
    if (words.length === 0 || words.length > longest) return undefined;
    return phrases.find(
      (phrase) =>
        phrase.words.every((word) => words.includes(word)) &&
        words.every((word) => phrase.words.includes(word) || beside.has(word)),
    )?.meaning;
  };
  // In brackets stand units and examples, «(дд.мм.гггг)», and sometimes what matters.
  return (text) => meaningOf(stemsOf(text)) ?? meaningOf(stemsOf(text.replaceAll(/\([^)]*\)?/g, ' ')));
}
