import type { Side } from '@open-ballot/shared/rules/session';

/** Colour never carries meaning alone: every side has a word and a sign. */
export const sideSigns: Readonly<Record<Side, string>> = { for: '✓', against: '✕', abstain: '○' };

export const sidesOffered = (abstain: boolean): readonly Side[] =>
  abstain ? ['for', 'against', 'abstain'] : ['for', 'against'];
