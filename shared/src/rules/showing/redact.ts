import type { JournalEntry, Opening } from '../events.ts';
import { standingOf } from '../rounds.ts';
import {
  openRounds,
  questionOf,
  roundOf,
  type Question,
  type Round,
  type Session,
  type Tally,
} from '../session.ts';

/** Who looks: officers also see reasons; nobody sees hidden choices of an open round but their own (rule 10). */
export type Audience = 'public' | 'officers';

/**
 * What this audience may have of an entry. Only ever takes the opening of a sealed entry away, so that
 * every audience verifies the whole chain (rule 10.4). `session` is the session as it stands now.
 */
export function redact(entry: JournalEntry, audience: Audience, session: Session): JournalEntry {
  if (!entry.opening || mayOpen(entry, audience, session)) return entry;
  const { opening: _opening, ...redacted } = entry;
  return redacted;
}

function mayOpen({ event, position }: JournalEntry, audience: Audience, session: Session): boolean {
  switch (event.type) {
    case 'ballot-cast':
    case 'ballot-entered':
      return (roundOf(session, String(event['roundId']))?.round.status ?? 'open') !== 'open';
    case 'member-recused':
      return !wasInOpenRound(session, String(event['questionId']), position);
    case 'recusal-explained':
      return audience === 'officers' && !wasInOpenRound(session, String(event['questionId']), position);
    default:
      return audience === 'officers';
  }
}

/** Under `totals` a recusal in the open round would show by the falling count whose ballot it was (rule 8.1). */
const wasInOpenRound = (session: Session, questionId: string, position: number): boolean =>
  session.ruleSet.visibility === 'totals' &&
  (questionOf(session, questionId)?.rounds.some(
    (each) => each.status === 'open' && each.openedPosition < position,
  ) ??
    false);

/** The openings that everybody may have once this round has closed (rule 10.4). */
export const openingsOf = (
  entries: readonly JournalEntry[],
  round: Round,
  session: Session,
): { readonly position: number; readonly opening: Opening }[] =>
  entries.flatMap((entry) =>
    entry.opening &&
    entry.position > round.openedPosition &&
    entry.position < (round.closedPosition ?? 0) &&
    mayOpen(entry, 'public', session)
      ? [{ position: entry.position, opening: entry.opening }]
      : [],
  );

/** Running counts of open rounds where the rules show counts but not ballots (rule 10.1). */
export function hiddenTallies(session: Session): Readonly<Record<string, Tally>> | undefined {
  if (session.ruleSet.visibility !== 'totals') return undefined;
  const open = openRounds(session);
  if (open.length === 0) return undefined;
  return Object.fromEntries(
    open.map(({ question, round }) => [round.roundId, publicRound(session, question, round).tally]),
  );
}

/** The session as this audience may see it: what evolving the redacted entries would have made of it. */
export function redactSession(session: Session, audience: Audience): Session {
  const questions = session.questions.map((question) => {
    const open = question.rounds.find((each) => each.status === 'open');
    const recused = visiblyRecused(session, question, open);
    return {
      ...question,
      rounds: question.rounds.map((each) => (each === open ? publicRound(session, question, open) : each)),
      recused: audience === 'officers' ? recused : recused.map(({ memberId }) => ({ memberId })),
    };
  });
  const roll =
    audience === 'officers' ? session.roll : session.roll.map(({ reason: _reason, ...seat }) => seat);
  return { ...session, roll, questions };
}

/** Under `totals` recusals from the open round are sealed until it closes (rule 8.1). */
function visiblyRecused(session: Session, question: Question, open: Round | undefined): Question['recused'] {
  if (session.ruleSet.visibility !== 'totals' || !open) return question.recused;
  const hidden = open.sealed.filter((each) => each.type === 'member-recused').map((each) => each.memberId);
  return question.recused.filter((each) => !hidden.includes(each.memberId));
}

function publicRound(session: Session, question: Question, round: Round): Round {
  const { visibility } = session.ruleSet;
  if (visibility === 'names') return round;
  if (visibility === 'turnout')
    return {
      ...round,
      ballots: round.ballots.map(({ ballot: _ballot, ...shown }) => shown),
      sealed: round.sealed.map((each) => ({ ...each, opened: false })),
    };
  // Of those who left or wrote, only a ballot would keep a name among the entitled: it would tell of the ballot.
  const standing = standingOf(session, { recused: visiblyRecused(session, question, round) }, new Set());
  return {
    ...round,
    ...standing,
    ballots: [],
    sealed: round.sealed.map(({ memberId: _memberId, ...each }) => ({ ...each, opened: false })),
    tally: {
      ...round.tally,
      notVoted: Math.max(0, standing.entitled.length - round.tally.ballots),
      recused: standing.recused.length,
    },
  };
}

/** The ballots that count for this seat, by round: a member always sees the own ballot (rule 10.1). */
export function ownBallots(
  session: Session,
  memberId: string,
): Record<
  string,
  { ballot: NonNullable<Round['ballots'][number]['ballot']>; position: number; basis: string }
> {
  const own: ReturnType<typeof ownBallots> = {};
  for (const question of session.questions)
    for (const round of question.rounds) {
      const counted = round.ballots.find((each) => each.memberId === memberId);
      if (counted?.ballot)
        own[round.roundId] = { ballot: counted.ballot, position: counted.position, basis: counted.basis };
    }
  return own;
}
