import type { RuleSet } from './rule-set.ts';

/** The sets a secretary starts from; they compile complete and are shown as sentences. */
export const presetNames = [
  'mfc-central',
  'two-thirds',
  'rating',
  'all-above',
  'last-leaves',
  'until-two-thirds',
  'jury-points',
  'expert-scores',
  'stage-scores',
] as const;
export type PresetName = (typeof presetNames)[number];

const half = { n: 1, d: 2 } as const;

const central: RuleSet = {
  quorum: {
    base: 'appointed',
    recusedStay: false,
    threshold: { ...half, compare: 'at-least' },
    counts: ['in-person', 'remote'],
    ofBallots: false,
  },
  decision: { kind: 'plurality' },
  recusedStay: false,
  ties: ['own-vote', 'runoff', 'lot-by-hand'],
  abstain: true,
  changeUntilClose: true,
  closeWhenAllVoted: false,
  parallelRounds: false,
  selfCheckIn: false,
  substitutes: false,
  absentee: false,
  oneWinPerEntrant: false,
  visibility: 'names',
};

const moreThanHalfOfPresent = { base: 'present', threshold: { ...half, compare: 'more-than' } } as const;
const twoThirds = { n: 2, d: 3, compare: 'at-least' } as const;

/** «Presets» of the rules. A session copies one into its journal; later changes here never reach back. */
export const presets: Readonly<Record<PresetName, RuleSet>> = {
  'mfc-central': central,
  'two-thirds': {
    ...central,
    quorum: { ...central.quorum, base: 'established', recusedStay: true, threshold: twoThirds },
    decision: { kind: 'majority', majority: { base: 'present', threshold: twoThirds } },
    recusedStay: true,
    ties: ['runoff', 'rejected'],
    changeUntilClose: false,
    visibility: 'turnout',
  },
  rating: {
    ...central,
    decision: { kind: 'plurality', floor: moreThanHalfOfPresent },
    ties: ['own-vote', 'runoff', 'shared'],
  },
  /** Everybody whom more than half of those present are for. */
  'all-above': {
    ...central,
    decision: { kind: 'plurality', floor: moreThanHalfOfPresent },
    ties: [],
  },
  /** As host cities are chosen: round by round without the last, until one has more than half of the votes. */
  'last-leaves': {
    ...central,
    decision: {
      kind: 'majority',
      majority: { base: 'for-and-against', threshold: { ...half, compare: 'more-than' } },
      nextRound: 'eliminate-last',
    },
    ties: ['runoff', 'lot'],
    changeUntilClose: false,
    visibility: 'turnout',
  },
  /** The same ballot again, until somebody has two thirds. */
  'until-two-thirds': {
    ...central,
    decision: {
      kind: 'majority',
      majority: { base: 'participants', threshold: twoThirds },
      nextRound: 'repeat',
    },
    ties: ['runoff'],
    changeUntilClose: false,
    visibility: 'turnout',
  },
  'jury-points': {
    ...central,
    ties: ['own-vote', 'runoff', 'shared'],
    changeUntilClose: false,
    visibility: 'totals',
  },
  'expert-scores': {
    ...central,
    ties: ['own-vote', 'prior-score', 'runoff', 'shared'],
    visibility: 'turnout',
  },
  /** The scores of the session together with those of the stage before it, which every question says the weight of. */
  'stage-scores': {
    ...central,
    ties: ['own-vote', 'countback', 'runoff', 'shared'],
    visibility: 'turnout',
  },
};
