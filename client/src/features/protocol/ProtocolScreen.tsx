import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import { openRounds } from '@open-ballot/shared/rules/session';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from '../../text/protocol-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, ButtonAnchor } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { DocumentView } from './DocumentView.tsx';
import { DraftDownloads } from './DraftDownloads.tsx';
import { FileCheck } from './FileCheck.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { IssuePanel } from './IssuePanel.tsx';
import styles from './Protocol.module.css';
import { useJournal } from './use-journal.ts';
import { VersionsPanel } from './VersionsPanel.tsx';

/** The document a session ends in: as it will print, what it lacks, its files, versions and signatures. */
export default function ProtocolScreen() {
  const { number, status, protocols } = useSession();
  const t = useProtocolText();
  const { memberId, officer } = useYou();
  const isOwn = officer === true || memberId !== undefined;
  return (
    <Page title={t('title', { number })} bar={<ProtocolBar />} width="full">
      <div className={styles['layout']}>
        <div className={styles['paper']}>
          <h1>{t('title', { number })}</h1>
          {!isOwn ? <NotYours /> : status === 'convened' ? <NotBegun /> : <Preview />}
        </div>
        <div className={styles['side']}>
          {isOwn && status !== 'convened' && (
            <>
              <GapsPanel />
              <IssuePanel />
              <VersionsPanel />
              <DraftDownloads />
            </>
          )}
          {protocols.length > 0 && <FileCheck protocols={protocols} />}
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

function NotBegun() {
  const t = useProtocolText();
  return <EmptyState title={t('not-begun')}>{t('not-begun-text')}</EmptyState>;
}

function Preview() {
  const session = useSession();
  const t = useProtocolText();
  const problemText = useProblemText();
  const isHidden = session.ruleSet.visibility !== 'names' && openRounds(session).length > 0;
  const { data, error, isFetching, refetch, newer } = useJournal(!isHidden);
  const document = useMemo(() => data && buildProtocol(data.entries, { version: data.program }), [data]);
  if (isHidden) return <EmptyState title={t('hidden-round')}>{t('hidden-round-text')}</EmptyState>;
  if (error)
    return (
      <Notice
        tone="against"
        announce="alert"
        actions={<Button onClick={() => void refetch()}>{t('retry')}</Button>}
      >
        {problemText(error)}
      </Notice>
    );
  if (!document) return <Spinner text={t('loading-journal')} />;
  return (
    <section aria-label={t('preview')} className={styles['preview']}>
      {newer > 0 && (
        <Notice
          announce="status"
          actions={
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              {t('refresh')}
            </Button>
          }
        >
          {t('newer-entries', { count: newer })}
        </Notice>
      )}
      <DocumentView document={document} />
    </section>
  );
}
