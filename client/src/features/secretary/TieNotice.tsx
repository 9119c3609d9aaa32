import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import { needsPresiding } from '@open-ballot/shared/rules/decide/handler';
import type { Question } from '@open-ballot/shared/rules/session';
import { useSession, useYou } from '../../live/use-session.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { OpenDialog } from './console-dialog.ts';

/** A tie that waits for somebody: whom, and what can be done from here (rule 7.2). */
export function TieNotice({
  question,
  onDialog,
}: {
  readonly question: Question;
  readonly onDialog: OpenDialog;
}) {
  const session = useSession();
  const { secretary } = useYou();
  const t = useSecretaryText();
  const { tie, state, final } = cameTo(session, question);
  if (!tie || state === 'open' || final) return null;
  const { roundId } = tie.round;
  const { awaiting } = tie;
  const say =
    awaiting === 'lot-by-hand' ? 'awaits-lot' : awaiting ? (`awaits-${awaiting}` as const) : 'awaits-nothing';
  return (
    <Notice
      tone="warn"
      title={t('tie-title')}
      announce="status"
      actions={
        awaiting && (
          <>
            {awaiting === 'lot-by-hand' && secretary && (
              <Button look="primary" onClick={() => onDialog({ name: 'lot', roundId })}>
                {t('record-lot')}
              </Button>
            )}
            {awaiting === 'casting-vote' && needsPresiding(session) && (
              <Button onClick={() => onDialog({ name: 'pass-chair' })}>{t('pass-chair')}</Button>
            )}
            <Button onClick={() => onDialog({ name: 'decline', roundId })}>{t('decline-tie-breaker')}</Button>
          </>
        )
      }
    >
      {t(say)}
    </Notice>
  );
}
