import type { Contest } from '@open-ballot/shared/contract/http';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { post } from '../../api/client.ts';
import { sessionsQuery, useContest, useMe, useSessions } from '../../api/queries.ts';
import { Loaded } from '../../forms/Loaded.tsx';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useConveneText } from './convene-text.ts';
import { localOfMoment } from '../../text/local-moment.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useMounted } from '../../ui/use-mounted.ts';
import { caughtUp, fieldsFor, newSessionOf, type SessionFields } from './session-form.ts';
import { SessionEditor } from './SessionEditor.tsx';

export default function NewSessionScreen() {
  const { id = '' } = useParams();
  const contest = useContest(id);
  const sessions = useSessions();
  const t = useConveneText();
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
  const t = useConveneText();
  const toast = useToast();
  const navigate = useNavigate();
  const isMounted = useMounted();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const today = localOfMoment(new Date().toISOString(), contest.timeZone).slice(0, 10);
  const draft = useDraft(
    `convene:1:${contest.contestId}:${me?.accountId ?? ''}`,
    () => fieldsFor(contest, sessionCount, today, me?.name),
    (kept) => caughtUp(contest, kept),
  );
  const convene = async (fields: SessionFields, wonBefore: readonly string[]) => {
    const body = newSessionOf(contest, fields, wonBefore);
    const { sessionId } = await post<{ readonly sessionId: string }>('/sessions', body);
    draft.sent();
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    toast(t('session-convened'), 'for');
    // Whoever went elsewhere meanwhile stays there.
    if (isMounted()) void navigate(`/console/${sessionId}`);
  };
  return (
    <>
      <PageHeader eyebrow={contest.title} title={t('session-title')}>
        {t('session-lead')}
      </PageHeader>
      <SessionEditor contest={contest} draft={draft} action={t('convene')} onSend={convene} />
    </>
  );
}
