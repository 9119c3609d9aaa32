import { abstains } from '../kinds/ballot-kind.ts';
import { ballotKinds } from '../kinds/registry.ts';
import { fault } from '../fault.ts';
import { refuse, refuseFields, type Refused } from '../refusal.ts';
import { paperOf } from '../counting/tally.ts';
import type { SessionEvent } from '../events.ts';
import {
  isPresent,
  isWrittenProcedure,
  type Ballot,
  type CountedBallot,
  type Question,
  type Round,
  type Seat,
  type Session,
} from '../session.ts';
import { closingFact } from './closing-fact.ts';
import {
  findRound,
  findSeat,
  isRefused,
  needsOpenSession,
  needsTime,
  type Answer,
  type CommandContext,
  type Handlers,
} from './handler.ts';

/** Rules 5, 8.4–8.6 and 9.1: own ballots, and ballots entered by the secretary. */
export const ballots: Handlers<'cast-ballot' | 'enter-ballot'> = {
  'cast-ballot': (context) => cast(context, context.command.ballot),
  'enter-ballot': (context) => entered(context, context.command.ballot),
};

/** What a ballot is decided by, but what is on it. */
export type Unseen<Type extends 'cast-ballot' | 'enter-ballot'> = Pick<
  CommandContext<Type>,
  'session' | 'authorised' | 'surroundings'
> & { readonly command: Omit<CommandContext<Type>['command'], 'ballot'> };

/** `ballot` is undefined where it is sealed: then everything is asked but what is on it (rule 10.4). */
export function cast(
  { session, command: { roundId, replaces }, authorised, surroundings }: Unseen<'cast-ballot'>,
  ballot: Ballot | undefined,
): Answer {
  const found = findRound(session, roundId);
  if (isRefused(found)) return found;
  const { question, round } = found;
  const seat = findSeat(session, authorised.actor);
  if (isRefused(seat)) return seat;
  const own = round.ballots.find((each) => each.memberId === seat.memberId);
  const refused =
    needsOpenSession(session) ??
    needsTime(session, surroundings) ??
    needsOpenRound(round, surroundings.now) ??
    needsVote(seat) ??
    needsToBeHere(session, seat) ??
    needsStanding(question, seat) ??
    mayReplace(session, own, replaces) ??
    checkBallot(session, round, ballot);
  if (refused) return refused;
  const fact: SessionEvent = {
    type: 'ballot-cast',
    roundId,
    memberId: seat.memberId,
    ...(ballot !== undefined && { ballot }),
    replaces,
  };
  return [fact, ...closingWith(session, question, round, seat, 'own', surroundings.now)];
}

export function entered(
  { session, command, surroundings }: Unseen<'enter-ballot'>,
  ballot: Ballot | undefined,
): Answer {
  const { roundId, memberId, basis, document } = command;
  const found = findRound(session, roundId);
  if (isRefused(found)) return found;
  const { question, round } = found;
  const seat = findSeat(session, memberId);
  if (isRefused(seat)) return seat;
  const refused =
    needsOpenSession(session) ??
    needsTime(session, surroundings) ??
    needsOpenRound(round, surroundings.now) ??
    needsVote(seat) ??
    needsStanding(question, seat) ??
    mayEnter(session, seat, basis, document) ??
    // Before it is said whether somebody has voted: a ballot that records nothing must not tell (rule 10.1).
    checkBallot(session, round, ballot) ??
    mayCorrect(
      session,
      round.ballots.find((each) => each.memberId === memberId),
    );
  if (refused) return refused;
  const fact: SessionEvent = {
    type: 'ballot-entered',
    roundId,
    memberId,
    ...(ballot !== undefined && { ballot }),
    basis,
    ...(document !== undefined && { document }),
  };
  return [fact, ...closingWith(session, question, round, seat, basis, surroundings.now)];
}

