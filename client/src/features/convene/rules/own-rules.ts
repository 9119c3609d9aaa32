import { canonicalJson } from '@open-ballot/shared/journal/canonical-json';
import { presetNames, presets, type PresetName } from '@open-ballot/shared/rules/plan/presets';
import type { Majority, RuleSet } from '@open-ballot/shared/rules/plan/rule-set';

/** The preset that says exactly this; undefined for a rule set of the commission's own. */
export const presetOf = (ruleSet: RuleSet): PresetName | undefined =>
  presetNames.find((name) => written(presets[name]) === written(ruleSet));

// A number that is not filled in is no number, and JSON has no word for it.
const written = (ruleSet: RuleSet): string => canonicalJson(JSON.parse(JSON.stringify(ruleSet)));

/** Where composing a majority or a floor begins. */
export const majorityToBegin: Majority = {
  base: 'present',
  threshold: { n: 1, d: 2, compare: 'more-than' },
};

/** What each fieldset of the rules is given. */
export interface RulesFieldsProps {
  readonly ruleSet: RuleSet;
  readonly onRules: (changes: Partial<RuleSet>) => void;
  /** Words for what is wrong at a path within the rule set. */
  readonly errorAt: (path: string) => string | undefined;
}
