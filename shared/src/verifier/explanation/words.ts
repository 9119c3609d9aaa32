import type { Measure } from '../../rules/showing/explain.ts';
import type { DroppedFor } from '../../rules/counting/outcome.ts';
import type { CountedBack } from '../../rules/counting/ties.ts';
import type { Quorum } from '../../rules/counting/quorum.ts';
import type { MajorityBase, Threshold } from '../../rules/plan/rule-set.ts';
import type { DomainWords } from '../../words/domain.ts';
import type { Ballot, Outcome, Question, Round, Session } from '../../rules/session.ts';

/**
 * What a tie-breaker did: one that passed on may have looked in vain, been declined, or not apply here;
 * one awaited may be given no more, or be held as a later round.
 */
export type TieEffect =
  | 'settled'
  | 'narrowed'
  | 'passed-on'
  | 'declined'
  | 'not-applied'
  | 'awaited'
  | 'never-given'
  | 'in-later-round';

export type FinalOutcome =
  | Exclude<Outcome['kind'], 'won' | 'tied'>
  | 'nobody-more'
  | 'tied-for-good'
  | 'tied-for-now'
  | 'decided-in-later-round';

/** How an explanation is said in one language. Lists of names come joined. */
export interface ExplanationWords {
  readonly domain: DomainWords;
  readonly turnout: (of: {
    readonly entitled: number;
    readonly voted: number;
    readonly notVoted: number;
    readonly recused: number;
  }) => string;
  readonly quorum: (
    quorum: Quorum,
    how: { readonly established: boolean; readonly written: boolean },
  ) => string;
  readonly quorumOfBallots: (quorum: Quorum) => string;
  readonly sides: (of: {
    readonly for: number;
    readonly against: number;
    readonly abstained: number;
    readonly casting: boolean;
  }) => string;
  readonly standings: Readonly<Record<Measure, string>>;
  readonly standing: (name: string, standing: string) => string;
  /** Behind a total: what of it was brought from before. */
  readonly carried: (points: string) => string;
  readonly againstAll: (votes: number, wins: boolean) => string;
  readonly plurality: Readonly<Record<Measure | 'more-for', string>>;
  readonly majority: (of: {
    readonly base: MajorityBase;
    readonly threshold: Threshold;
    readonly size: number;
    readonly needed: number;
  }) => string;
  readonly majorityOfEach: (threshold: Threshold) => string;
  readonly votesOfEach: (name: string, votes: number, of: number, needed: number) => string;
  readonly dropped: (
    why: DroppedFor | 'withdrawn',
    names: readonly string[],
    of: { readonly minimum: string; readonly minimumScorers: number; readonly inPoints: boolean },
  ) => string;
  readonly beforeTheSession: string;
  readonly tied: (names: string) => string;
  readonly tiedMotion: string;
  readonly effects: Readonly<Record<TieEffect, (order: string) => string>>;
  readonly ownVote: (name: string, ballot: string) => string;
  readonly castingVote: (name: string, choice: string) => string;
  readonly countedBack: (of: CountedBack['of'], place: number, counts: string) => string;
  readonly witnesses: (witnesses: string) => string;
  readonly unknown: string;
  readonly lot: (closingHash: string) => string;
  readonly choices: Readonly<Record<Extract<Ballot, { choice: unknown }>['choice'] | 'none', string>>;
  readonly won: (label: string | undefined, names: readonly string[]) => string;
  readonly placed: (place: number, names: string) => string;
  readonly ranked: (places: string) => string;
  readonly notAwarded: (count: number) => string;
  readonly outcomes: Readonly<Record<FinalOutcome, string>>;
  readonly alreadyWon: (names: string) => string;
  readonly annulled: string;
  readonly decimal: (text: string) => string;
}

/** A sentence of an explanation, with the lines that prove it. */
export interface Sentence {
  readonly text: string;
  readonly details?: readonly string[];
}

export interface Explained {
  readonly session: Session;
  readonly question: Question;
  readonly round: Round;
  readonly words: ExplanationWords;
  readonly name: (nomineeId: string) => string;
}
