import type { RuleSet } from './rule-set.ts';

/** The sets a secretary starts from; they compile complete and are shown as sentences. */
export const presetNames = ['mfc-central', 'two-thirds', 'rating', 'jury-points', 'expert-scores'] as const;
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
};
