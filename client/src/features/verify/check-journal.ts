import { parseJournal } from '@open-ballot/shared/verifier/parse-journal';
import { verifyParsed, type Verification } from '@open-ballot/shared/verifier/verify';

export type Checked =
  | { readonly outcome: 'verified'; readonly verification: Verification }
  | { readonly outcome: 'not-json' }
  | { readonly outcome: 'not-a-journal'; readonly detail: string };

/** Reads the text of a journal file and recounts it. Pure; for a long journal it takes seconds. */
export function checkJournal(text: string, head: string | undefined): Checked {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { outcome: 'not-json' };
  }
  const parsed = parseJournal(json);
  if (parsed.outcome === 'not-a-journal') return parsed;
  return { outcome: 'verified', verification: verifyParsed(parsed, head === undefined ? {} : { head }) };
}
