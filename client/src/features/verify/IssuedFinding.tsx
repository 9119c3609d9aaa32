import { ApiProblem } from '../../api/client.ts';
import { useMoments } from '../../text/moments.ts';
import { useVerifyText } from './verify-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import type { KnownFile } from './examine-file.ts';
import { useIssuedFiles, type Recognised } from './use-issued-files.ts';
import styles from './Verify.module.css';

interface IssuedFindingProps {
  readonly file: KnownFile;
  /** One of many files that were issued together: what is the same of all is left out. */
  readonly brief?: boolean;
}

/** Which issued version a file is, as the server says of its digest. */
export function IssuedFinding({ file, brief = false }: IssuedFindingProps) {
  const t = useVerifyText();
  const { data: recognised, isFetching, error, refetch } = useIssuedFiles(file.sha256);
  if (isUnconfirmed(error))
    return (
      <Notice tone="warn" announce="status" title={t('unconfirmed')}>
        {t('unconfirmed-text')}
      </Notice>
    );
  if (error)
    return (
      <Notice
        tone="warn"
        announce="status"
        title={t('away')}
        actions={
          <Button size="small" busy={isFetching} onClick={() => void refetch()}>
            {t('ask-again')}
          </Button>
        }
      >
        {t('away-text')}
      </Notice>
    );
  if (!recognised) return <Spinner text={t('asking')} />;
  if (recognised.length > 0)
    return recognised.map((each, index) => <Issued key={index} file={each} brief={brief} />);
  return isSound(file) ? <LiveJournal /> : <NotIssued file={file} />;
}

/** The server has the file, in a session whose journal was altered. */
const isUnconfirmed = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'journal-broken';

const isSound = ({ journal }: KnownFile): boolean =>
  journal?.outcome === 'verified' && journal.verification.sound;

function Issued({ file, brief }: { readonly file: Recognised; readonly brief: boolean }) {
  const t = useVerifyText();
  const { moment, day } = useMoments(file.timeZone);
  const { number, versions, version, latestVersion, rehearsal } = file;
  const isReplaced = version < latestVersion;
  const words = { number, versions: versions.join(', '), count: versions.length };
  return (
    <Notice
      tone={isReplaced || rehearsal ? 'warn' : 'for'}
      announce="status"
      title={
        file.kind === 'protocol'
          ? t('issued-protocol', { ...words, format: file.format.toUpperCase() })
          : t('issued-signature', words)
      }
    >
      <p>{file.contestTitle}</p>
      {!brief && (
        <p>{t('issued-when', { day: day(file.date), version, time: moment(file.issuedAt, 'dateTime') })}</p>
      )}
      {isReplaced && (
        <p>
          <b>{t('replaced', { version, latest: latestVersion })}</b>
        </p>
      )}
      {!isReplaced && !brief && <p>{t('latest')}</p>}
      {rehearsal && (
        <p>
          <b>{t('rehearsal')}</b>
        </p>
      )}
      {file.kind === 'signature' && <p>{t('signature-limits')}</p>}
    </Notice>
  );
}

function NotIssued({ file: { name } }: { readonly file: KnownFile }) {
  const t = useVerifyText();
  return (
    <Notice tone="against" announce="status" title={t('none')}>
      <p>{t('none-text')}</p>
      <ul className={styles['reasons']}>
        <li>{t('none-altered')}</li>
        <li>{t('none-saved')}</li>
        <li>{t('none-draft')}</li>
        {/\.csv$/i.test(name) && <li>{t('none-csv')}</li>}
        <li>{t('none-elsewhere')}</li>
      </ul>
      <p>{t('none-advice')}</p>
    </Notice>
  );
}

/** A journal exported from a session differs from every issued one; that says nothing against it. */
function LiveJournal() {
  const t = useVerifyText();
  return (
    <Notice announce="status" title={t('live-journal')}>
      {t('live-journal-text')}
    </Notice>
  );
}
