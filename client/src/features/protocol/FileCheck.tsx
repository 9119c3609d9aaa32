import { sha256OfBytes } from '@open-ballot/shared/journal/chain';
import type { IssuedProtocol } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { useProtocolText } from '../../text/protocol-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { issuedAs } from './issued-as.ts';
import styles from './Protocol.module.css';

interface CheckedFile {
  readonly name: string;
  /** Missing where the browser could not read the file. */
  readonly sha256?: string;
}

interface FileCheckProps {
  readonly protocols: readonly IssuedProtocol[];
}

/** Tells by its digest which issued version a file is, for whoever was sent one. */
export function FileCheck({ protocols }: FileCheckProps) {
  const t = useProtocolText();
  const [checked, setChecked] = useState<CheckedFile>();
  const check = async (file: File | undefined) => {
    if (!file) return;
    const { name } = file;
    const bytes = await file.arrayBuffer().catch(() => undefined);
    setChecked({ name, ...(bytes && { sha256: sha256OfBytes(new Uint8Array(bytes)) }) });
  };
  return (
    <section className={styles['panel']} aria-labelledby="file-check-title">
      <h2 id="file-check-title">{t('file-check')}</h2>
      <TextField
        label={t('file-check-label')}
        hint={t('file-check-hint')}
        type="file"
        error={checked && checked.sha256 === undefined ? t('file-unread') : undefined}
        // Otherwise a browser would not notice the same file chosen again.
        onClick={(event) => (event.currentTarget.value = '')}
        onInput={(event) => void check(event.currentTarget.files?.[0])}
      />
      {checked?.sha256 !== undefined && (
        <Finding protocols={protocols} name={checked.name} sha256={checked.sha256} />
      )}
    </section>
  );
}

interface FindingProps extends FileCheckProps {
  readonly name: string;
  readonly sha256: string;
}

function Finding({ protocols, name, sha256 }: FindingProps) {
  const t = useProtocolText();
  const found = issuedAs(protocols, sha256);
  const latest = protocols.at(-1)?.version ?? 0;
  const isReplaced = found.every(({ version }) => version < latest);
  if (found.length === 0)
    return (
      <Notice tone="against" announce="alert" title={t('file-is-none', { name })}>
        {t('file-is-none-text')}
      </Notice>
    );
  return (
    <Notice tone={isReplaced ? 'warn' : 'for'} announce="status" title={t('file-is-issued', { name })}>
      <ul>
        {found.map((file) => (
          <li key={`${file.kind} ${file.version} ${file.kind === 'protocol' ? file.format : file.fileName}`}>
            {file.kind === 'protocol'
              ? t('file-is-protocol', { version: file.version, format: file.format.toUpperCase() })
              : t('file-is-signature', { version: file.version, fileName: file.fileName })}
          </li>
        ))}
      </ul>
      {isReplaced && <p>{t('file-is-replaced', { latest })}</p>}
    </Notice>
  );
}
