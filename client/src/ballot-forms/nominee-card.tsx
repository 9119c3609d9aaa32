import type { Nominee, Question, Round } from '@open-ballot/shared/rules/session';
import type { ChoiceCard } from '../ui/ChoiceCards.tsx';
import type { FormText } from './form-text.ts';

/** The nominees of a round in the order of the ballot paper. */
export const nomineesOf = (question: Question, round: Round): Nominee[] =>
  round.nomineeIds.flatMap((id) => question.nominees.filter((each) => each.nomineeId === id));

export const nomineeDetail = ({ region, organisation }: Nominee): string =>
  [region, organisation].filter(Boolean).join(' · ');

export function Materials({ nominee, t }: { readonly nominee: Nominee; readonly t: FormText }) {
  if (!nominee.materials || !/^https?:/.test(nominee.materials)) return null;
  return (
    <a
      href={nominee.materials}
      target="_blank"
      rel="noreferrer"
      aria-label={t('materials-of', { name: nominee.name })}
    >
      {t('materials')}
    </a>
  );
}

export const nomineeCard = (nominee: Nominee, t: FormText): ChoiceCard<string> => ({
  value: nominee.nomineeId,
  title: nominee.name,
  detail: nomineeDetail(nominee),
  ...(nominee.materials && { aside: <Materials nominee={nominee} t={t} /> }),
});
