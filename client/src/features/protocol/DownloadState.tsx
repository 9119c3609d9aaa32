import { useProtocolText } from './protocol-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { DownloadControl } from './use-download.ts';

/** How far a download has come, or why it did not. */
export function DownloadState({ download: { running, failed } }: { readonly download: DownloadControl }) {
  const t = useProtocolText();
  return (
    <>
      {running && (
        <Progress
          label={t('downloading', { name: running.name })}
          {...(running.share !== undefined && { value: running.share * 100 })}
        />
      )}
      {failed && (
        <Notice tone="against" announce="alert">
          {t('download-failed', failed)}
        </Notice>
      )}
    </>
  );
}
