import { Link } from 'react-router';
import { useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useProtocolText } from './protocol-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonAnchor } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { DraftDownloads } from './DraftDownloads.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { IssuePanel } from './IssuePanel.tsx';
import { Preview } from './Preview.tsx';
import styles from './Protocol.module.css';
import { VersionsPanel } from './VersionsPanel.tsx';

/** The document a session ends in: as it will print, what it lacks, its files, versions and signatures. */
export default function ProtocolScreen() {
  const { number, status } = useSession();
  const t = useProtocolText();
  const { memberId, officer } = useYou();
  const isOwn = officer === true || memberId !== undefined;
  const hasOne = isOwn && status !== 'convened' && status !== 'cancelled';
  return (
    <Page title={t('title', { number })} bar={<ProtocolBar />} width="full">
      <div className={styles['layout']}>
        <div className={styles['paper']}>
          <h1>{t('title', { number })}</h1>
          {hasOne && (
            <a className={styles['toPanels']} href="#gaps-title">
              {t('to-panels')}
            </a>
          )}
          {hasOne ? <Preview /> : isOwn ? <None /> : <NotYours />}
        </div>
        <div className={styles['side']}>
          {hasOne && (
            <>
              <GapsPanel />
              <IssuePanel />
              <VersionsPanel />
              <DraftDownloads />
            </>
          )}
          <ChainPanel />
        </div>
      </div>
    </Page>
  );
}

function ProtocolBar() {
  const { number, rehearsal } = useSession();
  const { sessionId } = useLiveSession();
  const { officer } = useYou();
  const t = useProtocolText();
  const domain = useDomainText();
  return (
    <>
      <b>{domain('session-number', { number })}</b>
      {rehearsal && (
        <Badge tone="warn" outlined>
          {domain('rehearsal-short')}
        </Badge>
      )}
      {officer && <Link to={`/console/${sessionId}`}>{t('console')}</Link>}
    </>
  );
}

function NotYours() {
  const t = useProtocolText();
  const { sessionId } = useLiveSession();
  return (
    <EmptyState
      title={t('not-yours')}
      actions={
        <ButtonAnchor href={`/api/sessions/${sessionId}/journal.json`} download>
          {t('format-json')}
        </ButtonAnchor>
      }
    >
      {t('not-yours-text')}
    </EmptyState>
  );
}

/** Of a session that has not been opened, or never was (rule 1.6). */
function None() {
  const t = useProtocolText();
  const { status, openings } = useSession();
  if (status === 'convened') return <EmptyState title={t('not-begun')}>{t('not-begun-text')}</EmptyState>;
  return (
    <EmptyState title={t('cancelled')}>
      {t('cancelled-text', { reason: openings.at(-1)?.reason ?? '' })}
    </EmptyState>
  );
}
