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
