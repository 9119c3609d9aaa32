/** A control that no text of a table holds: any but tabs and ends of lines. */
const foreign = /(?![\t\n\v\f\r])\p{Cc}/u;

const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a file that does not say how it is encoded: by its mark, as UTF-8 where it is that, and otherwise as
 * Russian Excel saves a CSV, windows-1251. Undefined where it is no text.
 */
export function decoded(bytes: Uint8Array): string | undefined {
  const [, marked] = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const text = marked ? read(bytes, marked) : (read(bytes, 'utf-8') ?? read(bytes, 'windows-1251'));
  return text === undefined || foreign.test(text) ? undefined : text;
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding. The caller tries another or takes it for no text.
    return undefined;
  }
}
