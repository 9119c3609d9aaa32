import { quorumNow } from '@open-ballot/shared/rules/counting/quorum';
import { isWrittenProcedure, type Question, type Session } from '@open-ballot/shared/rules/session';
import { useDomainText } from '../text/domain-text.ts';
import styles from './QuorumLine.module.css';

/** Whether the quorum stands, with the number it needs (rule 3). */
export function QuorumLine({
  session,
  question,
}: {
  readonly session: Session;
  readonly question?: Question | undefined;
}) {
  const t = useDomainText();
  const quorum = quorumNow(session, question);
  if (!quorum) return null;
  const { present, base, needed, stands } = quorum;
  const isWritten = isWrittenProcedure(session);
  return (
    <p className={styles['line']}>
      <b className={stands ? styles['stands'] : styles['fails']}>
        <span aria-hidden="true">{stands ? '✓ ' : '✕ '}</span>
        {t(stands ? 'quorum-stands' : isWritten ? 'quorum-awaited' : 'quorum-fails')}
      </b>
      {' · '}
      {t(isWritten ? 'quorum-of-ballots' : 'quorum-numbers', { present, base, needed })}
    </p>
  );
}
