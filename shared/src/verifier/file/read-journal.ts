import { parseJournal, type ParsedJournal } from '../parse-journal.ts';
import { finding } from './finding.ts';
import { readStrictJson } from './strict-json.ts';

/** Every browser and Node.js have it, though the language has not. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true },
) => { readonly decode: (bytes: Uint8Array, options?: { readonly stream: boolean }) => string };

/**
 * Reads an exported journal from the bytes of its file: UTF-8, with or without a byte order mark, that has one meaning
 * as JSON. Command line and page begin here, so that no file is one journal to the one and another to the other.
 */
export function readJournal(bytes: Uint8Array): ParsedJournal {
  const text = textOf(bytes);
  if (text === undefined)
    return { outcome: 'refused', finding: finding('not-utf8', '', { byte: firstBadByte(bytes) }) };
  const read = readStrictJson(text);
  return read.outcome === 'not-json'
    ? { outcome: 'refused', finding: finding('not-json', '') }
    : parseJournal(read.json, read.oddity);
}

function textOf(bytes: Uint8Array, more?: { readonly stream: boolean }): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, more);
  } catch (error) {
    if ((error as Error).name === 'TypeError') return undefined;
    throw error;
  }
}

/** Counted from 1. What is before it can be read, as far as it goes. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (good + 1 < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (textOf(bytes.subarray(0, middle), { stream: true }) === undefined) bad = middle;
    else good = middle;
  }
  return bad;
}
