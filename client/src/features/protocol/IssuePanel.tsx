import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import { useRef, useState } from 'react';
import { useCommand, useSession, useYou } from '../../live/use-session.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from './protocol-text.ts';
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
  const heading = useRef<HTMLHeadingElement>(null);
  if (!secretary) return null;
  const version = session.protocols.length + 1;
  const mayIssue = session.status === 'closed' || session.status === 'adjourned';
  const isComplete = gapsOf(session).length === 0 && (version === 1 || reason.trim() !== '');
  const issue = async (button: HTMLElement) => {
    const text = reason.trim();
    const answer = await submit({ type: 'issue-protocol', ...(text && { reason: text }) });
    // The entry may be shown before its receipt, and the reason of the version after it already begun.
    if (answer.outcome === 'recorded') setReason((now) => (now === reason ? '' : now));
    // The button waits for the next reason now and cannot keep the focus; whoever is elsewhere stays there.
    const isHere = [document.body, button].includes(document.activeElement as HTMLElement);
    if (answer.outcome === 'recorded' && isHere) heading.current?.focus();
  };
  return (
    <section className={styles['panel']} aria-labelledby="issue-title">
      <h2 id="issue-title" ref={heading} tabIndex={-1}>
        {t('issue')}
      </h2>
      {receipt?.outcome === 'recorded' && (
        <Notice tone="for" announce="status">
          {t('issue-done')}
        </Notice>
      )}
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
      <Button
        look="primary"
        busy={sending}
        disabled={!mayIssue || !isComplete}
        onClick={({ currentTarget }) => void issue(currentTarget)}
      >
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
