import type { Finding } from '@open-ballot/shared/verifier/file/finding';
import { readJournal } from '@open-ballot/shared/verifier/file/read-journal';
import { verifyParsed, type Verification } from '@open-ballot/shared/verifier/verify';

export type Checked =
  | { readonly outcome: 'verified'; readonly verification: Verification }
  | { readonly outcome: 'refused'; readonly finding: Finding };

/** Reads a journal file and recounts it. Pure; for a long journal it takes seconds. */
export function checkJournal(bytes: Uint8Array, head: string | undefined): Checked {
  const parsed = readJournal(bytes);
  if (parsed.outcome === 'refused') return parsed;
  return { outcome: 'verified', verification: verifyParsed(parsed, head === undefined ? {} : { head }) };
}
