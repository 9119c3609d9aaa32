import type { JournalEntry } from '@open-ballot/shared/rules/events';
import { journalFormat, type ExportedJournal } from '@open-ballot/shared/verifier/parse-journal';

/** The whole journal for the verifier, one entry a line so that two exports can be compared by eye. */
export function renderJson(journal: readonly string[], program: string): Buffer {
  const { sessionId } = JSON.parse(journal[0] ?? '{}') as JournalEntry;
  const frame: Omit<ExportedJournal, 'entries'> = { format: journalFormat, program, sessionId };
  return Buffer.from(`${JSON.stringify(frame).slice(0, -1)},"entries":[\n${journal.join(',\n')}\n]}\n`);
}
