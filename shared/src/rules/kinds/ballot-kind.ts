import type { Exact } from '../counting/exact.ts';
import { fault, type FieldError } from '../fault.ts';
import type { DecisionRule } from '../plan/rule-set.ts';
import type { Refused } from '../refusal.ts';
import type { Ballot, BallotParameters, QuestionDraft, Tally } from '../session.ts';

/** What is on the ballot paper: the nominees of this round and the parameters in force. */
export interface Paper {
  readonly nomineeIds: readonly string[];
  readonly parameters: BallotParameters;
  readonly priorScores?: Readonly<Record<string, string>>;
}

/** The part of a tally that depends on the kind. */
export type Count = Omit<Tally, 'ballots' | 'notVoted' | 'recused'>;

/** What a tally counts: the two sides of a wording, a side on each nominee, choices of nominees, or points. */
export type Tallied = 'sides' | 'answers' | 'choices' | 'points';

/** Everything the rules must know of a way to vote. A new kind is one of these, a line in `registry.ts` and a form. */
export type BallotKind = WayToVote &
  (
    | { readonly tallies: Exclude<Tallied, 'points'> }
    | {
        readonly tallies: 'points';
        /** Whether this ballot gave the nominee anything: nobody wins on points that nobody gave. */
        readonly mentions: (ballot: Ballot, nomineeId: string) => boolean;
        /** How many judged the nominee whole; kinds without it know no least number of them (rule 5.9). */
        readonly judges?: (ballots: readonly Ballot[], nomineeId: string, paper: Paper) => number;
        /** Whether a total of zero is the least there is: not where a score may be below it (rule 6.2). */
        readonly zeroIsLeast: (parameters: BallotParameters) => boolean;
      }
  );

interface WayToVote {
  /** How the parameters contradict themselves, the nominees or the decision rule in force, field by field. */
  readonly faultsOf: (question: QuestionDraft, rule: DecisionRule) => readonly FieldError[];
  /** Why this answer is refused, or undefined. A whole abstention never gets here (rules 5.6, 5.7). */
  readonly check: (ballot: Ballot, paper: Paper) => Refused | undefined;
  readonly count: (ballots: readonly Ballot[], paper: Paper) => Count;
  /** Replaces one ballot in a count; kinds without it are counted anew. */
  readonly recount?: (
    count: Count,
    paper: Paper,
    before: Ballot | undefined,
    after: Ballot | undefined,
  ) => Count;
  /** How each nominee stands, exactly; more is better. */
  readonly standings: (ballots: readonly Ballot[], paper: Paper) => ReadonlyMap<string, Exact>;
  /** How a single ballot places a nominee against the others, for `own-vote`; more is better (rule 7.2). */
  readonly preference: (ballot: Ballot, nomineeId: string, paper: Paper) => Exact;
  /** What `countback` counts for each nominee, what matters most first; kinds without it are not asked (rule 7.2). */
  readonly countback?: {
    readonly of: 'places' | 'best-totals';
    readonly counts: (ballots: readonly Ballot[], paper: Paper) => ReadonlyMap<string, readonly number[]>;
  };
  /** The parameters of a runoff for so many places; kinds without it choose that many nominees (rule 4.4). */
  readonly runoff?: (parameters: BallotParameters, seats: number) => BallotParameters;
}

export const abstains = (ballot: Ballot): boolean => 'choice' in ballot && ballot.choice === 'abstain';

/** The first id on a ballot that is not on the paper, or that stands on the ballot twice. */
export function strangeAmong(
  path: string,
  ids: readonly string[],
  offered: readonly string[],
): FieldError | undefined {
  const stranger = ids.findIndex((id) => !offered.includes(id));
  if (stranger >= 0) return fault(`${path}.${stranger}`, 'not-offered');
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  return twice < 0 ? undefined : fault(`${path}.${twice}`, 'repeated');
}
