import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import { Link } from 'react-router';
import { RecordTemplates } from '../../acts/RecordTemplates.tsx';
import { useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useProtocolText } from './protocol-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Protocol.module.css';

/** The texts without which the protocol is not issued, each with the way to the field where it is written. */
export function GapsPanel() {
  const session = useSession();
  const { sessionId } = useLiveSession();
  const { secretary } = useYou();
  const t = useProtocolText();
  const gaps = gapsOf(session);
  const numberOf = (questionId: string) =>
    session.questions.findIndex((each) => each.questionId === questionId) + 1;
  return (
    <section className={styles['panel']} aria-labelledby="gaps-title">
      <h2 id="gaps-title" tabIndex={-1}>
        {t('gaps')}
      </h2>
      {gaps.length === 0 ? (
        <Notice tone="for">{t('gaps-none')}</Notice>
      ) : (
        <Notice tone="warn">
          <p>{t('gaps-text')}</p>
          <ul className={styles['gaps']}>
            {gaps.map(({ questionId, field }) => {
              const label = t(`gap-${field}`, { number: numberOf(questionId) });
              const query = new URLSearchParams({ question: questionId, field });
              return (
                <li key={`${questionId} ${field}`}>
                  {secretary ? <Link to={`/console/${sessionId}?${query}`}>{label}</Link> : label}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      <RecordTemplates />
    </section>
  );
}
