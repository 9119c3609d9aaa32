import { arrange, type PendingTie } from './arrange.ts';
import { exact, isDecimal, zero, type Exact } from './exact.ts';
import { awardsPlaces, ballotKinds } from '../kinds/registry.ts';
import { reaches, type Bases } from './majority.ts';
import { freedBySharing, notAwardedOf, rejoined, slotsOf, without } from './places.ts';
import { binds } from '../editions.ts';
import type { Majority, TieBreaker } from '../plan/rule-set.ts';
import { knownBallots, paperOf } from './tally.ts';
import { breakMotionTie, breakTie, isFor, outOf, type Digest, type TieContext } from './ties.ts';
import {
  decisionRuleOf,
  isNext,
  tieBreakersOf,
  type OpenPlace,
  type Outcome,
  type Question,
  type Round,
  type Session,
  type TieStep,
} from '../session.ts';

/** How a closed round stands once every round after it is taken into account. */
export interface Resolution {
  readonly outcome: Outcome;
  readonly pending?: PendingTie;
  /** Places that nobody has won, however many rounds were held. */
  readonly left: readonly OpenPlace[];
}

/** The sizes of the bases of a closed round (rule 6.1), extra votes of a casting vote included. */
export function basesOf(session: Session, round: Round): Bases {
  const voting = session.roll.filter((seat) => seat.votes);
  const recused = session.ruleSet.recusedStay ? [] : round.recused;
  const recusedSeats = voting.filter((seat) => recused.includes(seat.memberId)).length;
  const extra = round.tieBreaking.castingVotes.length;
  const holders = round.ballots.map((each) => each.memberId);
  const present = new Set([...round.present, ...holders].filter((id) => !recused.includes(id)));
  const abstained = round.tally.abstained ?? 0;
  return {
    'for-and-against': round.ballots.length - abstained + extra,
    participants: round.ballots.length + extra,
    present: present.size,
    appointed: Math.max(0, voting.length - recusedSeats),
    established: Math.max(0, session.establishedSeats - recusedSeats),
  };
}

/** The bases that nominees are measured by: an extra vote is for the tied among those who may win (rule 7.2). */
export const nomineeBasesOf = (session: Session, round: Round): Bases =>
  basesOf(session, { ...round, tieBreaking: { ...round.tieBreaking, castingVotes: [] } });

/**
 * The outcome of a closed round (rules 6, 7): quorum, then the majority or plurality, then ties in order.
 * `later` are the rounds after it: a runoff among a tied group decides that tie.
 */
export function resolve(
  session: Session,
  question: Question,
  round: Round,
  later: readonly Round[],
  digest: Digest,
): Resolution {
  if (!round.quorumStood) return lost(question, round, 'no-quorum');
  const context: TieContext = { session, question, round, digest };
  return awardsPlaces(round.ballotKind) ? resolveNominees(context, later) : resolveMotion(context);
}

/** Runoffs that ended without a quorum settled nothing: it is as if they had not been held. */
export const isHeld = ({ status, outcome }: Round): boolean =>
  status !== 'annulled' && outcome?.kind !== 'no-quorum';

/** A closed round, or the round that was held since nobody had won it (rule 4.4); undefined while that is not counted. */
export function resolveOn(
  session: Session,
  question: Question,
  round: Round,
  later: readonly Round[],
  digest: Digest,
): Resolution | undefined {
  if (round.status !== 'closed' || round.outcome === undefined) return undefined;
  const resolution = resolve(session, question, round, later, digest);
  const held = later.filter(isHeld);
  const { kind, decidedBy } = resolution.outcome;
  if (!binds('next-rounds', session)) {
    const [next, ...rest] = held;
    const goesOn = kind === 'no-winner' && decidedBy === undefined && next;
    return goesOn ? resolveOn(session, question, next, rest, digest) : resolution;
  }
  const [next, ...rest] = held.slice(beforeNext(held).length);
  if (!next || resolution.pending) return resolution;
  const following = resolveOn(session, question, next, rest, digest);
  return following && joined(resolution, following);
}

/** The rounds that may decide a tie of the one before them. */
function beforeNext(held: readonly Round[]): readonly Round[] {
  const next = held.findIndex(isNext);
  return next < 0 ? held : held.slice(0, next);
}

/** What two rounds came to, of which the second was held for what the first had left open. */
function joined({ outcome: before }: Resolution, after: Resolution): Resolution {
  const winners = [...before.winners, ...after.outcome.winners];
  const { kind } = after.outcome;
  const won = kind === 'no-winner' && winners.length > 0 ? 'won' : kind;
  return { ...after, outcome: { ...after.outcome, kind: won, winners } };
}

