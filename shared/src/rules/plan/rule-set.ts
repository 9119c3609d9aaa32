export const comparisons = ['at-least', 'more-than'] as const;

/** A share n/d of a base, met at the share itself or only beyond it (rules 3.2, 6.1). */
export interface Threshold {
  readonly n: number;
  readonly d: number;
  readonly compare: (typeof comparisons)[number];
}

export const majorityBases = [
  'for-and-against',
  'participants',
  'present',
  'appointed',
  'established',
] as const;
export type MajorityBase = (typeof majorityBases)[number];

/** Which number a majority is a share of, and which share (rule 6.1). */
export interface Majority {
  readonly base: MajorityBase;
  readonly threshold: Threshold;
}

export const tieBreakers = [
  'own-vote',
  'casting-vote',
  'prior-score',
  'earlier-application',
  'countback',
  'lot-by-hand',
  'lot',
  'runoff',
  'shared',
  'rejected',
] as const;
export type TieBreaker = (typeof tieBreakers)[number];

/** The tie-breakers that wait for a person; until then the round is `tied` and `awaiting` (rule 7.2). */
const personalTieBreakers = [
  'casting-vote',
  'lot-by-hand',
  'runoff',
] as const satisfies readonly TieBreaker[];
export type PersonalTieBreaker = (typeof personalTieBreakers)[number];

export const waitsForPerson = (tieBreaker: TieBreaker): tieBreaker is PersonalTieBreaker =>
  personalTieBreakers.some((each) => each === tieBreaker);

/** How votes become a result (rules 6.1, 6.2). */
export type DecisionRule =
  | { readonly kind: 'plurality'; readonly floor?: Majority; readonly minimumScore?: string }
  | {
      readonly kind: 'majority';
      readonly majority: Majority;
      /** `top-two` where it is not said. */
      readonly nextRound?: NextRoundPolicy;
      /** How many first and next rounds there may be; `usualRounds` where it is not said. */
      readonly maxRounds?: number;
    };

/** Who stands in the round that follows while a majority leaves places open, or a motion unadopted (rule 4.4). */
export const nextRoundPolicies = ['top-two', 'repeat', 'eliminate-last'] as const;
/** First and next rounds of a question where its rule does not say how many. */
export const usualRounds = 10;
export type NextRoundPolicy = (typeof nextRoundPolicies)[number];

/** Which ways of attending a quorum counts (rule 3.1). */
export const countedAttendances = ['in-person', 'remote', 'absentee', 'substitute'] as const;
export type CountedAttendance = (typeof countedAttendances)[number];

export const quorumBases = ['established', 'appointed'] as const;

export interface QuorumRule {
  readonly base: (typeof quorumBases)[number];
  /** Whether recused seats stay in the base, or leave base and count together. */
  readonly recusedStay: boolean;
  readonly threshold: Threshold;
  readonly counts: readonly CountedAttendance[];
  /** Whether the ballots cast must reach the quorum too (rule 3.3). */
  readonly ofBallots: boolean;
}

/** What others see while a round is open (rule 10.1). */
export const visibilities = ['names', 'totals', 'turnout'] as const;
export type Visibility = (typeof visibilities)[number];

/**
 * Everything that no regulation of this contest fixes, as parameters.
 * Frozen into the journal when the session is convened (rules 1.1, 1.3).
 */
export interface RuleSet {
  readonly quorum: QuorumRule;
  readonly decision: DecisionRule;
  /** Whether recused seats stay in the bases of a majority (rule 6.1). */
  readonly recusedStay: boolean;
  readonly ties: readonly TieBreaker[];
  readonly abstain: boolean;
  readonly changeUntilClose: boolean;
  readonly closeWhenAllVoted: boolean;
  readonly parallelRounds: boolean;
  readonly selfCheckIn: boolean;
  readonly substitutes: boolean;
  readonly absentee: boolean;
  readonly oneWinPerEntrant: boolean;
  /** Whether everyone who was present signs the protocol, not only who presided and the secretary. */
  readonly allPresentSign?: boolean;
  readonly visibility: Visibility;
}
