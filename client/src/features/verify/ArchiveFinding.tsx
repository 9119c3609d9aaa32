import { useVerifyText } from './verify-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { KnownFile, SumsFinding } from './examine-file.ts';
import { IssuedFinding } from './IssuedFinding.tsx';
import { RecountNotice } from './JournalFinding.tsx';
import styles from './Verify.module.css';

interface ArchiveFindingProps {
  readonly files: readonly KnownFile[];
  readonly sums?: SumsFinding;
}

/** An archive is never recorded itself: each file in it is told of. */
export function ArchiveFinding({ files, sums }: ArchiveFindingProps) {
  const t = useVerifyText();
  return (
    <>
      <p>{t('archive', { count: files.length })}</p>
      {sums && <Sums {...sums} />}
      <ul className={styles['inside']}>
        {files.map((file) => (
          <li key={file.name}>
            <h3 className={styles['name']}>{file.name}</h3>
            {file.journal && <RecountNotice checked={file.journal} />}
            <IssuedFinding file={file} brief />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sums({ wrong }: SumsFinding) {
  const t = useVerifyText();
  return wrong.length === 0 ? (
    <p>{t('sums-hold')}</p>
  ) : (
    <Notice tone="against" announce="status" title={t('sums-wrong')}>
      {wrong.join(', ')}
    </Notice>
  );
}
