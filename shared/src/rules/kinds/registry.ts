import type { BallotKindName } from '../session.ts';
import { approval } from './approval.ts';
import type { BallotKind } from './ballot-kind.ts';
import { choose } from './choose.ts';
import { motion } from './motion.ts';
import { rank } from './rank.ts';
import { score } from './score.ts';

export const ballotKinds: Readonly<Record<BallotKindName, BallotKind>> = {
  motion,
  approval,
  choose,
  rank,
  score,
};

/** Whether nominees compete for places; otherwise the wording itself is adopted or rejected (rule 5.1). */
export const awardsPlaces = (kind: BallotKindName): boolean => ballotKinds[kind].tallies !== 'sides';

/** Votes decide by majority or plurality; points only by order (rule 6.3). */
export const countsVotes = (kind: BallotKindName): boolean => ballotKinds[kind].tallies !== 'points';
