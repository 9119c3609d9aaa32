import { useState, type ReactNode } from 'react';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { refusalOf } from '../../live/preview.ts';
import { headingOf } from '../../live/question-state.ts';
import type { SessionCommand } from '@open-ballot/shared/rules/commands';
import { useServerNow, useSession, useYou } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useChairText } from './chair-text.ts';
import styles from './Member.module.css';
import { useDialogCommand } from '../../acts/use-dialog-command.ts';

type Act = 'pass-chair' | 'adjourn' | 'close-session';

/** Acts that are rare and cannot be undone: each says first what it will do. */
export function ChairMore() {
  const session = useSession();
  const t = useChairText();
  const [act, setAct] = useState<Act>();
  const items: readonly Act[] =
    session.status === 'open' ? ['pass-chair', 'adjourn', 'close-session'] : ['pass-chair'];
  const close = () => setAct(undefined);
  return (
    <>
      <details className={styles['more']}>
        <summary>{t('more')}</summary>
        <div className={styles['acts']}>
          {items.map((each) => (
            <Button key={each} onClick={() => setAct(each)}>
              {t(each)}
            </Button>
          ))}
        </div>
      </details>
      {act === 'pass-chair' && <PassChair onClose={close} />}
      {act === 'adjourn' && <Adjourn onClose={close} />}
      {act === 'close-session' && <CloseSession onClose={close} />}
    </>
  );
}

function PassChair({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const t = useChairText();
  const others = session.roll.filter((seat) => seat.memberId !== session.presidingId);
  const [memberId, setMemberId] = useState(
    others.find((seat) => seat.role === 'deputy-chair')?.memberId ?? '',
  );
  return (
    <ActDialog
      title={t('pass-title')}
      confirm={t('pass-confirm')}
      command={{ type: 'pass-chair', memberId }}
      ready={memberId !== ''}
      onClose={onClose}
    >
      <Select
        label={t('pass-member')}
        value={memberId}
        placeholder="–"
        onValue={setMemberId}
        options={others.map((seat) => ({ value: seat.memberId, text: seat.name }))}
      />
    </ActDialog>
  );
}

function Adjourn({ onClose }: { readonly onClose: () => void }) {
  const t = useChairText();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('adjourn')}
      confirm={t('adjourn')}
      command={{ type: 'adjourn-session', reason: reason.trim() }}
      ready={reason.trim() !== ''}
      onClose={onClose}
    >
      <p>{t('adjourn-text')}</p>
      <TextArea label={t('adjourn-reason')} value={reason} onText={setReason} maxLength={bounds.text} />
    </ActDialog>
  );
}

function CloseSession({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const t = useChairText();
  const undecided = session.questions.filter(({ result }) => result.status === 'undecided');
  return (
    <ActDialog
      title={t('close-session')}
      confirm={t('close-session')}
      command={{ type: 'close-session' }}
      ready
      onClose={onClose}
    >
      <p>{t('close-session-text')}</p>
      {undecided.length > 0 && (
        <Notice tone="warn" title={t('undecided-left', { count: undecided.length })}>
          {undecided.map(headingOf).join('; ')}
        </Notice>
      )}
    </ActDialog>
  );
}

interface ActDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly command: SessionCommand;
  readonly ready: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ActDialog({ title, confirm, command, ready, onClose, children }: ActDialogProps) {
  const session = useSession();
  const you = useYou();
  const now = useServerNow();
  const { give, sending, problem } = useDialogCommand(title, onClose);
  const problemText = useProblemText();
  const refusal = ready ? refusalOf(session, command, you, now) : undefined;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      confirm={confirm}
      busy={sending}
      disabled={!ready || refusal !== undefined}
      onConfirm={() => give(command)}
    >
      {children}
      {refusal && <Notice tone="warn">{problemText(refusal)}</Notice>}
      {problem && !refusal && (
        <Notice tone="against" announce="alert">
          {problemText(problem)}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