export function needsOpenRound({ status, closesAt }: Round, now: string): Refused | undefined {
  if (status !== 'open') return refuse('round-not-open', `the round is ${status}`);
  // Its closing may not be recorded yet.
  return closesAt !== undefined && now >= closesAt
    ? refuse('round-not-open', `the round ended at ${closesAt}`)
    : undefined;
}

const needsVote = ({ votes }: Seat): Refused | undefined =>
  votes ? undefined : refuse('no-vote', 'the seat has no vote');

/** Rule 2.2; in a written procedure nobody is (rule 1.8). */
const needsToBeHere = (session: Session, seat: Seat): Refused | undefined =>
  isPresent(seat) || isWrittenProcedure(session)
    ? undefined
    : refuse('not-present', `attendance is ${seat.attendance}`);

const needsStanding = ({ recused }: Question, { memberId }: Seat): Refused | undefined =>
  recused.some((each) => each.memberId === memberId)
    ? refuse('recused', 'the member is recused from this question')
    : undefined;

/** Rule 9.1, and 8.5: an own ballot replaces one entered by hand once, whatever the rule set says of changes. */
function mayReplace(
  { ruleSet }: Session,
  own: CountedBallot | undefined,
  replaces: number | null,
): Refused | undefined {
  if (own && own.basis !== 'own' && replaces === null) return undefined;
  if (own?.basis === 'own' && !ruleSet.changeUntilClose)
    return refuse('already-voted', `the ballot is entry ${own.position}`);
  return (own?.position ?? null) === replaces
    ? undefined
    : refuseFields('ballot-changed-elsewhere', fault('replaces', 'changed'));
}

function mayEnter(
  session: Session,
  seat: Seat,
  basis: 'by-hand' | 'written',
  document: string | undefined,
): Refused | undefined {
  if (basis === 'by-hand' && isWrittenProcedure(session))
    return refuse('not-allowed-by-rules', 'a written procedure has own and written ballots alone');
  if (basis === 'by-hand')
    return isPresent(seat) ? undefined : refuse('not-present', 'a ballot by hand is for somebody present');
  if (!session.ruleSet.absentee) return refuse('not-allowed-by-rules', 'the rule set has no written ballots');
  return document ? undefined : refuseFields('invalid', fault('document', 'missing'));
}

/** Rule 8.5: never over the member's own ballot; over an own entry only where ballots may change. */
function mayCorrect({ ruleSet }: Session, before: CountedBallot | undefined): Refused | undefined {
  if (!before) return undefined;
  if (before.basis === 'own') return refuse('already-voted-in-person', 'the member has voted');
  return ruleSet.changeUntilClose
    ? undefined
    : refuse('already-voted', `the ballot is entry ${before.position}`);
}

function checkBallot({ ruleSet }: Session, round: Round, ballot: Ballot | undefined): Refused | undefined {
  if (ballot === undefined) return undefined;
  if (Object.keys(ballot).length !== 1)
    return refuseFields('choice-not-offered', fault('ballot', 'not-offered'));
  if (abstains(ballot))
    return ruleSet.abstain ? undefined : refuse('abstain-not-allowed', 'the rule set forbids abstaining');
  if ('answers' in ballot && !ruleSet.abstain && Object.values(ballot.answers).includes('abstain'))
    return refuse('abstain-not-allowed', 'the rule set forbids abstaining');
  return ballotKinds[round.ballotKind].check(ballot, paperOf(round));
}

/** Rule 4.3: with `closeWhenAllVoted` the ballot of the last entitled present member closes the round. */
function closingWith(
  session: Session,
  question: Question,
  round: Round,
  seat: Seat,
  basis: CountedBallot['basis'],
  now: string,
): SessionEvent[] {
  if (!session.ruleSet.closeWhenAllVoted) return [];
  const ballot = { memberId: seat.memberId, basis, position: 0, changes: 0 };
  const after = {
    ...round,
    ballots: [...round.ballots.filter((each) => each.memberId !== seat.memberId), ballot],
  };
  const closing = closingFact(session, question, after, { by: 'all-voted', effectiveAt: now });
  return closing.notVoted.length === 0 ? [closing] : [];
}
