import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { post } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import { momentOfLocal } from '../../text/local-moment.ts';
import { useContestText } from '../../text/contest-text.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/ChoiceCards.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMounted } from '../../ui/use-mounted.ts';
import { contestBody, type ContestFields } from './contest-fields.ts';
import { ContestFieldset } from './ContestFieldset.tsx';
import styles from '../../forms/Forms.module.css';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useSave } from '../../forms/use-save.ts';

export default function NewContestScreen() {
  const t = useContestText();
  return (
    <Page title={t('new-contest')} width="narrow">
      <SecretaryOnly>
        <NewContest />
      </SecretaryOnly>
    </Page>
  );
}

const empty: ContestFields = {
  title: '',
  organisation: '',
  commission: '',
  timeZone: 'Europe/Moscow',
  deadline: '',
  public: false,
};
const paths = [...Object.keys(empty), 'rehearsal'];

interface NewContestFields {
  readonly contest: ContestFields;
  readonly purpose: 'real' | 'rehearsal';
  /** Of the rehearsal clock; empty for now. */
  readonly start: string;
}
const fresh: NewContestFields = { contest: empty, purpose: 'real', start: '' };

function NewContest() {
  const t = useContestText();
  const navigate = useNavigate();
  const isMounted = useMounted();
  const { data: me } = useMe();
  const draft = useDraft<NewContestFields>(`contest:1:${me?.accountId ?? ''}`, () => fresh);
  const { contest: fields, purpose, start } = draft.fields;
  const change = (changes: Partial<NewContestFields>) =>
    draft.setFields((before) => ({ ...before, ...changes }));
  const [tried, setTried] = useState(false);
  const { save, saving, problem, errorAt } = useSave(paths);
  const trouble = errorAt('rehearsal') ?? problem;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = contestBody(fields);
    if (!body || saving) return;
    const startAt = momentOfLocal(start, fields.timeZone);
    const rehearsal = purpose === 'rehearsal' && { rehearsal: startAt ? { start: startAt } : true };
    const created = await save(() =>
      post<{ readonly contestId: string }>('/contests', { ...body, ...rehearsal }),
    );
    if (created) draft.sent();
    // Whoever went elsewhere meanwhile stays there.
    if (created && isMounted()) void navigate(`/contests/${created.contestId}?tab=nominations`);
  };
  return (
    <>
      <PageHeader title={t('new-contest')} />
      <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <ContestFieldset
          fields={fields}
          onFields={(contest) => change({ contest })}
          tried={tried}
          errorAt={errorAt}
        />
        <RadioCards
          legend={t('field-purpose')}
          row
          value={purpose}
          onValue={(next) => change({ purpose: next })}
          cards={[
            { value: 'real', title: t('purpose-real'), detail: t('purpose-real-detail') },
            { value: 'rehearsal', title: t('purpose-rehearsal'), detail: t('purpose-rehearsal-detail') },
          ]}
        />
        {purpose === 'rehearsal' && (
          <TextField
            label={t('field-start')}
            type="datetime-local"
            optional
            value={start}
            onText={(text) => change({ start: text })}
          />
        )}
        {trouble && (
          <Notice tone="against" announce="alert">
            {trouble}
          </Notice>
        )}
        <Button type="submit" look="primary" size="large" busy={saving}>
          {t('create')}
        </Button>
      </form>
    </>
  );
}
