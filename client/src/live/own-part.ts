import type { You } from '@open-ballot/shared/contract/live';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import type { Ballot, Round, Session, Tally } from '@open-ballot/shared/rules/session';

type CastBallot = Extract<SessionCommand, { readonly type: 'cast-ballot' }>;

/** The own ballot of a round, as far as its position: what the next change must name (rule 9.1). */
export interface OwnBallot {
  readonly ballot: Ballot;
  readonly position: number;
  readonly basis: string;
}

/** A receipt may come after that of the ballot which replaced its own. */
export const withOwnBallot = (you: You, { roundId, ballot }: CastBallot, position: number): You =>
  (you.ballots[roundId]?.position ?? 0) > position
    ? you
    : { ...you, ballots: { ...you.ballots, [roundId]: { ballot, position, basis: 'own' } } };

/** What the server told as of a position, and the own ballots that receipts have told of since then. */
export const withLaterBallots = (told: You, before: You, position: number): You =>
  told.memberId !== before.memberId
    ? told
    : {
        ...told,
        ballots: {
          ...told.ballots,
          ...Object.fromEntries(
            Object.entries(before.ballots).filter(([, ballot]) => ballot.position > position),
          ),
        },
      };

/**
 * One's own counted ballot in a round: from the journal where it shows names, else from what the server told
 * this viewer alone. The later of both counts; a recusal takes it away.
 */
export function ownBallotIn(round: Round, you: You): OwnBallot | undefined {
  if (you.memberId === undefined || round.recused.includes(you.memberId)) return undefined;
  const shown = round.ballots.find((each) => each.memberId === you.memberId);
  const own = you.ballots[round.roundId];
  if (shown?.ballot && shown.position >= (own?.position ?? 0))
    return { ballot: shown.ballot, position: shown.position, basis: shown.basis };
  return own;
}

/** Counts that came beside sealed ballots, put where the ballots would have led (rule 10.1, `totals`). */
export function withTallies(session: Session, tallies: Readonly<Record<string, Tally>> | undefined): Session {
  if (!tallies) return session;
  return {
    ...session,
    questions: session.questions.map((question) =>
      question.rounds.some((round) => tallies[round.roundId])
        ? {
            ...question,
            rounds: question.rounds.map((round) => {
              const tally = tallies[round.roundId];
              return tally ? { ...round, tally } : round;
            }),
          }
        : question,
    ),
  };
}
