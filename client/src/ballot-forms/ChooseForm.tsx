import type { Ballot } from '@open-ballot/shared/rules/session';
import { useDomainText } from '../text/domain-text.ts';
import { CheckboxCards, RadioCards, type ChoiceCard } from '../ui/ChoiceCards.tsx';
import { capital } from '@open-ballot/shared/words/letters';
import { useFormText } from './form-text.ts';
import type { BallotFormProps } from './ballot-form.ts';
import { nomineeCard, nomineesOf } from './nominee-card.tsx';

/** Answers that stand instead of nominees. The prefix keeps them apart from any nominee's id. */
const instead = { 'choice:against-all': 'against-all', 'choice:abstain': 'abstain' } as const;
type Instead = keyof typeof instead;
const isInstead = (value: string): value is Instead => value in instead;

const ballotOf = (values: readonly string[]): Ballot | undefined => {
  const last = values.at(-1);
  if (last === undefined) return undefined;
  return isInstead(last)
    ? { choice: instead[last] }
    : { nominees: values.filter((value) => !isInstead(value)) };
};

const valuesOf = (draft: Ballot | undefined): readonly string[] => {
  if (!draft) return [];
  if ('nominees' in draft) return draft.nominees;
  return 'choice' in draft ? [`choice:${draft.choice}`] : [];
};

/** One nominee, or between `min` and `max`; against all where offered (rule 5.3). */
export function ChooseForm({ question, round, draft, onDraft, abstain, disabled }: BallotFormProps) {
  const t = useFormText();
  const domain = useDomainText();
  const { max = 1, againstAll } = round.parameters;
  const values = valuesOf(draft);
  const minor: ChoiceCard<string>[] = [
    ...(againstAll
      ? [{ value: 'choice:against-all', title: capital(domain('voted-against-all')), minor: true }]
      : []),
    ...(abstain ? [{ value: 'choice:abstain', title: capital(domain('side-abstain')), minor: true }] : []),
  ];
  const nominees = nomineesOf(question, round).map((nominee) => nomineeCard(nominee, t));
  if (max === 1)
    return (
      <RadioCards
        legend={question.title}
        legendHidden
        disabled={disabled}
        cards={[...nominees, ...minor]}
        value={values[0]}
        onValue={(value) => onDraft(ballotOf([value]))}
      />
    );
  const picked = values.filter((value) => !isInstead(value));
  return (
    <CheckboxCards
      legend={t('chosen', { count: picked.length, max })}
      disabled={disabled}
      values={values}
      onValues={(next) => onDraft(ballotOf(next))}
      cards={[
        ...nominees.map((card) => ({
          ...card,
          disabled: picked.length >= max && !picked.includes(card.value),
        })),
        ...minor,
      ]}
    />
  );
}
