import { isHeld } from '../counting/outcome.ts';
import { allPlaces } from '../counting/places.ts';
import {
  isOver,
  type OpenPlace,
  type Question,
  type QuestionResult,
  type Round,
  type Session,
  type Winner,
} from '../session.ts';
import type { PersonalTieBreaker } from '../plan/rule-set.ts';

/**
 * How a question stands. The first ones are on the way to the others; `next-round`: places are open, or a motion is not
 * adopted, and another round may follow.
 */
export type QuestionState =
  'waiting' | 'open' | 'counting' | 'tied' | 'no-quorum' | 'next-round' | 'annulled' | DecidedState;

export type DecidedState = Exclude<QuestionResult['status'], 'undecided'>;

/** Those who hold a place, together where it is shared. */
export interface PlaceHeld {
  readonly place: number;
  readonly nomineeIds: readonly string[];
}

export interface CameTo {
  readonly state: QuestionState;
  /** Whether nothing more is to come: the question is decided, or its session is over without that (rule 1.4). */
  readonly final: boolean;
  /** Its session was cancelled before it opened: nothing was put to the vote (rule 1.6). */
  readonly unheard?: true;
  /** First to last. Of an undecided question: what stands already, whatever the tie for the others comes to. */
  readonly places: readonly PlaceHeld[];
  /** What nobody has won where others have (rule 6.5). */
  readonly notAwarded: readonly OpenPlace[];
  /** The tie that is to be decided now (rule 7.5), in the round that it arose in. */
  readonly tie?: { readonly round: Round; readonly awaiting?: PersonalTieBreaker };
  /** The round people talk about: the open one, else the latest. */
  readonly round?: Round;
}

/**
 * What a question has come to, through all its rounds (rules 4.1, 4.4, 6.4, 6.5). Every screen, the protocol and the
 * verifier read it here: the outcome of one round names only those who won in that round.
 */
export function cameTo(session: Pick<Session, 'status'>, question: Question): CameTo {
  const { rounds, result } = question;
  const round = rounds.find((each) => each.status === 'open') ?? rounds.at(-1);
  const tie = waitingTie(question);
  const awaiting = tie?.outcome?.awaiting;
  return {
    state: stateOf(question, round, tie),
    final: isOver(session) || result.status !== 'undecided',
    ...(session.status === 'cancelled' && { unheard: true }),
    places: byPlace(winnersOf(question)),
    notAwarded: notAwardedOf(question),
    ...(tie && { tie: { round: tie, ...(awaiting && { awaiting }) } }),
    ...(round && { round }),
  };
}

const decided: Readonly<Record<DecidedState, true>> = {
  adopted: true,
  rejected: true,
  awarded: true,
  'no-winner': true,
  void: true,
  dropped: true,
};
export const isDecided = (state: QuestionState): state is DecidedState => state in decided;

/** Who won a place by this round. An annulled one gives none. */
export const wonIn = (question: Question, round: Round): PlaceHeld[] =>
  byPlace(winnersOf(question).filter((each) => originOf(question, each) === round.number));

/** What stood before this round, by the rounds before it (rule 4.4). */
export const wonBefore = (question: Question, round: Round): PlaceHeld[] =>
  byPlace(winnersOf(question).filter((each) => originOf(question, each) < round.number));

/** What nobody has won, said by the round that the result rests on last: sharing may free a place meanwhile. */
export const notAwardedBy = (question: Question, round: Round): OpenPlace[] =>
  counted(question).at(-1) === round ? notAwardedOf(question) : [];

/** The place of each winner of a round, by nominee. */
export const placesIn = (question: Question, round: Round): ReadonlyMap<string, number> =>
  new Map(
    wonIn(question, round).flatMap(({ place, nomineeIds }) => nomineeIds.map((id) => [id, place] as const)),
  );

const counted = ({ rounds }: Question): Round[] =>
  rounds.filter((each) => each.status === 'closed' && isHeld(each));

function winnersOf(question: Question): readonly Winner[] {
  if (question.result.status !== 'undecided') return question.result.winners;
  const won = new Map(
    counted(question)
      .flatMap(({ outcome }) => outcome?.winners ?? [])
      .map((each) => [each.nomineeId, each]),
  );
  return [...won.values()];
}

/** The latest round that a winner stood in: whoever need not stand in the next has won in the one before. */
const originOf = (question: Question, { nomineeId }: Winner): number =>
  counted(question).findLast((each) => each.nomineeIds.includes(nomineeId))?.number ?? 0;

function stateOf({ result }: Question, round: Round | undefined, tie: Round | undefined): QuestionState {
  if (round?.status === 'open') return 'open';
  if (result.status !== 'undecided') return result.status;
  if (!round) return 'waiting';
  if (round.status === 'annulled') return 'annulled';
  if (!round.outcome) return 'counting';
  if (round.outcome.kind === 'no-quorum') return 'no-quorum';
  return tie ? 'tied' : 'next-round';
}

/** A tie that no later round has decided; of one within another the inner one. */
const waitingTie = (question: Question): Round | undefined =>
  question.result.status === 'undecided'
    ? counted(question).findLast(({ outcome }) => outcome?.kind === 'tied' && outcome.decidedBy === undefined)
    : undefined;

function notAwardedOf(question: Question): OpenPlace[] {
  const { status, winners, notAwarded } = question.result;
  if (status !== 'awarded' || notAwarded === 0) return [];
  return allPlaces(question).flatMap(({ place, count }) => {
    const left = count - winners.filter((each) => each.place === place).length;
    return left > 0 ? [{ place, count: left }] : [];
  });
}

function byPlace(winners: readonly Winner[]): PlaceHeld[] {
  const held = new Map<number, string[]>();
  for (const { nomineeId, place } of winners.toSorted((a, b) => a.place - b.place))
    held.set(place, [...(held.get(place) ?? []), nomineeId]);
  return [...held].map(([place, nomineeIds]) => ({ place, nomineeIds }));
}