const lost = (
  { places }: Question,
  { openPlaces }: Round,
  kind: 'no-quorum' | 'no-winner',
  more: Partial<Outcome> = {},
): Resolution => ({
  outcome: { kind, winners: [], notAwarded: notAwardedOf(places, slotsOf(openPlaces)), ...more },
  left: openPlaces,
});

function resolveMotion(context: TieContext): Resolution {
  const { session, question, round } = context;
  const votes = round.tally.votes ?? {};
  const [votesFor, votesAgainst] = [votes['for'] ?? 0, votes['against'] ?? 0];
  const conclude = (kind: 'adopted' | 'rejected' | 'tied', more: Partial<Outcome> = {}): Resolution => ({
    outcome: { kind, winners: [], notAwarded: 0, ...more },
    left: [],
  });

  const rule = decisionRuleOf(session, question);
  const bases = basesOf(session, round);
  const adopts = (votesInFavour: number): boolean => {
    if (rule.kind === 'majority') return meets(rule.majority, votesInFavour, bases, votesFor + votesAgainst);
    const floor =
      rule.floor === undefined || meets(rule.floor, votesInFavour, bases, votesFor + votesAgainst);
    return floor && votesInFavour > votesAgainst + votesFor - votesInFavour;
  };
  const cast = round.tieBreaking.castingVotes.length;
  // The extra vote stands in the tally; whether there was a tie is asked of the votes before it.
  const [given] = round.tieBreaking.castingVotes;
  const plainFor = votesFor - (given?.choice === 'for' ? 1 : 0);
  const plainAgainst = votesAgainst - (given?.choice === 'against' ? 1 : 0);
  const knowsTies = rule.kind === 'plurality' || isMoreThanHalf(rule.majority);
  const oneMoreWouldAdopt = !adopts(votesFor) && adopts(votesFor + 1);
  const isTie = knowsTies && plainFor === plainAgainst && plainFor > 0 && (cast > 0 || oneMoreWouldAdopt);
  if (!isTie) return conclude(adopts(votesFor) ? 'adopted' : 'rejected');

  const steps: TieStep[] = [];
  for (const tieBreaker of tieBreakersOf(session, question)) {
    const answer = breakMotionTie(tieBreaker, context);
    const effect = answer === 'passes-on' ? 'passed-on' : answer === 'awaits' ? 'awaited' : 'settled';
    steps.push({ tieBreaker, among: [], effect, order: [] });
    if (answer === 'awaits')
      return {
        ...conclude('tied', { among: [], awaiting: 'casting-vote', steps }),
        pending: { among: [], openPlaces: [], awaiting: 'casting-vote' },
      };
    if (answer === 'passes-on') continue;
    const adopted = answer === 'adopted' && (tieBreaker !== 'casting-vote' || adopts(votesFor));
    return conclude(adopted ? 'adopted' : 'rejected', { decidedBy: tieBreaker, steps });
  }
  return { ...conclude('tied', { among: [], steps }), pending: { among: [], openPlaces: [] } };
}

const isMoreThanHalf = ({ threshold: { n, d, compare } }: Majority): boolean =>
  compare === 'more-than' && 2 * n === d;

const meets = (majority: Majority, votes: number, bases: Bases, forAndAgainst: number): boolean =>
  reaches(
    votes,
    majority.base === 'for-and-against' ? forAndAgainst : bases[majority.base],
    majority.threshold,
  );

