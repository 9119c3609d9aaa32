import { eventOf, type JournalEntry } from '../rules/events.ts';
import { roundOf, type RoundKind, type Session } from '../rules/session.ts';

/** An entry whose hash people have seen or hold on paper: a closing from the wall, a protocol's printed head (rule 12.4). */
export type Landmark = { readonly position: number; readonly hash: string } & (
  | {
      readonly kind: 'closing';
      /** 1 for the first on the agenda. */
      readonly questionNumber: number;
      readonly round: { readonly kind: RoundKind; readonly number: number };
    }
  | { readonly kind: 'protocol'; readonly version: number }
);

/** In the order of the journal. */
export const landmarksOf = (session: Session, journal: readonly JournalEntry[]): Landmark[] =>
  journal
    .flatMap((entry) => landmarkOf(session, journal, entry) ?? [])
    .sort((one, other) => one.position - other.position);

function landmarkOf(
  session: Session,
  journal: readonly JournalEntry[],
  entry: JournalEntry,
): Landmark | undefined {
  const event = eventOf(entry);
  if (event.type === 'round-closed') {
    const { question, round } = roundOf(session, event.roundId)!;
    const { position, hash } = entry;
    return {
      kind: 'closing',
      position,
      hash,
      questionNumber: session.questions.indexOf(question) + 1,
      round: { kind: round.kind, number: round.number },
    };
  }
  if (event.type !== 'protocol-issued') return undefined;
  const printed = journal[event.throughPosition - 1];
  return (
    printed && {
      kind: 'protocol',
      position: printed.position,
      hash: printed.hash,
      version: event.version,
    }
  );
}
