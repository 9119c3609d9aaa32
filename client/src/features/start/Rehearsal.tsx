import type { Me, SessionSummary } from '@open-ballot/shared/contract/http';
import { Link, useNavigate } from 'react-router';
import { useSignIn } from '../../api/queries.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SessionHead, SessionLinks } from './SessionCard.tsx';
import styles from './Start.module.css';
import { useStartText } from './start-text.ts';

// Published in the README and accepted for a rehearsal only.
const password = 'rehearsal';
const memberNumbers = [1, 2, 3, 4, 5, 6, 7, 8];

/** The demonstration says what it is, and lets anybody in as anybody; whoever has come in finds the own ways first. */
export function Rehearsal({
  session,
  me,
}: {
  readonly session: SessionSummary;
  readonly me: Me | undefined;
}) {
  const t = useStartText();
  const problemText = useProblemText();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const { sessionId } = session;
  const enter = (login: string, to: string) =>
    signIn.mutate({ login, password }, { onSuccess: () => void navigate(to) });
  const entering = signIn.isPending ? signIn.variables.login : undefined;
  const people = [
    { login: 'secretary', name: t('secretary'), does: t('secretary-does'), to: `/console/${sessionId}` },
    { login: 'chair', name: t('chair'), does: t('chair-does'), to: `/session/${sessionId}` },
    ...memberNumbers.map((number) => ({
      login: `member-${number}`,
      name: t('member', { number }),
      does: t('member-does'),
      to: `/session/${sessionId}`,
    })),
  ];
  return (
    <article className={styles['card']}>
      <SessionHead session={session} />
      {me && <SessionLinks session={session} me={me} />}
      <Notice tone="warn" title={t('rehearsal-title')}>
        {t('rehearsal-text')}
      </Notice>
      {signIn.error && (
        <Notice tone="against" announce="alert">
          {problemText(signIn.error, 'wrong-password')}
        </Notice>
      )}
      <h3>{t('enter-as')}</h3>
      <ul className={styles['people']}>
        {people.map(({ login, name, does, to }) => (
          <li key={login}>
            <button
              type="button"
              className={styles['person']}
              aria-busy={entering === login}
              onClick={() => enter(login, to)}
            >
              <b>{name}</b>
              <span>{does}</span>
            </button>
          </li>
        ))}
        <li>
          <Link className={styles['person']} to={`/live/${sessionId}`}>
            <b>{t('observer')}</b>
            <span>{t('observer-does')}</span>
          </Link>
        </li>
        <li>
          <Link className={styles['person']} to={`/hall/${sessionId}`}>
            <b>{t('hall')}</b>
            <span>{t('hall-does')}</span>
          </Link>
        </li>
      </ul>
    </article>
  );
}
