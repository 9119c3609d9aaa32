import { exact, isDecimal, zero, type Exact } from './exact.ts';
import { awardsPlaces, ballotKinds } from '../kinds/registry.ts';
import { knownBallots, paperOf } from './tally.ts';
import {
  isRunoff,
  seatOf,
  tieBreakersOf,
  type CountedBallot,
  type Nominee,
  type Question,
  type Round,
  type Session,
} from '../session.ts';
import type { PersonalTieBreaker, TieBreaker } from '../plan/rule-set.ts';

/** SHA-256 of UTF-8 text in lower-case hex, handed in: the rules compute no digests of their own (rule 7.3). */
export type Digest = (text: string) => string;

/** What a tie-breaker makes of a tied group: an order of smaller groups, a shared place, a wait, or nothing. */
export type TieAnswer =
  | { readonly kind: 'order'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'shared' }
  | { readonly kind: 'awaits'; readonly whom: PersonalTieBreaker }
  | { readonly kind: 'passes-on' };

export interface TieContext {
  readonly session: Session;
  readonly question: Question;
  readonly round: Round;
  readonly digest: Digest;
}

const passesOn: TieAnswer = { kind: 'passes-on' };

/** The same nominees, in whatever order. */
const sameGroup = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** Nominees who withdrew before any round gave them a place: they win nothing any more (rule 4.5). */
export function outOf({ nominees, rounds }: Question): ReadonlySet<string> {
  const placed = rounds
    .filter((each) => each.status !== 'annulled')
    .flatMap((each) => each.outcome?.winners.map(({ nomineeId }) => nomineeId) ?? []);
  const withdrawn = nominees.filter((each) => each.withdrawn).map((each) => each.nomineeId);
  return new Set(withdrawn.filter((id) => !placed.includes(id)));
}

/** Whether something was held or given for this group, whoever of it has withdrawn since. */
export function isFor(question: Question, among: readonly string[], group: readonly string[]): boolean {
  const out = outOf(question);
  return sameGroup(
    among.filter((id) => !out.has(id)),
    group,
  );
}

/** Groups by a key, best first; a key that does not separate passes on. */
function orderedBy(group: readonly string[], better: (a: string, b: string) => number): TieAnswer {
  const groups: string[][] = [];
  for (const id of group.toSorted(better)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && better(last[0], id) === 0) last.push(id);
    else groups.push([id]);
  }
  return groups.length > 1 ? { kind: 'order', groups } : passesOn;
}

const presidingBallot = ({ round }: TieContext): CountedBallot | undefined =>
  round.ballots.find((each) => each.memberId === round.presidingId);

/** Whether the seat that presided over the round has a vote of its own; only without one may it cast an extra vote. */
const presidingVotes = (session: Session, round: Round): boolean =>
  seatOf(session, round.presidingId)?.votes ?? false;

const isDeclined = (
  { question, round }: Pick<TieContext, 'question' | 'round'>,
  tieBreaker: PersonalTieBreaker,
  group: readonly string[],
): boolean =>
  round.tieBreaking.declined.some(
    (each) => each.tieBreaker === tieBreaker && isFor(question, each.among, group),
  );

type Breaker = (group: readonly string[], context: TieContext) => TieAnswer;

const byNominee =
  <Key>(keyOf: (nominee: Nominee) => Key | undefined, better: (a: Key, b: Key) => number): Breaker =>
  (group, { question }) => {
    const keys = new Map<string, Key>();
    for (const { nomineeId, ...nominee } of question.nominees) {
      const key = keyOf({ nomineeId, ...nominee });
      if (key !== undefined) keys.set(nomineeId, key);
    }
    // Someone without a key cannot be compared fairly: then nobody is.
    if (!group.every((id) => keys.has(id))) return passesOn;
    return orderedBy(group, (a, b) => better(keys.get(a)!, keys.get(b)!));
  };

type Counts = readonly number[];

/** What `countback` compares; nothing in a round of another kind, a runoff among them (rule 7.2). */
const countsOf = (round: Round): ReadonlyMap<string, Counts> =>
  ballotKinds[round.ballotKind].countback?.counts(knownBallots(round.ballots), paperOf(round)) ?? new Map();

