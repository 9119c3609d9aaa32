import { binds } from './editions.ts';
import { awardsPlaces, ballotKinds } from './kinds/registry.ts';
import { isHeld, resolveOn, type Resolution } from './counting/outcome.ts';
import { allPlaces, slotsOf } from './counting/places.ts';
import { knownBallots, paperOf } from './counting/tally.ts';
import type { Digest } from './counting/ties.ts';
import { nextAmong } from './counting/next-among.ts';
import {
  decisionRuleOf,
  isNext,
  isPresent,
  isRunoff,
  isWrittenProcedure,
  type BallotKindName,
  type BallotParameters,
  type OpenPlace,
  type Question,
  type QuestionResult,
  type Round,
  type RoundKind,
  type Seat,
  type Session,
} from './session.ts';

/** The round that may be opened next (rule 4.4). Its kind follows from the state; nobody chooses it. */
export interface NextRound {
  readonly number: number;
  readonly kind: RoundKind;
  readonly ballotKind: BallotKindName;
  readonly parameters: BallotParameters;
  readonly nomineeIds: readonly string[];
  readonly openPlaces: readonly OpenPlace[];
  readonly repeatsRunoff?: true;
  readonly repeatsNext?: true;
}

const liveNominees = (question: Question): string[] =>
  question.nominees.filter((each) => !each.withdrawn).map((each) => each.nomineeId);

/** The rounds that count, in order: none that was annulled, no runoff without a quorum. */
function standing({ rounds }: Question): Round[] {
  const [first, ...later] = rounds.filter((each) => each.status !== 'annulled');
  return first ? [first, ...later.filter(isHeld)] : [];
}

/** Resolves a question through all its rounds; undefined while its first round is not closed and opened. */
export function resolveQuestion(
  session: Session,
  question: Question,
  digest: Digest,
): Resolution | undefined {
  const [first, ...later] = standing(question);
  return first && resolveOn(session, question, first, later, digest);
}

/** Whether the result is one that the secretary declared, and no vote may change (rules 1.7, 4.2). */
export const isDeclared = ({ status }: QuestionResult): boolean => status === 'void' || status === 'dropped';

const undecided: QuestionResult = { status: 'undecided', winners: [], notAwarded: 0 };

/** What a question has come to (rule 4.1). */
export function resultOf(session: Session, question: Question, digest: Digest): QuestionResult {
  if (isDeclared(question.result)) return question.result;
  const resolution = resolveQuestion(session, question, digest);
  if (!resolution || resolution.pending) return undecided;
  if (session.status !== 'closed' && following(session, question, resolution, digest)) return undecided;
  const { kind, winners, notAwarded } = resolution.outcome;
  switch (kind) {
    case 'adopted':
    case 'rejected':
      return { status: kind, winners: [], notAwarded: 0 };
    case 'won':
      return { status: 'awarded', winners, notAwarded };
    case 'no-winner':
      return { status: 'no-winner', winners: [], notAwarded };
    case 'no-quorum':
    case 'tied':
      return undecided;
  }
}

/** Rule 4.4: which round the officers may open now, or undefined when none follows from the state. */
export function nextRound(session: Session, question: Question, digest: Digest): NextRound | undefined {
  const number = question.rounds.length + 1;
  const last = question.rounds.at(-1);
  if (question.result.status !== 'undecided' || last?.status === 'open') return undefined;
  if (!last) {
    const { kind: ballotKind, parameters } = question;
    const openPlaces = awardsPlaces(ballotKind) ? allPlaces(question) : [];
    return { number, kind: 'first', ballotKind, parameters, nomineeIds: liveNominees(question), openPlaces };
  }
  if (last.status === 'annulled') return revoteOf(question, number);
  // Its ballots are not opened here yet.
  if (last.outcome === undefined) return undefined;
  const resolution = resolveQuestion(session, question, digest);
  const tie = resolution?.pending;
  if (!tie) return resolution && following(session, question, resolution, digest);
  if (tie.awaiting !== undefined && tie.awaiting !== 'runoff') return undefined;
  return tie.among.length > 1
    ? { number, kind: 'runoff', ...narrowed(question, tie.among, tie.openPlaces) }
    : undefined;
}

