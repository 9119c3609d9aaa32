import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { journalFormat, type ExportedJournal } from '@open-ballot/shared/verifier/parse-journal';

/** The whole journal for the verifier, one entry a line so that two exports can be compared by eye. */
export function renderJson(sessionId: string, entries: readonly JournalEntry[], program: string): Buffer {
  const frame: Omit<ExportedJournal, 'entries'> = { format: journalFormat, program, sessionId };
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return Buffer.from(`${JSON.stringify(frame).slice(0, -1)},"entries":[\n${lines}\n]}\n`);
}
