import type { Question, Round } from '@open-ballot/shared/rules/session';
import { capital } from '@open-ballot/shared/words/letters';
import { headingOf } from '../../live/question-state.ts';
import { useYou } from '../../live/use-session.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useChairText } from './chair-text.ts';
import { CommandButton } from '../../acts/CommandButton.tsx';

/** The other officer's half of an annulment (rule 9.2). */
export function ConfirmAnnulment({
  question,
  round,
}: {
  readonly question: Question;
  readonly round: Round;
}) {
  const t = useChairText();
  const you = useYou();
  const { annulment } = round;
  if (!annulment || annulment.requestedBy === you.memberId) return null;
  return (
    <>
      <Notice tone="warn" title={t('annulment-asked', { question: headingOf(question) })}>
        <p>
          {capital(t(`ground-${annulment.ground}`))}. {annulment.reason}
        </p>
        <p>{t('annulment-text')}</p>
      </Notice>
      <CommandButton look="danger" command={{ type: 'confirm-annulment', roundId: round.roundId }}>
        {t('annulment-confirm')}
      </CommandButton>
    </>
  );
}
