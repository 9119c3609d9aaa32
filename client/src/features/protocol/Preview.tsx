import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import { standingProtocol } from '@open-ballot/shared/protocol/standing';
import { refusesDraft } from '@open-ballot/shared/rules/showing/draft';
import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../../live/use-session.ts';
import { useMoments } from '../../text/moments.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useProtocolText } from './protocol-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { Select } from '../../ui/Select.tsx';
import { DocumentView } from './DocumentView.tsx';
import styles from './Protocol.module.css';
import { useJournal } from './use-journal.ts';

const draft = 'draft';

/** The protocol as it prints: an issued version as far as the journal reached then, or the draft of the next one. */
export function Preview() {
  const session = useSession();
  const t = useProtocolText();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<string>();
  const isHidden = refusesDraft(session)?.code === 'round-open';
  const { data, error, isFetching, refetch, newer } = useJournal(!isHidden);
  const shown = chosen ?? String(standingProtocol(session)?.version ?? draft);
  const issued = session.protocols.find(({ version }) => String(version) === shown);
  const document = useMemo(() => {
    if (!data) return undefined;
    const { entries, program } = data;
    if (!issued) return buildProtocol(entries, { version: program });
    const { throughPosition, version, reason } = issued;
    if ((entries.at(-1)?.position ?? 0) < throughPosition) return undefined;
    return buildProtocol(
      entries.filter(({ position }) => position <= throughPosition),
      { version: program, issued: { version, ...(reason !== undefined && { reason }) } },
    );
  }, [data, issued]);
  // A version issued meanwhile may tell of entries that this page has not fetched.
  const isBehind = data !== undefined && document === undefined;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, refetch]);
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
      <ShownVersion shown={shown} onShown={setChosen} />
      {newer > 0 && !issued && (
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

interface ShownVersionProps {
  readonly shown: string;
  readonly onShown: (shown: string) => void;
}

function ShownVersion({ shown, onShown }: ShownVersionProps) {
  const { protocols, timeZone } = useSession();
  const t = useProtocolText();
  const { moment } = useMoments(timeZone);
  if (protocols.length === 0) return null;
  const versions = protocols.toReversed().map(({ version, issuedAt }) => ({
    value: String(version),
    text: t('shown-version', { version, time: moment(issuedAt, 'dateTime') }),
  }));
  const next = { value: draft, text: t('shown-draft', { version: protocols.length + 1 }) };
  return (
    <div className={styles['shown']}>
      <Select label={t('shown')} value={shown} options={[...versions, next]} onValue={onShown} />
    </div>
  );
}