function resolveNominees(context: TieContext, later: readonly Round[]): Resolution {
  const { session, question, round, digest } = context;
  const kind = ballotKinds[round.ballotKind];
  const standings = kind.standings(knownBallots(round.ballots), paperOf(round));
  const passedOver = (round.earlierWins ?? []).map((each) => each.nomineeId);
  const dropped = new Map([...standings].map(([id, standing]) => [id, droppedFor(context, id, standing)]));
  const notJudged = round.nomineeIds.filter((id) => dropped.get(id) === 'too-few-scorers');
  const said = {
    ...(passedOver.length > 0 && { passedOver }),
    ...(notJudged.length > 0 && { notJudged }),
  };
  if (againstAllWins(round, standings)) return lost(question, round, 'no-winner', said);

  const qualified = [...standings].filter(([id]) => dropped.get(id) === undefined);
  if (qualified.length === 0) return lost(question, round, 'no-winner', said);

  const arrangement = arrange({
    tiers: tiersOf(qualified, context),
    places: round.openPlaces,
    tieBreakers: tieBreakersOf(session, question),
    breakTie: (tieBreaker: TieBreaker, group) => breakTie(tieBreaker, group, context),
    rejoinsFreed: binds('freed-places-rejoin', session),
    runoffAmong: (group) => {
      const held = beforeNext(later.filter(isHeld));
      const index = held.findIndex((each) => isFor(question, each.nomineeIds, group));
      const runoff = held[index];
      if (!runoff) return undefined;
      const resolution = resolveOn(session, question, runoff, held.slice(index + 1), digest);
      if (!resolution || resolution.pending)
        return { kind: 'unsettled', ...(resolution?.pending && { pending: resolution.pending }) };
      const { winners } = resolution.outcome;
      const freed = freedBySharing(runoff.openPlaces, winners);
      return { kind: 'settled', winners, freed, lost: without(resolution.left, freed) };
    },
  });
  const { winners, pending, decidedBy, among, steps } = arrangement;
  const open = [...arrangement.left, ...arrangement.lost].toSorted((a, b) => a.place - b.place);
  const outcome: Outcome = {
    kind: pending ? 'tied' : winners.length > 0 ? 'won' : 'no-winner',
    winners,
    notAwarded: pending ? 0 : notAwardedOf(question.places, slotsOf(open)),
    ...(decidedBy && { decidedBy, among: among ?? [] }),
    ...(pending && { among: pending.among }),
    ...(pending?.awaiting && { awaiting: pending.awaiting }),
    ...said,
    ...(steps.length > 0 && { steps }),
  };
  return { outcome, left: rejoined(open), ...(pending && { pending: pending.inRunoff ?? pending }) };
}

/** Rule 6.3: against-all first, or equal to the first, and nobody wins. */
function againstAllWins(round: Round, standings: ReadonlyMap<string, Exact>): boolean {
  const against = round.tally.votes?.['against-all'];
  return (
    against !== undefined &&
    against > 0 &&
    [...standings.values()].every((each) => each.compare(against) <= 0)
  );
}

/** Why a nominee does not compete for a place (rules 6.2, 6.3, 6.6). */
export type DroppedFor =
  'won-before' | 'too-few-scorers' | 'below-minimum' | 'no-votes' | 'zero-total' | 'below-majority';

/** Why this nominee may not win, or undefined. */
export function droppedFor(
  { session, question, round }: Omit<TieContext, 'digest'>,
  nomineeId: string,
  standing: Exact,
): DroppedFor | undefined {
  const rule = decisionRuleOf(session, question);
  if (round.earlierWins?.some((each) => each.nomineeId === nomineeId)) return 'won-before';
  const kind = ballotKinds[round.ballotKind];
  const { minimumScorers = 0 } = round.parameters;
  const judges =
    kind.tallies === 'points' && kind.judges?.(knownBallots(round.ballots), nomineeId, paperOf(round));
  if (typeof judges === 'number' && judges < minimumScorers) return 'too-few-scorers';
  // A runoff of points is counted in votes, which a minimum score does not measure.
  const minimum =
    rule.kind === 'plurality' && round.ballotKind === question.kind ? rule.minimumScore : undefined;
  if (isDecimal(minimum) && standing.compare(exact(minimum)) < 0) return 'below-minimum';
  if (kind.tallies === 'points') {
    if (!knownBallots(round.ballots).some((ballot) => kind.mentions(ballot, nomineeId))) return 'no-votes';
    const counts = standing.compare(zero) !== 0 || !kind.zeroIsLeast(round.parameters);
    return counts || !binds('zero-wins-nothing', session) ? undefined : 'zero-total';
  }
  if (standing.compare(0) <= 0) return 'no-votes';
  const majority = rule.kind === 'majority' ? rule.majority : rule.floor;
  if (!majority) return undefined;
  const bases = nomineeBasesOf(session, round);
  const votes = Number(standing.valueOf());
  const { against } = round.tally;
  const forAndAgainst = against ? votes + (against[nomineeId] ?? 0) : bases['for-and-against'];
  return meets(majority, votes, bases, forAndAgainst) ? undefined : 'below-majority';
}

/** Equal nominees together, best first; those who withdrew since are not in the way of the others (rule 4.5). */
function tiersOf(qualified: readonly (readonly [string, Exact])[], { question }: TieContext): string[][] {
  const out = outOf(question);
  const tiers: { standing: Exact; ids: string[] }[] = [];
  for (const [id, standing] of qualified.toSorted(([, a], [, b]) => b.compare(a))) {
    if (out.has(id)) continue;
    const last = tiers.at(-1);
    if (last?.standing.equals(standing)) last.ids.push(id);
    else tiers.push({ standing, ids: [id] });
  }
  return tiers.map(({ ids }) => ids);
}
