import type { Contest } from '@open-ballot/shared/contract/http';
import { useParams, useSearchParams } from 'react-router';
import { useContest } from '../../api/queries.ts';
import { useContestText } from '../../text/contest-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AboutTab } from './AboutTab.tsx';
import styles from '../../forms/Forms.module.css';
import { InvitationsTab } from './invitations/InvitationsTab.tsx';
import { Loaded } from '../../forms/Loaded.tsx';
import { MembersTab } from './MembersTab.tsx';
import { NominationsTab } from './NominationsTab.tsx';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';
import { SessionsTab } from './SessionsTab.tsx';

const tabNames = ['sessions', 'nominations', 'members', 'invitations', 'about'] as const;
type TabName = (typeof tabNames)[number];
const contents = {
  sessions: SessionsTab,
  nominations: NominationsTab,
  members: MembersTab,
  invitations: InvitationsTab,
  about: AboutTab,
} as const;

export default function ContestScreen() {
  const { id = '' } = useParams();
  const contest = useContest(id);
  const t = useContestText();
  return (
    <Page title={contest.data?.title ?? t('contests')}>
      <SecretaryOnly>
        <Loaded query={contest}>{(data) => <ContestParts contest={data} />}</Loaded>
      </SecretaryOnly>
    </Page>
  );
}

function ContestParts({ contest }: { readonly contest: Contest }) {
  const t = useContestText();
  const { moment } = useMoments(contest.timeZone);
  const [params, setParams] = useSearchParams();
  const tab = tabNames.find((name) => name === params.get('tab')) ?? 'sessions';
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {t('due-before', { moment: moment(contest.deadline, 'dateTime') })}{' '}
            {contest.rehearsal && (
              <Badge tone="warn" outlined>
                {t('rehearsal')}
              </Badge>
            )}
          </>
        }
        title={contest.title}
        actions={
          <ButtonLink look="primary" to={`/contests/${contest.contestId}/sessions/new`}>
            {t('new-session')}
          </ButtonLink>
        }
      />
      <div className={styles['tabs']}>
        <Tabs<TabName>
          label={t('tabs')}
          value={tab}
          onValue={(next) => setParams({ tab: next }, { replace: true })}
          tabs={tabNames.map((value) => {
            const Content = contents[value];
            return { value, title: t(value), content: <Content contest={contest} /> };
          })}
        />
      </div>
    </>
  );
}
