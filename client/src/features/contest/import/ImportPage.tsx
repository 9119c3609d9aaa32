import type { Contest } from '@open-ballot/shared/contract/http';
import { templateFormats, type ImportKind, type ImportReport } from '@open-ballot/shared/contract/import';
import { useEffect, useId, useRef } from 'react';
import { useImportText } from './import-text.ts';
import { useLanguage } from '../../../text/texts.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import contestStyles from '../../../forms/Forms.module.css';
import styles from './Import.module.css';
import { fromImport } from './ImportLink.tsx';
import { ImportChooser, ImportDrop } from './ImportDrop.tsx';
import { ImportPlacing } from './ImportPlacing.tsx';
import { countOf, ImportCounts, ImportPreview } from './ImportPreview.tsx';
import { useImport, type ImportControl } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

const tabOf = { nominees: 'nominations', members: 'members' } as const;

interface ImportPageProps {
  readonly contest: Contest;
  readonly what: ImportKind;
}

/** A table is chosen, every row is looked at, and all of them are added or none. */
export function ImportPage({ contest, what }: ImportPageProps) {
  const t = useImportText();
  const titleId = useId();
  const control = useImport(
    contest.contestId,
    what,
    what === 'nominees' ? { addNominations: contest.nominations.length === 0 } : {},
  );
  const { step, placing, place } = control;
  const back = (
    <ButtonLink look={step.at === 'done' ? 'primary' : 'quiet'} to={`?tab=${tabOf[what]}`} state={fromImport}>
      {t(`back-${what}`)}
    </ButtonLink>
  );
  return (
    <section className={contestStyles['part']} aria-labelledby={titleId}>
      <div className={contestStyles['partHead']}>
        <h2 id={titleId}>{t(`title-${what}`)}</h2>
        {step.at !== 'done' && back}
      </div>
      {step.at !== 'done' && (
        <>
          <p className={styles['soft']}>{t('lead')}</p>
          {what === 'nominees' && (
            <ImportPlacing
              contest={contest}
              placing={placing}
              disabled={step.at === 'reading' || step.at === 'writing'}
              onPlacing={place}
            />
          )}
        </>
      )}
      <Step contest={contest} what={what} control={control} />
      {step.at === 'done' && (
        <div className={contestStyles['links']}>
          {back}
          <Button onClick={control.startAgain}>{t('more')}</Button>
        </div>
      )}
    </section>
  );
}

interface StepProps extends ImportPageProps {
  readonly control: ImportControl;
}

function Step({ contest, what, control }: StepProps) {
  const t = useImportText();
  const { step, fileName, take, apply } = control;
  const words = useImportWords(what, contest.timeZone);
  const doneTitle = (report: ImportReport): string => {
    const changed = report.rows.filter(({ confirmed }) => confirmed).length;
    const added = countOf(report, 'new');
    return [
      ...(added > 0 ? [t(`done-${what}`, { count: added })] : []),
      ...(changed > 0 ? [t('done-changed', { count: changed })] : []),
    ].join(' · ');
  };
  switch (step.at) {
    case 'waiting':
      return (
        <>
          <ImportDrop onFile={take} />
          <Templates what={what} />
        </>
      );
    case 'refused':
      return (
        <>
          <Notice tone="against" announce="alert" title={t('refused', { name: fileName })}>
            {words.refusal(step.refusal)}
          </Notice>
          <ImportDrop onFile={take} />
          <Templates what={what} />
        </>
      );
    case 'reading':
      return <Progress label={t('reading', { name: fileName })} />;
    case 'preview':
    case 'writing': {
      const { report } = step;
      const isSound = report.faulty === 0 && report.unclear.length === 0;
      const added = countOf(report, 'new');
      const changed = report.rows.filter(({ confirmed }) => confirmed).length;
      const act = [
        ...(added > 0 ? [t(`apply-${what}`, { count: added })] : []),
        ...(changed > 0 ? [t(added > 0 ? 'apply-also' : 'apply-changes', { count: changed })] : []),
      ].join(', ');
      return (
        <Reached title={t('preview', { name: fileName })} text={<ImportCounts report={report} />}>
          <ImportPreview
            report={report}
            timeZone={contest.timeZone}
            changed={step.at === 'preview' && step.changed}
            control={control}
          />
          {step.at === 'writing' && <Progress label={t('writing')} />}
          {isSound && act === '' && <p>{t('nothing-to-do')}</p>}
          <div className={contestStyles['links']}>
            {isSound && act !== '' && (
              <Button look="primary" busy={step.at === 'writing' || step.again} onClick={apply}>
                {act}
              </Button>
            )}
            <ImportChooser
              look={isSound ? 'secondary' : 'primary'}
              disabled={step.at === 'writing'}
              onFile={take}
            >
              {t(isSound ? 'another' : 'mended')}
            </ImportChooser>
          </div>
        </Reached>
      );
    }
    case 'done':
      return <Reached title={doneTitle(step.report)} text={t(`done-next-${what}`)} isDone />;
  }
}

interface ReachedProps {
  readonly title: string;
  readonly text: React.ReactNode;
  readonly isDone?: boolean;
  readonly children?: React.ReactNode;
}

/** What has been reached takes the focus, so that it is read out and stands in view. */
function Reached({ title, text, isDone, children }: ReachedProps) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className={styles['reached']}>
      <div ref={head} tabIndex={-1} className={styles['head']}>
        {isDone ? (
          <Notice tone="for" title={title}>
            {text}
          </Notice>
        ) : (
          <>
            <h3>{title}</h3>
            <output>{text}</output>
          </>
        )}
      </div>
      {children}
    </div>
  );
}

/** Tables to fill in. Ordinary links: the browser keeps the file as any other. */
function Templates({ what }: { readonly what: ImportKind }) {
  const t = useImportText();
  const language = useLanguage();
  return (
    <p className={styles['templates']}>
      <span>{t('template')}</span>
      {templateFormats.map((format) => (
        <a key={format} href={`/api/import-templates/${what}.${format}?language=${language}`} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
