import { awardsPlaces, ballotKinds } from '../kinds/registry.ts';
import { usualRounds, waitsForPerson, type NextRoundPolicy } from '../plan/rule-set.ts';
import {
  decisionRuleOf,
  isNext,
  isRunoff,
  tieBreakersOf,
  type Question,
  type Round,
  type Session,
} from '../session.ts';
import type { Exact } from './exact.ts';
import type { Resolution } from './outcome.ts';
import { slotsOf } from './places.ts';
import { knownBallots, paperOf } from './tally.ts';
import { breakTie, type Digest } from './ties.ts';

/** A question whose rounds have come to something, and nothing of it waits for a person. */
export interface LeftOpen {
  readonly session: Session;
  readonly question: Question;
  /** The rounds that count. */
  readonly held: readonly Round[];
  readonly resolution: Resolution;
  readonly digest: Digest;
}

/** Those who competed for the open places, the best first, with how they stood. */
interface Field {
  readonly ordered: readonly string[];
  readonly standingOf: (nomineeId: string) => Exact;
  readonly last: Round;
}

/**
 * Who stands in the round that follows while a majority leaves places open, in the order of the paper; nobody for a
 * motion that is put again. Undefined where no round follows (rule 4.4).
 */
export function nextAmong(left: LeftOpen): readonly string[] | undefined {
  const { session, question, held, resolution } = left;
  const rule = decisionRuleOf(session, question);
  const counted = held.filter((each) => !isRunoff(each));
  if (rule.kind !== 'majority' || counted.length >= (rule.maxRounds ?? usualRounds)) return undefined;
  const policy = rule.nextRound ?? 'top-two';
  const { outcome } = resolution;
  if (!awardsPlaces(question.kind))
    return policy === 'repeat' && outcome.kind === 'rejected' && !outcome.decidedBy ? [] : undefined;
  // Where all may win no place stays open (rule 6.4).
  if (outcome.kind === 'no-quorum' || question.places.kind === 'all' || slotsOf(resolution.left) === 0)
    return undefined;
  // A runoff of a tie for all that is open has told more of those in it than the round before it.
  const isForAllOfIt = (round: Round) => slotsOf(round.openPlaces) === slotsOf(resolution.left);
  const last = held.findLast((each) => !isRunoff(each) || isForAllOfIt(each));
  if (!last) return undefined;
  const among = policies[policy](fieldOf(left, last), left);
  const isSame = among.length === last.nomineeIds.length && (isNext(last) || isRunoff(last));
  // The same nominees once more would only repeat the vote that nobody won.
  if (among.length < 2 || (policy === 'top-two' && isSame)) return undefined;
  return question.nominees.map(({ nomineeId }) => nomineeId).filter((id) => among.includes(id));
}

function fieldOf({ question, resolution: { outcome } }: LeftOpen, last: Round): Field {
  const standings = ballotKinds[last.ballotKind].standings(knownBallots(last.ballots), paperOf(last));
  const standingOf = (id: string): Exact => standings.get(id)!;
  const out = new Set([
    ...outcome.winners.map(({ nomineeId }) => nomineeId),
    ...(last.outcome?.passedOver ?? []),
  ]);
  const ordered = question.nominees
    .filter(({ nomineeId, withdrawn }) => !withdrawn && standings.has(nomineeId) && !out.has(nomineeId))
    .map(({ nomineeId }) => nomineeId)
    .toSorted((a, b) => standingOf(b).compare(standingOf(a)));
  return { ordered, standingOf, last };
}

const policies: Readonly<Record<NextRoundPolicy, (field: Field, left: LeftOpen) => readonly string[]>> = {
  /** Twice as many as there are open places, with all equal to the last of them. */
  'top-two': ({ ordered, standingOf }, { resolution }) => {
    const least = ordered[Math.min(2 * slotsOf(resolution.left), ordered.length) - 1];
    return ordered.filter((id) => standingOf(id).compare(standingOf(least!)) >= 0);
  },
  repeat: ({ ordered }) => ordered,
  /** Without those who had fewest votes; where fewer than two would remain, without those whom a tie-breaker puts last. */
  'eliminate-last': ({ ordered, standingOf, last }, { session, question, digest }) => {
    let leaving = ordered.filter((id) => standingOf(id).equals(standingOf(ordered.at(-1)!)));
    const context = { session, question, round: last, digest };
    for (const tieBreaker of tieBreakersOf(session, question)) {
      if (ordered.length - leaving.length >= 2) break;
      if (leaving.length < 2 || waitsForPerson(tieBreaker)) continue;
      const answer = breakTie(tieBreaker, leaving, context);
      if (answer.kind === 'order') leaving = [...answer.groups.at(-1)!];
    }
    return ordered.length - leaving.length >= 2 ? ordered.filter((id) => !leaving.includes(id)) : ordered;
  },
};
