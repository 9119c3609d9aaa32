import { isOver, isPresent, isWrittenProcedure, type Seat } from '@open-ballot/shared/rules/session';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { post } from '../../api/client.ts';
import { useLive, useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LanguageToggle, ThemeToggle } from '../../ui/Toggles.tsx';
import styles from './Member.module.css';
import { News } from './News.tsx';
import { useMemberText } from './member-text.ts';

/** Bar with the own seat and the state of the line, then the content, one column for a thumb. */
export function MemberFrame({
  seat,
  children,
}: {
  readonly seat: Seat | undefined;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const live = useLive();
  const now = useServerNow();
  const t = useMemberText();
  const domain = useDomainText();
  const { connection } = live;
  return (
    <div className={styles['screen']}>
      <header className={styles['bar']}>
        {seat && (
          <span className={styles['who']}>
            <b>{seat.substitute?.name ?? seat.name}</b>
            <span>{session.presidingId === seat.memberId ? domain('presiding') : seat.post}</span>
            {seat.substitute && <span>{t('stands-in-for', { name: seat.name })}</span>}
          </span>
        )}
        <span className={styles['line']} data-state={connection} role="status">
          {connection === 'online'
            ? t('online')
            : connection === 'connecting'
              ? t('connecting')
              : t('offline')}
        </span>
      </header>
      <main className={styles['main']}>
        <News seat={seat} />
        <div className={styles['where']}>
          <span className={styles['contest']}>
            <b>{domain('session-number', { number: session.number })}</b> · {session.contestTitle}
          </span>
          {session.rehearsal && (
            <Badge tone="warn" outlined>
              {domain('rehearsal')}
            </Badge>
          )}
        </div>
        {connection === 'offline' && (
          <Notice tone="warn" title={t('offline-title')} announce="alert">
            {live.waiting > 0 ? t('offline-sending') : t('offline-text')}
          </Notice>
        )}
        {children}
      </main>
      <footer className={styles['foot']}>
        {!isOver(session) && (
          <span>
            {domain('deadline-left')} <Countdown until={session.deadline} now={now} />
          </span>
        )}
        {seat && !isPresent(seat) && !isWrittenProcedure(session) && (
          <span>{domain(`attendance-${seat.attendance}`)}</span>
        )}
        <nav className={styles['ways']}>
          <Link to={`/live/${session.sessionId}`}>{t('watch')}</Link>
          <Link to="/">{t('to-start')}</Link>
          {seat && (
            <Button look="quiet" size="small" onClick={() => void leave()}>
              {t('sign-out')}
            </Button>
          )}
        </nav>
        <span className={styles['toggles']}>
          <LanguageToggle />
          <ThemeToggle />
        </span>
      </footer>
    </div>
  );
}

/** A whole load of the start page: nothing of the person who left stays in memory. */
async function leave(): Promise<void> {
  await post('/sign-out');
  location.assign('/');
}
