import type { Question } from '@open-ballot/shared/rules/session';
import { useRef } from 'react';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { RecordTemplates } from '../../acts/RecordTemplates.tsx';
import { useLive, useSession } from '../../live/use-session.ts';
import { useMoments } from '../../text/moments.ts';
import { useProblemText } from '../../text/problem-text.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { minutesFields, type MinutesField } from './minutes-draft.ts';
import styles from './Secretary.module.css';
import { useMinutes, type MinutesControl } from './use-minutes.ts';

/** СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ beside the question, saved as typed. */
export function Minutes({ question }: { readonly question: Question }) {
  const control = useMinutes(question);
  const t = useSecretaryText();
  const problemText = useProblemText();
  const sheet = useRef<HTMLElement>(null);
  /** What was pressed goes away with the press: its field takes the focus. */
  const turnTo = (field: MinutesField | undefined) =>
    sheet.current?.querySelector<HTMLElement>(`[data-minutes=${field}]`)?.focus();
  const keepTemplates = () => {
    turnTo(control.templates[0]);
    control.keepTemplates();
  };
  const settle: MinutesControl['settle'] = (field, keep) => {
    turnTo(field);
    control.settle(field, keep);
  };
  return (
    <section ref={sheet} className={styles['minutes']} aria-labelledby="minutes-title">
      <div className={styles['minutesHead']}>
        <h2 id="minutes-title">{t('minutes-title')}</h2>
        <span role="status">
          <MinutesStatus control={control} />
        </span>
        {control.templates.length > 0 && (
          <Button size="small" look="quiet" onClick={keepTemplates}>
            {t('minutes-keep-template')}
          </Button>
        )}
      </div>
      <RecordTemplates />
      {control.problem && (
        <Notice
          tone="against"
          announce="alert"
          actions={
            <Button size="small" onClick={control.saveNow}>
              {t('minutes-retry')}
            </Button>
          }
        >
          {t('minutes-failed', { problem: problemText(control.problem) })}
        </Notice>
      )}
      {minutesFields.map((field) => (
        <div key={field} className={styles['minutesField']}>
          <TextArea
            label={t(field)}
            hint={field === 'resolved' ? t('resolved-hint') : undefined}
            optional={field === 'resolved'}
            data-minutes={field}
            data-template={control.templates.includes(field) || undefined}
            maxLength={bounds.text}
            value={control.textOf(field)}
            onText={(text) => control.write(field, text)}
            onBlur={control.saveNow}
          />
          {control.conflicts.includes(field) && (
            <Conflict field={field} draft={control.draft} settle={settle} />
          )}
        </div>
      ))}
    </section>
  );
}

function MinutesStatus({ control }: { readonly control: MinutesControl }) {
  const t = useSecretaryText();
  const { timeZone } = useSession();
  const { connection } = useLive();
  const { moment } = useMoments(timeZone);
  const { saving, conflicts, isDirty, templates, lastSavedAt } = control;
  if (saving) return t(connection === 'online' ? 'minutes-saving' : 'minutes-waiting');
  if (conflicts.length > 0) return t('minutes-choose');
  if (isDirty) return t('minutes-unsaved');
  return [
    lastSavedAt && t('minutes-saved', { time: moment(lastSavedAt, 'time') }),
    templates.length > 0 && t('minutes-template', { fields: templates.map((field) => t(field)).join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Two people wrote at once: both texts stand side by side until one of them says what stays (rule 13.2). */
function Conflict({
  field,
  draft: { base, texts },
  settle,
}: Pick<MinutesControl, 'draft' | 'settle'> & { readonly field: MinutesField }) {
  const t = useSecretaryText();
  const shown = (text: string) => <blockquote>{text || t('empty')}</blockquote>;
  return (
    <Notice
      tone="warn"
      announce="alert"
      title={`${t(field)}. ${t('minutes-stale')}`}
      actions={
        <>
          <Button size="small" onClick={() => settle(field, 'mine')}>
            {t('minutes-keep-mine')}
          </Button>
          <Button size="small" onClick={() => settle(field, 'theirs')}>
            {t('minutes-take-theirs')}
          </Button>
          <Button size="small" onClick={() => settle(field, 'both')}>
            {t('minutes-keep-both')}
          </Button>
        </>
      }
    >
      <p>{t('minutes-stale-text')}</p>
      <div className={styles['bothTexts']}>
        <div>
          <b>{t('minutes-theirs')}</b>
          {shown(base[field])}
        </div>
        <div>
          <b>{t('minutes-mine')}</b>
          {shown(texts[field])}
        </div>
      </div>
    </Notice>
  );
}
