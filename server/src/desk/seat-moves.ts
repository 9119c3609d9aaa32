import type { EventType, JournalEntry } from '@open-ballot/shared/rules/events';

/** Facts after which somebody else may sit in a seat. Who that is stands beside the journal (rule 12.5). */
const movesSeats: ReadonlySet<EventType> = new Set([
  'session-convened',
  'session-amended',
  'substitute-appointed',
]);

/** The position of the last of these entries that may have moved somebody into or out of a seat. */
export const lastSeatMove = (entries: readonly JournalEntry[]): number | undefined =>
  entries.findLast(({ event }) => movesSeats.has(event.type))?.position;
