import type { IssuedProtocol } from '@open-ballot/shared/rules/session';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { CommandDialog } from '../../acts/CommandDialog.tsx';
import { useLiveSession, useSession, useYou } from '../../live/use-session.ts';
import { useMoments } from '../../text/moments.ts';
import { useProtocolText } from './protocol-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { AttachSignature } from './AttachSignature.tsx';
import { DownloadState } from './DownloadState.tsx';
import styles from './Protocol.module.css';
import { useDownload } from './use-download.ts';

/** Issued versions with their digests: what is downloaded is what was signed. */
export function VersionsPanel() {
  const { protocols } = useSession();
  const t = useProtocolText();
  return (
    <section className={styles['panel']} aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      {protocols.length === 0 && <p className={styles['soft']}>{t('no-versions')}</p>}
      {protocols.toReversed().map((protocol) => (
        <Version key={protocol.version} protocol={protocol} />
      ))}
      {protocols.length > 0 && (
        <p className={styles['soft']}>
          {t('checked-by-anybody')} <Link to="/verify">{t('to-check')}</Link>
        </p>
      )}
    </section>
  );
}

const order = ['docx', 'pdf', 'xlsx', 'csv', 'json'];

/** The journal sorts the names of members, a snapshot does not. */
const inOrder = (files: IssuedProtocol['files']): [format: string, sha256: string][] =>
  Object.entries(files).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));

function Version({ protocol }: { readonly protocol: IssuedProtocol }) {
  const { timeZone } = useSession();
  const { sessionId } = useLiveSession();
  const { secretary } = useYou();
  const t = useProtocolText();
  const { moment } = useMoments(timeZone);
  const download = useDownload();
  const { version, issuedAt, reason, files, attachments } = protocol;
  return (
    <article className={styles['version']}>
      <h3>{t('version', { version })}</h3>
      <p className={styles['soft']}>
        {t('issued-at', { time: moment(issuedAt, 'dateTime') })}
        {reason && ` · ${reason}`}
      </p>
      <ul className={styles['digests']}>
        {inOrder(files).map(([format, sha256]) => (
          <li key={format}>
            <Button
              size="small"
              onClick={() =>
                download.start(
                  `/sessions/${sessionId}/protocols/${version}.${format}`,
                  `${format.toUpperCase()}`,
                )
              }
            >
              {format.toUpperCase()}
            </Button>
            <Hash value={sha256} />
          </li>
        ))}
      </ul>
      <div className={styles['files']}>
        <Button
          size="small"
          busy={download.running?.name === t('format-zip')}
          onClick={() => download.start(`/sessions/${sessionId}/protocols/${version}.zip`, t('format-zip'))}
        >
          {t('format-zip')}
        </Button>
      </div>
      <DownloadState download={download} />
      <SignatureLine protocol={protocol} role="presiding" />
      <SignatureLine protocol={protocol} role="secretary" />
      {attachments.length > 0 && (
        <>
          <p className={styles['soft']}>{t('attachments')}:</p>
          <ul className={styles['digests']}>
            {attachments.map(({ fileName, sha256 }, index) => (
              <li key={index}>
                <Button
                  size="small"
                  onClick={() =>
                    download.start(
                      `/sessions/${sessionId}/protocols/${version}/signatures/${sha256}`,
                      fileName,
                    )
                  }
                >
                  {fileName}
                </Button>
                <Hash value={sha256} />
              </li>
            ))}
          </ul>
        </>
      )}
      {secretary && <AttachSignature version={version} />}
    </article>
  );
}

interface SignatureLineProps {
  readonly protocol: IssuedProtocol;
  readonly role: 'presiding' | 'secretary';
}

function SignatureLine({ protocol: { version, files, signatures }, role }: SignatureLineProps) {
  const { timeZone, presidingId } = useSession();
  const you = useYou();
  const t = useProtocolText();
  const { moment } = useMoments(timeZone);
  const [asking, setAsking] = useState(false);
  const [isRecorded, setRecorded] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const signed = signatures.find((each) => each.role === role);
  // The button that asked is gone once there is a signature.
  const isJustSigned = isRecorded && signed !== undefined && !asking;
  useEffect(() => {
    if (isJustSigned) line.current?.focus();
  }, [isJustSigned]);
  const isMine = role === 'secretary' ? you.secretary === true : you.memberId === presidingId;
  const sha256 = files['pdf'];
  return (
    <>
      <p ref={line} tabIndex={-1} className={styles['signature']} data-signed={signed !== undefined}>
        <span>
          {t(`signed-${role}`)}:{' '}
          {signed ? t('signed-at', { time: moment(signed.at, 'dateTime') }) : t('not-signed')}
        </span>
        {!signed && isMine && sha256 !== undefined && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('sign')}
          </Button>
        )}
      </p>
      {asking && sha256 !== undefined && (
        <CommandDialog
          title={t('sign-title', { version })}
          does={t('sign-does')}
          confirm={t('sign-do')}
          command={{ type: 'sign-protocol', version, sha256 }}
          onRecorded={() => setRecorded(true)}
          onClose={() => setAsking(false)}
        >
          <p className={styles['wholeHash']}>
            SHA-256 <code>{sha256}</code>
          </p>
        </CommandDialog>
      )}
    </>
  );
}
