import { useId } from 'react';
import { useVerifyText } from './verify-text.ts';
import { Hash } from '../../ui/Hash.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ArchiveFinding } from './ArchiveFinding.tsx';
import { largestFileMb, type KnownFile } from './examine-file.ts';
import { IssuedFinding } from './IssuedFinding.tsx';
import { Outcomes, RecountNotice } from './JournalFinding.tsx';
import type { ExaminedFile } from './use-verification.ts';
import styles from './Verify.module.css';

/** Everything that is said of one dropped file. */
export function FileFinding({ name, size, examined }: ExaminedFile) {
  const titleId = useId();
  return (
    <article className={styles['file']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['name']}>
        {name}
      </h2>
      <Said name={name} size={size} examined={examined} />
    </article>
  );
}

function Said({ size, examined }: ExaminedFile) {
  const t = useVerifyText();
  switch (examined.outcome) {
    case 'file':
      return <OneFile file={examined} />;
    case 'archive':
      return <ArchiveFinding {...examined} />;
    case 'sums':
      return (
        <Notice announce="status" title={t('sums')}>
          {t('sums-text')}
        </Notice>
      );
    default:
      return (
        <Notice tone="against" announce="alert" title={t(examined.outcome)}>
          {t(`${examined.outcome}-text`, { size: Math.ceil(size / 1024 / 1024), most: largestFileMb })}
        </Notice>
      );
  }
}

function OneFile({ file }: { readonly file: KnownFile }) {
  const { journal, sha256 } = file;
  return (
    <>
      {journal && <RecountNotice checked={journal} />}
      <IssuedFinding file={file} />
      <p className={styles['soft']}>
        SHA-256: <Hash value={sha256} groups={4} />
      </p>
      {journal && <Outcomes checked={journal} />}
    </>
  );
}