/** Below zero where `a` has fewer of what matters first, of which they have not equally many. */
function compareCounts(a: Counts = [], b: Counts = []): number {
  const index = a.findIndex((count, at) => count !== b[at]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}

/** One thing that `countback` counted among the tied, and how many of it each has. */
export interface CountedBack {
  readonly of: 'places' | 'best-totals';
  readonly place: number;
  readonly counts: readonly { readonly nomineeId: string; readonly count: number }[];
}

/** What `countback` had to look at to tell the tied apart; all of it where it told nobody apart (rule 7.2). */
export function countedBack(round: Round, among: readonly string[]): CountedBack[] {
  const of = ballotKinds[round.ballotKind].countback?.of;
  if (!of) return [];
  const counts = countsOf(round);
  const ordered = among.toSorted((a, b) => compareCounts(counts.get(b), counts.get(a)));
  const looked = ordered.slice(1).map((id, index) => {
    const before = counts.get(ordered[index]!) ?? [];
    return before.findIndex((count, at) => count !== counts.get(id)?.[at]) + 1;
  });
  const levels = Math.max(...looked) || (counts.get(ordered[0] ?? '')?.length ?? 0);
  return Array.from({ length: levels }, (_each, at) => ({
    of,
    place: at + 1,
    counts: ordered.map((nomineeId) => ({ nomineeId, count: counts.get(nomineeId)?.[at] ?? 0 })),
  }));
}

const breakers: Readonly<Record<TieBreaker, Breaker>> = {
  'own-vote': (group, context) => {
    const { ballot } = presidingBallot(context) ?? {};
    if (!ballot) return passesOn;
    const { preference } = ballotKinds[context.round.ballotKind];
    const paper = paperOf(context.round);
    const liked = new Map<string, Exact>(group.map((id) => [id, preference(ballot, id, paper)]));
    return orderedBy(group, (a, b) => (liked.get(b) ?? zero).compare(liked.get(a) ?? zero));
  },
  'casting-vote': (group, context) => {
    const { session, question, round } = context;
    if (presidingVotes(session, round)) return passesOn;
    const given = round.tieBreaking.castingVotes.find((each) => isFor(question, each.among, group));
    if (given?.nomineeId !== undefined)
      return { kind: 'order', groups: [[given.nomineeId], group.filter((id) => id !== given.nomineeId)] };
    return isDeclined(context, 'casting-vote', group) ? passesOn : { kind: 'awaits', whom: 'casting-vote' };
  },
  'prior-score': byNominee(
    ({ priorScore }) => (isDecimal(priorScore) ? exact(priorScore) : undefined),
    (a, b) => b.compare(a),
  ),
  'earlier-application': byNominee(
    ({ appliedAt }) => appliedAt,
    (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  ),
  countback: (group, { round }) => {
    const counts = countsOf(round);
    return orderedBy(group, (a, b) => compareCounts(counts.get(b), counts.get(a)));
  },
  'lot-by-hand': (group, context) => {
    const { question, round } = context;
    const drawn = round.tieBreaking.lots.find((each) => isFor(question, each.among, group));
    if (drawn) {
      const first = drawn.nomineeIds.filter((id) => group.includes(id));
      const rest = group.filter((id) => !drawn.nomineeIds.includes(id));
      return { kind: 'order', groups: [...first.map((id) => [id]), ...(rest.length > 0 ? [rest] : [])] };
    }
    return isDeclined(context, 'lot-by-hand', group) ? passesOn : { kind: 'awaits', whom: 'lot-by-hand' };
  },
  lot: (group, { round, digest }) => {
    const drawn = new Map(group.map((id) => [id, digest(`${round.closedHash}:${id}`)]));
    return orderedBy(group, (a, b) => (drawn.get(a)! < drawn.get(b)! ? -1 : 1));
  },
  runoff: (group, context) =>
    isRunoff(context.round) || isDeclined(context, 'runoff', group)
      ? passesOn
      : { kind: 'awaits', whom: 'runoff' },
  shared: () => ({ kind: 'shared' }),
  rejected: () => passesOn,
};

/** Applies one tie-breaker to one tied group of nominees (rule 7.2). */
export const breakTie = (tieBreaker: TieBreaker, group: readonly string[], context: TieContext): TieAnswer =>
  breakers[tieBreaker](group, context);

/** The answers for a tied motion: a side, a wait, or nothing (rule 7.2). */
export type MotionTieAnswer = 'adopted' | 'rejected' | 'awaits' | 'passes-on';

/** On a motion only the presiding member's own vote, a casting vote and `rejected` apply. */
export function breakMotionTie(
  tieBreaker: TieBreaker,
  { session, question, round }: Omit<TieContext, 'digest'>,
): MotionTieAnswer {
  if (tieBreaker === 'rejected') return 'rejected';
  if (tieBreaker === 'own-vote') {
    const ballot = round.ballots.find((each) => each.memberId === round.presidingId)?.ballot;
    const side = ballot && 'choice' in ballot ? ballot.choice : undefined;
    return side === 'for' ? 'adopted' : side === 'against' ? 'rejected' : 'passes-on';
  }
  if (tieBreaker === 'casting-vote') {
    if (presidingVotes(session, round)) return 'passes-on';
    const [given] = round.tieBreaking.castingVotes;
    if (given?.choice) return given.choice === 'for' ? 'adopted' : 'rejected';
    return isDeclined({ question, round }, 'casting-vote', []) ? 'passes-on' : 'awaits';
  }
  return 'passes-on';
}

/** Whether a tie-breaker can do anything about a tie of this round, as far as that is known while it is open (rule 7.2). */
const canBreak: Readonly<Record<TieBreaker, (context: Omit<TieContext, 'digest'>) => boolean>> = {
  'own-vote': ({ round }) => round.entitled.includes(round.presidingId),
  'casting-vote': ({ session, round }) => !presidingVotes(session, round),
  'prior-score': (context) => competing(context).every(({ priorScore }) => isDecimal(priorScore)),
  'earlier-application': (context) => competing(context).every(({ appliedAt }) => appliedAt !== undefined),
  countback: ({ round }) => ballotKinds[round.ballotKind].countback !== undefined,
  'lot-by-hand': () => true,
  lot: () => true,
  runoff: ({ round }) => !isRunoff(round),
  shared: () => true,
  rejected: ({ round }) => !awardsPlaces(round.ballotKind),
};

const ofMotions: ReadonlySet<TieBreaker> = new Set(['own-vote', 'casting-vote', 'rejected']);

const competing = ({ question, round }: Omit<TieContext, 'digest'>): Nominee[] =>
  question.nominees.filter(({ nomineeId }) => round.nomineeIds.includes(nomineeId));

/** The first tie-breaker that a tie of this round would come to; undefined where the rules have none for it. */
export const firstToBreak = (context: Omit<TieContext, 'digest'>): TieBreaker | undefined =>
  tieBreakersOf(context.session, context.question).find(
    (each) => (awardsPlaces(context.round.ballotKind) || ofMotions.has(each)) && canBreak[each](context),
  );
