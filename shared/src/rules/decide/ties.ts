import { binds } from '../editions.ts';
import { fault } from '../fault.ts';
import { strangeAmong } from '../kinds/ballot-kind.ts';
import { awardsPlaces } from '../kinds/registry.ts';
import { refuse, refuseFields, type Refused } from '../refusal.ts';
import { seatOf, type Question, type Round, type Session } from '../session.ts';
import type { PersonalTieBreaker } from '../plan/rule-set.ts';
import {
  findRound,
  isRefused,
  needsOpenSession,
  needsPresiding,
  needsTime,
  needsUnclosedSession,
  type Handlers,
} from './handler.ts';

const awaitedBy = (session: Session, { status, outcome }: Round): PersonalTieBreaker | undefined =>
  status === 'annulled' && binds('annulled-awaits-nobody', session) ? undefined : outcome?.awaiting;

const needsAwaiting = (session: Session, round: Round, whom: PersonalTieBreaker): Refused | undefined =>
  awaitedBy(session, round) === whom
    ? undefined
    : refuse('not-allowed-by-rules', `the round does not await ${whom}`);

/** Rule 7.2: what people decide about a tie. */
export const ties: Handlers<'give-casting-vote' | 'decline-tie-breaker' | 'record-lot'> = {
  'give-casting-vote': ({ session, command: { roundId, choice, nomineeId }, authorised, surroundings }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const refused =
      needsOpenSession(session) ??
      needsTime(session, surroundings) ??
      needsAwaiting(session, found.round, 'casting-vote') ??
      needsPresiding(session) ??
      mayCastExtra(session, found.question, authorised.actor) ??
      checkCastingVote(found, choice, nomineeId);
    if (refused) return refused;
    const side = choice === undefined ? { nomineeId: nomineeId ?? '' } : { choice };
    return [{ type: 'casting-vote-given', roundId, memberId: authorised.actor, ...side }];
  },
  'decline-tie-breaker': ({ session, command: { roundId } }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const refused = needsUnclosedSession(session);
    if (refused) return refused;
    const tieBreaker = awaitedBy(session, found.round);
    return tieBreaker === undefined
      ? refuse('not-allowed-by-rules', 'the round awaits nobody')
      : [{ type: 'tie-breaker-declined', roundId, tieBreaker }];
  },
  'record-lot': ({ session, command: { roundId, nomineeIds, witnesses }, surroundings }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const refused =
      needsOpenSession(session) ??
      needsTime(session, surroundings) ??
      needsAwaiting(session, found.round, 'lot-by-hand');
    if (refused) return refused;
    const among = found.round.outcome?.among ?? [];
    const strange = strangeAmong('nomineeIds', nomineeIds, among);
    if (strange) return refuseFields('choice-not-offered', strange);
    // The last one needs no drawing.
    return nomineeIds.length < among.length - 1 && nomineeIds.length < slotsAtIssue(found.round)
      ? refuseFields('incomplete-ballot', fault('nomineeIds', 'too-few', { least: among.length - 1 }))
      : [{ type: 'lot-recorded', roundId, nomineeIds, witnesses }];
  },
};

/** How many of the tied can win at the most: a lot that names that many is enough when the winners are equal. */
function slotsAtIssue({ openPlaces, outcome }: Round): number {
  const won = outcome?.winners.length ?? 0;
  const slots = openPlaces.reduce((sum, { count }) => sum + count, 0) - won;
  return openPlaces.length > 1 ? Number.POSITIVE_INFINITY : slots;
}

function mayCastExtra(session: Session, { recused }: Question, actor: string): Refused | undefined {
  if (seatOf(session, actor)?.votes)
    return refuse('not-allowed-by-rules', 'a casting vote belongs to a seat that does not otherwise vote');
  return recused.some((each) => each.memberId === actor)
    ? refuse('recused', 'the member is recused from this question')
    : undefined;
}

function checkCastingVote(
  { question, round }: { question: Question; round: Round },
  choice: 'for' | 'against' | undefined,
  nomineeId: string | undefined,
): Refused | undefined {
  if (!awardsPlaces(question.kind))
    return choice === undefined || nomineeId !== undefined
      ? refuseFields('choice-not-offered', fault('choice', 'one-of', { options: 'for, against' }))
      : undefined;
  if (choice !== undefined || nomineeId === undefined || !round.outcome?.among?.includes(nomineeId))
    return refuseFields('choice-not-offered', fault('nomineeId', 'not-offered'));
  return undefined;
}
