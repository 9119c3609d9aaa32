import type { Contest } from '@open-ballot/shared/contract/http';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, get, post } from '../../api/client.ts';
import { sessionsQuery, useContest, useMe } from '../../api/queries.ts';
import { Loaded } from '../../forms/Loaded.tsx';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { freshCommandId } from '../../live/command-id.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useMounted } from '../../ui/use-mounted.ts';
import { useConveneText } from './convene-text.ts';
import { changesBetween, fieldsOf, newSessionOf, withSeatsOf, type SessionFields } from './session-form.ts';
import { SessionEditor } from './SessionEditor.tsx';

const planQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', sessionId, 'plan'],
    queryFn: () => get<Snapshot>(`/sessions/${sessionId}`),
    // Read anew at every visit and then left alone, however often the window is looked at.
    gcTime: 0,
    staleTime: Infinity,
  });

/** The plan of a session that has been convened and not yet opened (rules 1.1, 1.6). */
export default function EditSessionScreen() {
  const { id = '' } = useParams();
  const t = useConveneText();
  const plan = useQuery(planQuery(id));
  return (
    <Page title={t('edit-title')}>
      <SecretaryOnly>
        <Loaded query={plan}>
          {(snapshot) =>
            snapshot.session.status === 'convened' ? <Convened snapshot={snapshot} /> : <TooLate id={id} />
          }
        </Loaded>
      </SecretaryOnly>
    </Page>
  );
}

function TooLate({ id }: { readonly id: string }) {
  const t = useConveneText();
  return (
    <EmptyState
      title={t('edit-title')}
      actions={<ButtonLink to={`/console/${id}`}>{t('to-console')}</ButtonLink>}
    >
      {t('edit-late')}
    </EmptyState>
  );
}

function Convened({ snapshot }: { readonly snapshot: Snapshot }) {
  const contest = useContest(snapshot.session.contestId);
  return (
    <Loaded query={contest}>
      {(data) => <EditSession snapshot={snapshot} contest={withSeatsOf(snapshot.session, data)} />}
    </Loaded>
  );
}

export function EditSession({
  snapshot,
  contest,
}: {
  readonly snapshot: Snapshot;
  readonly contest: Contest;
}) {
  const t = useConveneText();
  const domain = useDomainText();
  const toast = useToast();
  const navigate = useNavigate();
  const isMounted = useMounted();
  const queries = useQueryClient();
  const { data: me } = useMe();
  const { session, position } = snapshot;
  // Of this position of the journal: what was typed before somebody else's amendment would take that back.
  const draft = useDraft(`amend:1:${session.sessionId}:${position}:${me?.accountId ?? ''}`, () =>
    fieldsOf(session),
  );
  const amend = async (fields: SessionFields) => {
    const changes = changesBetween(newSessionOf(contest, fieldsOf(session)), newSessionOf(contest, fields));
    if (Object.keys(changes).length === 0) return void toast(t('edit-nothing'));
    const command = { commandId: freshCommandId(), type: 'amend-session', changes };
    await withoutPrefix(post(`/sessions/${session.sessionId}/commands`, command));
    draft.sent();
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    toast(t('edit-saved'), 'for');
    if (isMounted()) void navigate(`/console/${session.sessionId}`);
  };
  return (
    <>
      <PageHeader eyebrow={domain('session-number', { number: session.number })} title={t('edit-title')}>
        {t('edit-lead')}
      </PageHeader>
      <SessionEditor contest={contest} draft={draft} action={t('edit-save')} onSend={amend} />
    </>
  );
}

/** The fields of the form are those of a plan; in the command they stand under `changes`. */
async function withoutPrefix<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ApiProblem) || !error.problem.fields) throw error;
    const fields = error.problem.fields.map((each) => ({
      ...each,
      path: each.path.replace(/^changes\./, ''),
    }));
    throw new ApiProblem({ ...error.problem, fields });
  }
}
