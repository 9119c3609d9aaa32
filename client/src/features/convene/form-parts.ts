import type { Contest } from '@open-ballot/shared/contract/http';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import type { QuestionForm } from './question-form.ts';
import type { SessionFields } from './session-form.ts';

/** Words for what is wrong at a path: found here, or else said by the server. */
export type ErrorAt = (path: string) => string | undefined;

/** What every part of the form is given. */
export interface PartProps {
  readonly contest: Contest;
  readonly fields: SessionFields;
  readonly onFields: (changes: Partial<SessionFields>) => void;
  readonly errorAt: ErrorAt;
}

/** What the fields of one question are given. */
export interface QuestionFieldsProps {
  readonly question: QuestionForm;
  readonly errorAt: ErrorAt;
  readonly onChange: (changes: Partial<QuestionForm>) => void;
}

export interface OwnRulesFieldsProps extends QuestionFieldsProps {
  /** The session's own, which a question may overrule. */
  readonly ruleSet: RuleSet;
}
