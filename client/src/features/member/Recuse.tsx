import { bounds } from '@open-ballot/shared/rules/bounds';
import type { Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { headingOf } from '../../live/question-state.ts';
import { useYou } from '../../live/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useMemberText } from './member-text.ts';
import { useDraft } from './use-draft.ts';

interface RecuseProps {
  readonly question: Question;
  readonly hasBallot: boolean;
}

/** Stepping back from a question, with a reason (rule 8.1). The dialog says what that means before it happens. */
export function Recuse({ question, hasBallot }: RecuseProps) {
  const you = useYou();
  const t = useMemberText();
  const [open, setOpen] = useState(false);
  const isRecused = question.recused.some((each) => each.memberId === you.memberId);
  return (
    <>
      {!isRecused && (
        <Button look="quiet" size="small" onClick={() => setOpen(true)}>
          {t('recuse')}
        </Button>
      )}
      {open && <RecuseDialog question={question} hasBallot={hasBallot} onClose={() => setOpen(false)} />}
    </>
  );
}

function RecuseDialog({ question, hasBallot, onClose }: RecuseProps & { readonly onClose: () => void }) {
  const { questionId } = question;
  const { memberId = '' } = useYou();
  const t = useMemberText();
  const [text = '', setText] = useDraft<string>(`recusal ${questionId}`, memberId);
  const reason = text.trim();
  return (
    <CommandDialog
      title={t('recuse-title', { question: headingOf(question) })}
      confirm={t('recuse-confirm')}
      danger
      command={reason === '' ? undefined : { type: 'recuse', questionId, reason }}
      onClose={() => {
        setText(undefined);
        onClose();
      }}
    >
      <p>
        {t('recuse-text')} {hasBallot && <b>{t('recuse-withdraws')}</b>}
      </p>
      <TextArea
        label={t('recuse-reason')}
        hint={t('recuse-reason-hint')}
        value={text}
        onText={setText}
        maxLength={bounds.text}
      />
    </CommandDialog>
  );
}
