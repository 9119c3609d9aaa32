import type { Seat } from '../../rules/session.ts';
import type { SessionRecord } from '../session-record.ts';

/** «письменный бюллетень по вопросу 2», «письменные бюллетени по вопросам 2, 3»; nothing of whoever sent none. */
export function writtenBallotRemarks({ session }: SessionRecord, { memberId }: Seat): string[] {
  const numbers = session.questions.flatMap(({ rounds }, index) =>
    rounds.some(
      ({ status, ballots }) =>
        status !== 'annulled' &&
        ballots.some((each) => each.memberId === memberId && each.basis === 'written'),
    )
      ? [index + 1]
      : [],
  );
  if (numbers.length === 0) return [];
  return numbers.length === 1
    ? [`письменный бюллетень по вопросу ${numbers.join('')}`]
    : [`письменные бюллетени по вопросам ${numbers.join(', ')}`];
}
