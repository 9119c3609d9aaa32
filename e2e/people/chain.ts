import { createHash } from 'node:crypto';
import type { JournalEntry } from '@open-ballot/shared/rules/events';

/**
 * The chain as anybody outside can check it, written from the contract and not from the program: canonical JSON
 * (RFC 8785), SHA-256, sixty-four zeros to begin with. Answers the first position that does not hold.
 */
export function brokenAt(
  entries: readonly JournalEntry[],
  previous: { position: number; hash: string } = genesis,
): number | undefined {
  let head = previous;
  for (const { hash, opening, ...unhashed } of entries) {
    const holds =
      unhashed.position === head.position + 1 &&
      unhashed.previousHash === head.hash &&
      hash === sha256(canonical(unhashed)) &&
      (opening === undefined || unhashed.event.sealed === sha256(canonical(opening)));
    if (!holds) return head.position + 1;
    head = { position: unhashed.position, hash };
  }
  return undefined;
}

const genesis = { position: 0, hash: '0'.repeat(64) };

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
