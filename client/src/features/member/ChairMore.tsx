import { bounds } from '@open-ballot/shared/rules/bounds';
import { useState } from 'react';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { headingOf } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useChairText } from './chair-text.ts';
import styles from './Member.module.css';

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
    <CommandDialog
      title={t('pass-title')}
      confirm={t('pass-confirm')}
      command={memberId === '' ? undefined : { type: 'pass-chair', memberId }}
      onClose={onClose}
    >
      <Select
        label={t('pass-member')}
        value={memberId}
        placeholder="–"
        onValue={setMemberId}
        options={others.map((seat) => ({ value: seat.memberId, text: seat.name }))}
      />
    </CommandDialog>
  );
}

function Adjourn({ onClose }: { readonly onClose: () => void }) {
  const t = useChairText();
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <CommandDialog
      title={t('adjourn')}
      confirm={t('adjourn')}
      does={t('adjourn-text')}
      command={reason === '' ? undefined : { type: 'adjourn-session', reason }}
      onClose={onClose}
    >
      <TextArea label={t('adjourn-reason')} value={text} onText={setText} maxLength={bounds.text} />
    </CommandDialog>
  );
}

function CloseSession({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const t = useChairText();
  const undecided = session.questions.filter(({ result }) => result.status === 'undecided');
  return (
    <CommandDialog
      title={t('close-session')}
      confirm={t('close-session')}
      does={t('close-session-text')}
      danger
      command={{ type: 'close-session' }}
      onClose={onClose}
    >
      {undecided.length > 0 && (
        <Notice tone="warn" title={t('undecided-left', { count: undecided.length })}>
          {undecided.map(headingOf).join('; ')}
        </Notice>
      )}
    </CommandDialog>
  );
}
