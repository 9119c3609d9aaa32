import { useState } from 'react';
import { useLiveSession, useSession } from '../../live/use-session.ts';
import { useProtocolText } from './protocol-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { DownloadState } from './DownloadState.tsx';
import styles from './Protocol.module.css';
import { useDownload } from './use-download.ts';

const formats = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'zip'] as const;

/** The draft in every format, and the extract of one question. */
export function DraftDownloads() {
  const { questions } = useSession();
  const { sessionId } = useLiveSession();
  const t = useProtocolText();
  const download = useDownload();
  const [questionId, setQuestionId] = useState(questions[0]?.questionId ?? '');
  const extract = (format: 'docx' | 'pdf') =>
    download.start(
      `/sessions/${sessionId}/questions/${encodeURIComponent(questionId)}/extract.${format}`,
      `${t('extract')}, ${format.toUpperCase()}`,
    );
  return (
    <section className={styles['panel']} aria-labelledby="draft-title">
      <h2 id="draft-title">{t('download')}</h2>
      <div className={styles['files']}>
        {formats.map((format) => {
          const name = t(`format-${format}`);
          return (
            <Button
              key={format}
              size="small"
              busy={download.running?.name === name}
              onClick={() => download.start(`/sessions/${sessionId}/protocol.${format}`, name)}
            >
              {name}
            </Button>
          );
        })}
      </div>
      <DownloadState download={download} />
      {questions.length > 0 && (
        <>
          <h3>{t('extract')}</h3>
          <Select
            label={t('extract-question')}
            value={questionId}
            options={questions.map((question, index) => ({
              value: question.questionId,
              text: `${index + 1}. ${question.title}`,
            }))}
            onValue={setQuestionId}
          />
          <div className={styles['files']}>
            <Button size="small" onClick={() => extract('docx')}>
              {t('format-docx')}
            </Button>
            <Button size="small" onClick={() => extract('pdf')}>
              {t('format-pdf')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
