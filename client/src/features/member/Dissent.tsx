import { bounds } from '@open-ballot/shared/rules/bounds';
import type { Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { refusalOf } from '../../live/preview.ts';
import { headingOf } from '../../live/question-state.ts';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useMemberText } from './member-text.ts';
import { useDraft } from './use-draft.ts';

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
  const { questionId } = question;
  const { memberId = '' } = useYou();
  const t = useMemberText();
  const [written = '', setWritten] = useDraft<string>(`dissent ${questionId}`, memberId);
  const text = written.trim();
  return (
    <CommandDialog
      title={t('dissent-title', { question: headingOf(question) })}
      does={t('dissent-does')}
      confirm={t('dissent-file')}
      command={text === '' ? undefined : { type: 'file-dissent', questionId, text }}
      onClose={() => {
        setWritten(undefined);
        onClose();
      }}
    >
      <TextArea label={t('dissent-text')} value={written} onText={setWritten} maxLength={bounds.text} />
    </CommandDialog>
  );
}
