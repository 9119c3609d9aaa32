import type { Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { refusalOf } from '../../live/preview.ts';
import { headingOf } from '../../live/question-state.ts';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useMemberText } from './member-text.ts';
import { useDialogCommand } from '../../acts/use-dialog-command.ts';

/** Own dissenting opinions on a question that was voted on; may be filed after closing, too (rules 1.4, 13). */
export function Dissent({ question }: { readonly question: Question }) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow();
  const t = useMemberText();
  const [open, setOpen] = useState(false);
  const { questionId, dissents = [] } = question;
  const own = dissents.filter((each) => each.memberId === you.memberId);
  const mayFile = !refusalOf(session, { type: 'file-dissent', questionId, text: 'text' }, you, now);
  return (
    <>
      {own.map(({ position, text }) => (
        <Notice key={position} tone="neutral" title={t('dissent-filed', { position })}>
          {text}
        </Notice>
      ))}
      {mayFile && (
        <div>
          <Button size="small" onClick={() => setOpen(true)}>
            {t('dissent')}
          </Button>
        </div>
      )}
      {open && <DissentDialog question={question} onClose={() => setOpen(false)} />}
    </>
  );
}

function DissentDialog({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const t = useMemberText();
  const problemText = useProblemText();
  const title = t('dissent-title', { question: headingOf(question) });
  const { give, sending, problem } = useDialogCommand(title, onClose);
  const [text, setText] = useState('');
  const wish = { type: 'file-dissent', questionId: question.questionId, text: text.trim() } as const;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      confirm={t('dissent-file')}
      busy={sending}
      disabled={wish.text === ''}
      onConfirm={() => give(wish)}
    >
      <p>{t('dissent-does')}</p>
      <TextArea label={t('dissent-text')} value={text} onText={setText} maxLength={bounds.text} />
      {problem && (
        <Notice tone="against" announce="alert">
          {problemText(problem)}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
