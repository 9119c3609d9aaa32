import type { Contest, ContestSummary } from '@open-ballot/shared/contract/http';
import { useState, type FormEvent } from 'react';
import { localOfMoment, momentOfLocal } from '../../text/local-moment.ts';
import { useContestText } from '../../text/contest-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { contestBody, type ContestFields } from './contest-fields.ts';
import { ContestFieldset } from './ContestFieldset.tsx';
import styles from '../../forms/Forms.module.css';
import { useContestRequests } from './contest-requests.ts';
import { KeptNotice } from '../../forms/KeptNotice.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useSave } from '../../forms/use-save.ts';
import { useMe } from '../../api/queries.ts';

export function AboutTab({ contest }: { readonly contest: Contest }) {
  return (
    <div className={styles['parts']}>
      <ContestForm contest={contest} />
      {contest.rehearsal && <RehearsalClock contest={contest} />}
    </div>
  );
}

function ContestForm({ contest }: { readonly contest: Contest }) {
  const t = useContestText();
  const toast = useToast();
  const { data: me } = useMe();
  const { change } = useContestRequests(contest.contestId);
  const stored: ContestFields = {
    title: contest.title,
    organisation: contest.organisation,
    commission: contest.commission,
    timeZone: contest.timeZone,
    deadline: localOfMoment(contest.deadline, contest.timeZone),
    public: contest.public,
  };
  const since = JSON.stringify(stored);
  // What was typed over something else than stands here now is not kept.
  const draft = useDraft(
    `about:1:${contest.contestId}:${me?.accountId ?? ''}`,
    () => ({ since, fields: stored }),
    (kept) => (kept.since === since ? kept : { since, fields: stored }),
  );
  const { fields } = draft.fields;
  const [tried, setTried] = useState(false);
  const { save, saving, problem, errorAt } = useSave(Object.keys(fields));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = contestBody(fields);
    if (!body || saving) return;
    const saved = await save(() => change('', body).then(() => true));
    if (!saved) return;
    draft.sent();
    toast(t('saved'), 'for');
  };
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {JSON.stringify(fields) !== since && <KeptNotice draft={draft} />}
      <ContestFieldset
        fields={fields}
        onFields={(next) => draft.setFields(() => ({ since, fields: next }))}
        tried={tried}
        errorAt={errorAt}
      />
      {problem && (
        <Notice tone="against" announce="alert">
          {problem}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary" busy={saving}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** The pair of real and rehearsal start, started anew (rule 11.4). */
function RehearsalClock({ contest: { contestId, timeZone } }: { readonly contest: Contest }) {
  const t = useContestText();
  const toast = useToast();
  const { create } = useContestRequests(contestId);
  const { moment } = useMoments(timeZone);
  const [start, setStart] = useState('');
  const { save, saving, problem, errorAt } = useSave(['start']);
  const restart = async () => {
    const at = momentOfLocal(start, timeZone);
    const restarted = await save(() =>
      create<ContestSummary & { readonly start: string }>('/rehearsal', at ? { start: at } : {}),
    );
    if (restarted) toast(t('clock-restarted', { moment: moment(restarted.start, 'dateTime') }), 'for');
  };
  return (
    <section className={styles['part']} aria-labelledby="clock-title">
      <h2 id="clock-title">{t('rehearsal-clock')}</h2>
      <p className={styles['soft']}>{t('rehearsal-clock-text')}</p>
      <TextField
        label={t('field-start')}
        type="datetime-local"
        optional
        value={start}
        onText={setStart}
        error={errorAt('start')}
      />
      {problem && (
        <Notice tone="against" announce="alert">
          {problem}
        </Notice>
      )}
      <div>
        <Button busy={saving} onClick={() => void restart()}>
          {t('restart-clock')}
        </Button>
      </div>
    </section>
  );
}
