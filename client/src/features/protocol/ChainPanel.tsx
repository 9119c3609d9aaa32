import { useState } from 'react';
import { useLive, useLiveSession } from '../../live/use-session.ts';
import { useProtocolText } from './protocol-text.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { DownloadState } from './DownloadState.tsx';
import styles from './Protocol.module.css';
import { useDownload } from './use-download.ts';

/** The head of the journal and how to recount everything from it (rules 12.3, 12.4). */
export function ChainPanel() {
  const { sessionId } = useLiveSession();
  const { headHash, position } = useLive();
  const t = useProtocolText();
  const download = useDownload();
  const [copied, setCopied] = useState(false);
  const command = `npm run verify -- journal-${sessionId}.json --head ${headHash}`;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <section className={styles['panel']} aria-labelledby="chain-title">
      <h2 id="chain-title">{t('chain')}</h2>
      <p>
        {t('head-hash')}: <Hash value={headHash} groups={4} />
        <br />
        <span className={styles['soft']}>{t('entries', { count: position })}</span>
      </p>
      <div className={styles['files']}>
        <Button
          size="small"
          onClick={() => download.start(`/sessions/${sessionId}/journal.json`, t('format-json'))}
        >
          {t('format-json')}
        </Button>
        <ButtonLink size="small" to={`/verify#${headHash}`}>
          {t('to-check')}
        </ButtonLink>
      </div>
      <DownloadState download={download} />
      <p className={styles['soft']}>{t('verify-how')}:</p>
      <pre className={styles['command']} tabIndex={0}>
        <code>{command}</code>
      </pre>
      {/* Missing on plain http, which is what a hall network often is: then the text is selected by hand. */}
      {'clipboard' in navigator && (
        <Button size="small" look="quiet" onClick={() => void copy()}>
          <span role="status">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      )}
    </section>
  );
}
