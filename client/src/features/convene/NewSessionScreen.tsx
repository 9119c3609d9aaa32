import type { Contest } from '@open-ballot/shared/contract/http';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { post } from '../../api/client.ts';
import { sessionsQuery, useContest, useMe, useSessions } from '../../api/queries.ts';
import { localOfMoment } from '../../text/local-moment.ts';
import { useContestText } from '../../text/contest-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useMounted } from '../../ui/use-mounted.ts';
import { AgendaPart } from './AgendaPart.tsx';
import styles from '../../forms/Forms.module.css';
import { Loaded } from '../../forms/Loaded.tsx';
import { RollPart } from './RollPart.tsx';
import { RulesPart } from './rules/RulesPart.tsx';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';
import { faultsOf } from './session-faults.ts';
import type { PartProps } from './form-parts.ts';
import { isShown, pathByIds } from './session-paths.ts';
import { fieldsFor, newSessionOf, type SessionFields } from './session-form.ts';
import { SessionPart } from './SessionPart.tsx';
import { useFaultText } from './use-fault-text.ts';
import { useSave } from '../../forms/use-save.ts';

export default function NewSessionScreen() {
  const { id = '' } = useParams();
  const contest = useContest(id);
  const sessions = useSessions();
  const t = useContestText();
  return (
    <Page title={t('session-title')}>
      <SecretaryOnly>
        <Loaded query={contest}>
          {(data) => (
            <Loaded query={sessions}>
              {({ items }) => (
                <NewSession
                  contest={data}
                  sessionCount={items.filter((each) => each.contestId === id).length}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </SecretaryOnly>
    </Page>
  );
}

export function NewSession({
  contest,
  sessionCount,
}: {
  readonly contest: Contest;
  readonly sessionCount: number;
}) {
  const t = useContestText();
  const toast = useToast();
  const navigate = useNavigate();
  const isMounted = useMounted();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<SessionFields>(() =>
    fieldsFor(
      contest,
      sessionCount,
      localOfMoment(new Date().toISOString(), contest.timeZone).slice(0, 10),
      me?.name,
    ),
  );
  const [tries, setTries] = useState(0);
  const { save, saving, problem, errorAt: serverErrorAt } = useSave(isShown);
  const faults = faultsOf(contest, fields);
  const isFine = Object.keys(faults).length === 0;
  const errorAt = useFaultText(
    faults,
    tries > 0,
    (path) => serverErrorAt(path) ?? serverErrorAt(pathByIds(path, fields.questions)),
  );
  // The first field at fault is where the person goes on.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], [data-fault]')?.focus();
  }, [tries]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    if (!isFine) return setTries((count) => count + 1);
    const created = await save(() =>
      post<{ readonly sessionId: string }>('/sessions', newSessionOf(contest, fields)),
    );
    if (!created) return setTries((count) => count + 1);
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    toast(t('session-convened'), 'for');
    // Whoever went elsewhere meanwhile stays there.
    if (isMounted()) void navigate(`/console/${created.sessionId}`);
  };
  const part: PartProps = {
    contest,
    fields,
    onFields: (changes) => setFields((before) => ({ ...before, ...changes })),
    errorAt,
  };
  return (
    <>
      <PageHeader eyebrow={contest.title} title={t('session-title')}>
        {t('session-lead')}
      </PageHeader>
      <form ref={form} className={styles['session']} noValidate onSubmit={(event) => void submit(event)}>
        <SessionPart {...part} />
        <RollPart {...part} />
        <RulesPart {...part} />
        <AgendaPart {...part} />
        <div className={styles['submit']}>
          {tries > 0 && !isFine && (
            <Notice tone="against" announce="alert">
              {t('fix-first')}
            </Notice>
          )}
          {problem && (
            <Notice tone="against" announce="alert">
              {problem}
            </Notice>
          )}
          <div>
            <Button type="submit" look="primary" size="large" busy={saving}>
              {t('convene')}
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}
