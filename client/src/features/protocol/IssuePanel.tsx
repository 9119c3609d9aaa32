import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import { useState } from 'react';
import { useCommand, useSession, useYou } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from '../../text/protocol-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Protocol.module.css';

/** Issuing the next version: its files are frozen, so the press says so before. */
export function IssuePanel() {
  const session = useSession();
  const { secretary } = useYou();
  const t = useProtocolText();
  const problemText = useProblemText();
  const { submit, sending, receipt } = useCommand();
  const [reason, setReason] = useState('');
  if (!secretary) return null;
  const version = session.protocols.length + 1;
  const mayIssue = session.status === 'closed' || session.status === 'adjourned';
  const isComplete = gapsOf(session).length === 0 && (version === 1 || reason.trim() !== '');
  const issue = async () => {
    const text = reason.trim();
    const answer = await submit({ type: 'issue-protocol', ...(text && { reason: text }) });
    // The entry may be shown before its receipt, and the reason of the version after it already begun.
    if (answer.outcome === 'recorded') setReason((now) => (now === reason ? '' : now));
  };
  return (
    <section className={styles['panel']} aria-labelledby="issue-title">
      <h2 id="issue-title">{t('issue')}</h2>
      <p className={styles['soft']}>{mayIssue ? t('issue-does', { version }) : t('issue-when')}</p>
      {mayIssue && version > 1 && (
        <TextField
          label={t('issue-reason')}
          hint={t('issue-reason-hint', { version })}
          value={reason}
          onText={setReason}
          required
        />
      )}
      <Button look="primary" busy={sending} disabled={!mayIssue || !isComplete} onClick={() => void issue()}>
        {t('issue-do')}
      </Button>
      {receipt && receipt.outcome !== 'recorded' && (
        <Notice tone="against" announce="alert">
          {problemText(receipt)}
        </Notice>
      )}
    </section>
  );
}
