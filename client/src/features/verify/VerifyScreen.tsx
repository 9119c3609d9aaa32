import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useLocation } from 'react-router';
import { useVerifyText } from '../../text/verify-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Spinner } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWorkerCheck, type CheckText } from './check-in-worker.ts';
import { Finding } from './Finding.tsx';
import { largestFileMb, useVerification, type VerifyState } from './use-verification.ts';
import styles from './Verify.module.css';

/** Recounts an exported journal in this browser, from nothing but itself (rule 12.4). */
export default function VerifyScreen() {
  return <Verifying checkText={useWorkerCheck()} />;
}

export function Verifying({ checkText }: { readonly checkText: CheckText }) {
  const t = useVerifyText();
  const { hash } = useLocation();
  const [head, setHead] = useState(hash.slice(1));
  const { state, check, restart } = useVerification(checkText);
  const result = useRef<HTMLDivElement>(null);
  const wanted = head.replaceAll(/\s/g, '').toLowerCase();
  const isHeadFine = wanted === '' || /^[0-9a-f]{64}$/.test(wanted);
  const take = (file: File | undefined) => {
    if (file && isHeadFine) void check(file, wanted || undefined);
  };
  const isDone = state.step !== 'waiting' && state.step !== 'checking';
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  return (
    <Page title={t('title')} width="narrow">
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      {state.step === 'waiting' && (
        <>
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
          <DropZone disabled={!isHeadFine} onFile={take} />
        </>
      )}
      {state.step === 'checking' && <Spinner text={t('checking', { name: state.name })} />}
      {isDone && (
        <div ref={result} tabIndex={-1} className={styles['result']}>
          <Result state={state} />
          <Button onClick={restart}>{t('again')}</Button>
        </div>
      )}
    </Page>
  );
}

function DropZone({
  disabled,
  onFile,
}: {
  readonly disabled: boolean;
  readonly onFile: (file: File | undefined) => void;
}) {
  const t = useVerifyText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <label
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{t('drop')}</b>
      <span className={styles['choose']}>{t('choose')}</span>
      <input
        className="visually-hidden"
        type="file"
        accept=".json,application/json"
        disabled={disabled}
        onChange={(event) => onFile(event.target.files?.[0])}
      />
    </label>
  );
}

function Result({ state }: { readonly state: VerifyState }) {
  const t = useVerifyText();
  if (state.step === 'too-large')
    return (
      <Notice tone="against" announce="alert" title={t('too-large')}>
        {t('too-large-text', { name: state.name, size: state.size, most: largestFileMb })}
      </Notice>
    );
  if (state.step === 'failed')
    return (
      <Notice tone="against" announce="alert" title={t('failed')}>
        {t('failed-text', { name: state.name })}
      </Notice>
    );
  if (state.step !== 'checked') return null;
  const { checked, name } = state;
  if (checked.outcome === 'verified') return <Finding {...checked} />;
  const detail = checked.outcome === 'not-a-journal' ? checked.detail : undefined;
  return (
    <Notice tone="against" announce="alert" title={t(checked.outcome)}>
      {t(`${checked.outcome}-text`, { name, detail })}
    </Notice>
  );
}
