import { finding, type Finding } from './finding.ts';

/** A journal needs less than half of it. */
const deepest = 64;

/** Where in a JSON text something is: keys and indexes from the outside in. */
export type Place = readonly (string | number)[];

/** Something that two readers of the same JSON could take for different things. */
export interface Oddity {
  readonly place: Place;
  readonly about: (path: string) => Finding;
}

export type StrictJson =
  | { readonly outcome: 'read'; readonly json: unknown; readonly oddity?: Oddity }
  | { readonly outcome: 'not-json' };

/**
 * Reads JSON and says what in it has no one meaning: RFC 8785 spells only what RFC 7493 allows, so that no hash covers
 * a key that stands twice, half of a surrogate pair, or a number that doubles cannot hold.
 */
export function readStrictJson(text: string): StrictJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { outcome: 'not-json' };
  }
  const oddity = oddityIn(text);
  return { outcome: 'read', json, ...(oddity && { oddity }) };
}

interface Level {
  /** Of an object: the keys so far. */
  readonly keys?: Set<string>;
  at: string | number;
}

const numeral = /-?\d[\d.eE+-]*/y;

/** The first oddity of a text that is JSON. A loop over its signs: nesting must not exhaust the stack. */
function oddityIn(text: string): Oddity | undefined {
  const levels: Level[] = [];
  const here = (about: Oddity['about']): Oddity => ({ place: levels.map(({ at }) => at), about });
  let isKeyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
      case '[':
        if (levels.length === deepest) return here((path) => finding('too-deep', path, { most: deepest }));
        isKeyNext = text[at] === '{';
        levels.push(isKeyNext ? { keys: new Set(), at: '' } : { at: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        isKeyNext = false;
        break;
      case ',':
        if (typeof level!.at === 'number') level!.at += 1;
        isKeyNext = level!.keys !== undefined;
        break;
      case '"': {
        const end = endOfText(text, at);
        const spelled = text.slice(at, end + 1);
        const isEscaped = spelled.includes('\\');
        const read = isEscaped ? (JSON.parse(spelled) as string) : spelled.slice(1, -1);
        const isTwice = isKeyNext && level!.keys!.has(read);
        if (isKeyNext) {
          level!.keys!.add(read);
          level!.at = read;
          isKeyNext = false;
        }
        if (isTwice) return here((path) => finding('key-twice', path));
        if (isEscaped && /\p{Surrogate}/u.test(read)) return here((path) => finding('surrogate', path));
        at = end;
        break;
      }
      default: {
        numeral.lastIndex = at;
        const [number] = numeral.exec(text) ?? [];
        if (number === undefined) break;
        if (!Number.isSafeInteger(Number(number))) return here((path) => finding('not-exact', path));
        at += number.length - 1;
      }
    }
  }
  return undefined;
}

/** The closing quote of a text that begins at `start`. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}
