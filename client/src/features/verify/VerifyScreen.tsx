import { readKnownHash } from '@open-ballot/shared/verifier/known-hash';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useVerifyText } from './verify-text.ts';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWorkerExamination, type ExamineFile } from './examine-in-worker.ts';
import { FileFinding } from './FileFinding.tsx';
import { mostAtOnce, useVerification } from './use-verification.ts';
import styles from './Verify.module.css';

/**
 * For whoever was sent a file: which issued version it is, or that it is none; and a journal is recounted in this
 * browser, from nothing but itself (rule 12.4).
 */
export default function VerifyScreen() {
  return <Verifying examine={useWorkerExamination()} />;
}

export function Verifying({ examine }: { readonly examine: ExamineFile }) {
  const t = useVerifyText();
  const { hash } = useLocation();
  const [head, setHead] = useState(hash.slice(1));
  const [isFirst, setIsFirst] = useState(true);
  const { state, check, restart } = useVerification(examine);
  const result = useRef<HTMLElement>(null);
  const wanted = readKnownHash(head);
  const isHeadFine = head.trim() === '' || wanted !== undefined;
  const take = (files: readonly File[]) => {
    setIsFirst(false);
    if (isHeadFine) void check(files, wanted);
  };
  const isDone = state.step === 'checked';
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  return (
    <Page title={t('title')} width="narrow">
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      {state.step === 'waiting' && (
        <>
          <FileDrop
            title={t('drop')}
            kinds={t('drop-kinds')}
            choose={t('choose')}
            multiple
            disabled={!isHeadFine}
            focused={!isFirst}
            onFiles={take}
          />
          <p className={styles['soft']}>{t('privacy')}</p>
          <TextField
            label={t('head')}
            hint={t('head-hint')}
            optional
            error={isHeadFine ? undefined : t('head-invalid')}
            value={head}
            onText={setHead}
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
      {state.step === 'checking' && <Spinner text={t('checking', { name: state.name })} />}
      {isDone && (
        <section ref={result} tabIndex={-1} aria-label={t('result')} className={styles['result']}>
          {state.files.map((file, index) => (
            <FileFinding key={index} {...file} />
          ))}
          {state.leftOut > 0 && (
            <Notice tone="warn">{t('left-out', { count: state.leftOut, most: mostAtOnce })}</Notice>
          )}
          <Button onClick={restart}>{t('again')}</Button>
        </section>
      )}
    </Page>
  );
}