/** The round that follows, as nobody has won or places stay open (rule 4.4). */
function following(
  session: Session,
  question: Question,
  resolution: Resolution,
  digest: Digest,
): NextRound | undefined {
  const number = question.rounds.length + 1;
  if (!binds('next-rounds', session)) {
    const among = runoffAfterNoWinner(session, question);
    const last = question.rounds.at(-1);
    return among && last && { number, kind: 'runoff', ...narrowed(question, among, last.openPlaces) };
  }
  const among = nextAmong({ session, question, held: standing(question), resolution, digest });
  if (!among) return undefined;
  if (awardsPlaces(question.kind))
    return { number, kind: 'next', ...narrowed(question, among, resolution.left) };
  const { kind: ballotKind, parameters } = question;
  return { number, kind: 'next', ballotKind, parameters, nomineeIds: [], openPlaces: [] };
}

/** Repeats the first of the rounds annulled since the last one that stands; the others repeated it or followed from it. */
function revoteOf(question: Question, number: number): NextRound | undefined {
  const lastStanding = question.rounds.findLastIndex((each) => each.status !== 'annulled');
  const replaced = question.rounds[lastStanding + 1];
  if (!replaced) return undefined;
  const { ballotKind, parameters, openPlaces } = replaced;
  const live = liveNominees(question);
  const nomineeIds = replaced.nomineeIds.filter((id) => live.includes(id));
  const repeats = {
    ...(isRunoff(replaced) && { repeatsRunoff: true as const }),
    ...(isNext(replaced) && { repeatsNext: true as const }),
  };
  return { number, kind: 'revote', ballotKind, parameters, nomineeIds, openPlaces, ...repeats };
}

/** In the first edition: the top two and all equal to the second, after a round under a majority that nobody won. */
function runoffAfterNoWinner(session: Session, question: Question): string[] | undefined {
  const last = standing(question).at(-1);
  if (last?.status !== 'closed' || last.outcome?.kind !== 'no-winner' || !awardsPlaces(last.ballotKind))
    return undefined;
  // Where all may win no place stays open (rule 6.4).
  if (decisionRuleOf(session, question).kind !== 'majority' || question.places.kind === 'all')
    return undefined;
  const standings = ballotKinds[last.ballotKind].standings(knownBallots(last.ballots), paperOf(last));
  const passedOver = last.outcome.passedOver ?? [];
  const live = liveNominees(question).filter((id) => standings.has(id) && !passedOver.includes(id));
  const ordered = live.toSorted((a, b) => standings.get(b)!.compare(standings.get(a)!));
  const second = ordered[1];
  if (second === undefined) return undefined;
  const among = ordered.filter((id) => standings.get(id)!.compare(standings.get(second)!) >= 0);
  // The same nominees once more would only repeat the vote that nobody won.
  return isRunoff(last) && among.length === last.nomineeIds.length ? undefined : among;
}

/** A later round votes as the question did, or chooses as many as there are open places (rule 4.4). */
function narrowed(
  question: Question,
  among: readonly string[],
  openPlaces: readonly OpenPlace[],
): Omit<NextRound, 'number' | 'kind'> {
  const seats = Math.min(slotsOf(openPlaces), among.length);
  const paper = ballotKinds[question.kind].runoff?.(question.parameters, seats);
  return {
    ballotKind: paper ? question.kind : 'choose',
    parameters: paper ?? { min: 1, max: seats },
    nomineeIds: among,
    openPlaces,
  };
}

/** Who may vote, is present and is recused in a round as it stands (rule 2.3). Roll order. */
export function standingOf(
  session: Session,
  question: Pick<Question, 'recused'>,
  ballotHolders: ReadonlySet<string>,
): Pick<Round, 'entitled' | 'present' | 'recused'> {
  const recused = new Set(question.recused.map((each) => each.memberId));
  const voting = session.roll.filter((seat) => seat.votes);
  const isWritten = isWrittenProcedure(session);
  const mayVote = (seat: Seat): boolean => isWritten || isPresent(seat) || ballotHolders.has(seat.memberId);
  return {
    entitled: voting
      .filter((seat) => !recused.has(seat.memberId) && mayVote(seat))
      .map((seat) => seat.memberId),
    present: isWritten ? [] : voting.filter(isPresent).map((seat) => seat.memberId),
    recused: voting.filter((seat) => recused.has(seat.memberId)).map((seat) => seat.memberId),
  };
}
