import type { Question } from '@open-ballot/shared/rules/session';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { headingOf } from '../../live/question-state.ts';
import { useState } from 'react';
import { refusalOf } from '../../live/preview.ts';
import { useCommand, useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useMemberText } from './member-text.ts';

/** Stepping back from a question, with a reason (rule 8.1). The dialog says what that means before it happens. */
export function Recuse({
  question,
  hasBallot,
}: {
  readonly question: Question;
  readonly hasBallot: boolean;
}) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow();
  const command = useCommand();
  const t = useMemberText();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const wish = { type: 'recuse', questionId: question.questionId, reason: reason.trim() } as const;
  const refusal = refusalOf(session, { ...wish, reason: 'reason' }, you, now);
  if (question.recused.some((each) => each.memberId === you.memberId)) return null;
  const problem = command.receipt?.outcome === 'recorded' ? undefined : command.receipt;
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t('recuse')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('recuse-title', { question: headingOf(question) })}
        confirm={t('recuse-confirm')}
        danger
        busy={command.sending}
        disabled={wish.reason === '' || refusal !== undefined}
        onConfirm={() =>
          void command.submit(wish).then((receipt) => receipt.outcome === 'recorded' && setOpen(false))
        }
      >
        <p>
          {t('recuse-text')} {hasBallot && <b>{t('recuse-withdraws')}</b>}
        </p>
        {refusal && <Notice tone="warn">{problemText(refusal)}</Notice>}
        <TextArea
          label={t('recuse-reason')}
          hint={t('recuse-reason-hint')}
          value={reason}
          onText={setReason}
          maxLength={bounds.text}
        />
        {problem && (
          <Notice tone="against" announce="alert">
            {problemText(problem)}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
