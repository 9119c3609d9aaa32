import type { TableEncoding } from '@open-ballot/shared/contract/import';
import { fault } from '@open-ballot/shared/rules/fault';
import { unusable } from './table.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TableEncoding;
}

/** A control that no text of a table holds: any but tabs and ends of lines. */
const foreign = /(?![\t\n\v\f\r])\p{Cc}/u;

const marks: readonly (readonly [mark: readonly number[], encoding: TableEncoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Of one byte a letter, the likelier first: they differ only in where the Russian letters stand. */
const ofOneByte = ['windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic'] as const;

/**
 * The text of a file that does not say how it is encoded: by its mark, by its zeros, as UTF-8 where it is that, and
 * otherwise in the encoding that makes the most plausible Russian of it.
 *
 * @throws {Problem} `no-table`, `damaged-encoding`, `unknown-encoding`.
 */
export function decoded(bytes: Uint8Array): DecodedText {
  const [, marked] = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const wide = marked ?? wideIn(bytes);
  const certain = wide ?? (read(bytes, 'utf-8') !== undefined || isMostlyUtf8(bytes) ? 'utf-8' : undefined);
  if (certain === undefined) return plausible(bytes);
  const text = read(bytes, certain);
  if (text === undefined) {
    const line = looselyRead(bytes, certain)
      .split('\uFFFD')[0]!
      .split(/\r\n|\n|\r/).length;
    const where = fault('file', 'encoding', { encoding: certain, line });
    throw unusable('damaged-encoding', where.message, where);
  }
  if (foreign.test(text)) throw noText();
  return { text, encoding: certain };
}

const noText = () => unusable('no-table', 'the file is neither XLSX nor CSV');

function plausible(bytes: Uint8Array): DecodedText {
  const readings = ofOneByte.flatMap((encoding) => {
    const text = read(bytes, encoding);
    return text === undefined || foreign.test(text) ? [] : [{ text, encoding, russian: russianIn(text) }];
  });
  if (readings.length === 0) throw noText();
  const [best] = readings.toSorted((one, other) => other.russian - one.russian);
  if (!best || best.russian < 0)
    throw unusable('unknown-encoding', `the text is no UTF-8, and no Russian in ${ofOneByte.join(', ')}`);
  return best;
}

/** UTF-16 without a mark: of all its letters one half is nearly always zero, or the number of the Cyrillic block. */
function wideIn(bytes: Uint8Array): TableEncoding | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  const blocks = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0 || byte === 4) blocks[at % 2]! += 1;
  const most = 0.45 * bytes.length;
  if (blocks[1]! > most) return 'utf-16le';
  return blocks[0]! > most ? 'utf-16be' : undefined;
}

/** Letters of two and more bytes among which some bytes are none: a file that was cut, or put together of two. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = looselyRead(bytes, 'utf-8');
  const strange = text.split('\uFFFD').length - 1;
  return (text.match(/[\u0080-\uFFFC]/g) ?? []).length > 2 * strange;
}

const letters = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
/** As much as a letter is frequent in Russian, from 0 to 3. */
const weights = new Map([...letters].map((letter, at) => [letter, Math.max(0, 3 - Math.floor(at / 8))]));
/** What people type beside letters. */
const usual = /[\s№«»„“”‘’–—…°•§±×©®€іїєґ]/u;
/** No word is spelled so: a capital after a small letter, letters of two alphabets, a sign that never comes first. */
const impossible = /(?<=[а-яё])[А-ЯЁ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]|(?<!\p{L})[ьъыЬЪЫ]/gu;

/** How much a text is like Russian: above zero for it, below for what a wrong encoding makes of it. */
function russianIn(text: string): number {
  let sum = 0;
  for (const letter of text) {
    if (letter < '\u0080') continue;
    sum += weights.get(letter.toLowerCase()) ?? (usual.test(letter.toLowerCase()) ? 0 : -4);
  }
  return sum - 4 * (text.match(impossible) ?? []).length;
}

const looselyRead = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding. The caller tries another or says so.
    return undefined;
  }
}
