import { shown } from '../counting/exact.ts';
import { awardsPlaces, ballotKinds, countsVotes } from '../kinds/registry.ts';
import { neededOf } from '../counting/majority.ts';
import { basesOf, droppedFor, nomineeBasesOf, type DroppedFor } from '../counting/outcome.ts';
import { quorumOf, quorumOfBallots, type Quorum } from '../counting/quorum.ts';
import type { MajorityBase, Threshold } from '../plan/rule-set.ts';
import { knownBallots, paperOf } from '../counting/tally.ts';
import { outOf, type Digest } from '../counting/ties.ts';
import {
  decisionRuleOf,
  isWrittenProcedure,
  type Outcome,
  type Question,
  type Round,
  type Session,
  type TieStep,
} from '../session.ts';

/** What nominees are ordered by: votes for, points, or the sum of places, of which the least wins. */
export type Measure = 'votes' | 'points' | 'least-places';

/** One step from the ballots to the outcome, for a person to follow («почему победил»). */
export type ExplanationStep =
  | {
      readonly step: 'turnout';
      readonly entitled: number;
      readonly ballots: number;
      readonly notVoted: number;
      readonly recused: number;
    }
  | { readonly step: 'quorum'; readonly quorum: Quorum; readonly stood: boolean }
  | { readonly step: 'sides'; readonly for: number; readonly against: number; readonly abstained: number }
  | {
      readonly step: 'standings';
      readonly by: Measure;
      readonly order: readonly {
        readonly nomineeId: string;
        readonly standing: string;
        /** What of it was brought from before (rule 5.8). */
        readonly carried?: string;
      }[];
    }
  | { readonly step: 'against-all'; readonly votes: number }
  | { readonly step: 'plurality'; readonly by: Measure | 'more-for' }
  | {
      readonly step: 'majority';
      readonly base: MajorityBase;
      readonly size?: number;
      readonly threshold: Threshold;
      readonly needed?: number;
    }
  | {
      readonly step: 'dropped';
      readonly why: DroppedFor | 'withdrawn';
      readonly nomineeIds: readonly string[];
    }
  | {
      readonly step: 'tie';
      readonly tie: TieStep;
      readonly lot?: readonly { readonly nomineeId: string; readonly digest: string }[];
    }
  | { readonly step: 'outcome'; readonly outcome: Outcome };

/** How a closed round came to its outcome: who could vote, what was needed, who dropped out, how a tie was decided. */
export function explain(
  session: Session,
  question: Question,
  round: Round,
  digest: Digest,
): ExplanationStep[] {
  if (round.outcome === undefined) return [];
  const { ballots, notVoted, recused } = round.tally;
  const aside = { recused: round.recused.map((memberId) => ({ memberId })) };
  const quorum = isWrittenProcedure(session)
    ? quorumOfBallots(session, aside, round.ballots.length)
    : quorumOf(frozen(session, round), aside, round.ballots);
  const steps: ExplanationStep[] = [
    { step: 'turnout', entitled: round.entitled.length, ballots, notVoted, recused },
    { step: 'quorum', quorum, stood: round.quorumStood ?? false },
  ];
  if (round.outcome.kind !== 'no-quorum')
    steps.push(
      ...(awardsPlaces(round.ballotKind)
        ? nomineeSteps(session, question, round)
        : motionSteps(session, question, round)),
    );
  for (const tie of round.outcome.steps ?? []) {
    const lot =
      tie.tieBreaker === 'lot'
        ? tie.order
            .flat()
            .map((nomineeId) => ({ nomineeId, digest: digest(`${round.closedHash}:${nomineeId}`) }))
        : undefined;
    steps.push({ step: 'tie', tie, ...(lot && { lot }) });
  }
  return [...steps, { step: 'outcome', outcome: round.outcome }];
}

/** The roll as the closing froze it: attendance may have changed since (rule 2.3). */
const frozen = (session: Session, { present }: Round): Session => ({
  ...session,
  roll: session.roll.map((seat) =>
    present.includes(seat.memberId)
      ? { ...seat, attendance: seat.attendance === 'remote' ? 'remote' : 'in-person' }
      : { ...seat, attendance: 'absent' },
  ),
});

function motionSteps(session: Session, question: Question, round: Round): ExplanationStep[] {
  const { votes = {}, abstained = 0 } = round.tally;
  const [votesFor, against] = [votes['for'] ?? 0, votes['against'] ?? 0];
  return [
    { step: 'sides', for: votesFor, against, abstained },
    ...pluralityStep(session, question, 'more-for'),
    ...majoritySteps(session, question, round, votesFor + against),
  ];
}

function nomineeSteps(session: Session, question: Question, round: Round): ExplanationStep[] {
  const standings = ballotKinds[round.ballotKind].standings(knownBallots(round.ballots), paperOf(round));
  const ordered = [...standings].toSorted(([, a], [, b]) => b.compare(a));
  const order = ordered.map(([nomineeId, standing]) => ({
    nomineeId,
    standing: shown(round.parameters.sumOfPlaces ? standing.neg() : standing),
    ...(round.tally.carried && { carried: round.tally.carried[nomineeId] ?? '0' }),
  }));
  const againstAll = round.tally.votes?.['against-all'];
  const out = outOf(question);
  const dropped = new Map<DroppedFor | 'withdrawn', string[]>();
  for (const [nomineeId, standing] of ordered) {
    const why =
      droppedFor({ session, question, round }, nomineeId, standing) ??
      (out.has(nomineeId) ? 'withdrawn' : undefined);
    if (why) dropped.set(why, [...(dropped.get(why) ?? []), nomineeId]);
  }
  const inVotes = countsVotes(round.ballotKind);
  const by = inVotes ? 'votes' : round.parameters.sumOfPlaces ? 'least-places' : 'points';
  return [
    { step: 'standings', by, order },
    ...(againstAll === undefined ? [] : [{ step: 'against-all' as const, votes: againstAll }]),
    ...pluralityStep(session, question, by),
    ...(inVotes ? majoritySteps(session, question, round) : []),
    ...[...dropped].map(([why, nomineeIds]) => ({ step: 'dropped' as const, why, nomineeIds })),
  ];
}

const pluralityStep = (
  session: Session,
  question: Question,
  by: Measure | 'more-for',
): readonly ExplanationStep[] =>
  decisionRuleOf(session, question).kind === 'plurality' ? [{ step: 'plurality', by }] : [];

/** Which majority was needed; each nominee has a base of its own where it is answered for or against. */
function majoritySteps(
  session: Session,
  question: Question,
  round: Round,
  forAndAgainst?: number,
): ExplanationStep[] {
  const rule = decisionRuleOf(session, question);
  const majority = rule.kind === 'majority' ? rule.majority : rule.floor;
  if (!majority) return [];
  const { base, threshold } = majority;
  if (base === 'for-and-against' && ballotKinds[round.ballotKind].tallies === 'answers')
    return [{ step: 'majority', base, threshold }];
  const bases = awardsPlaces(round.ballotKind) ? nomineeBasesOf(session, round) : basesOf(session, round);
  const size = base === 'for-and-against' && forAndAgainst !== undefined ? forAndAgainst : bases[base];
  return [{ step: 'majority', base, size, threshold, needed: neededOf(size, threshold) }];
}
