import type { ContestSummary } from '@open-ballot/shared/contract/http';
import { Link } from 'react-router';
import { useContests } from '../../api/queries.ts';
import { useContestText } from '../../text/contest-text.ts';
import { useMoments } from '../../text/moments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import styles from '../../forms/Forms.module.css';
import { Loaded } from '../../forms/Loaded.tsx';
import { SecretaryOnly } from '../../forms/SecretaryOnly.tsx';

export default function ContestsScreen() {
  const t = useContestText();
  return (
    <Page title={t('contests')}>
      <SecretaryOnly>
        <Contests />
      </SecretaryOnly>
    </Page>
  );
}

function Contests() {
  const t = useContestText();
  const contests = useContests();
  const create = (
    <ButtonLink look="primary" to="/contests/new">
      {t('new-contest')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('contests')} actions={create} />
      <Loaded query={contests}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('no-contests')} actions={create}>
              {t('no-contests-text')}
            </EmptyState>
          ) : (
            <ul className={styles['contests']}>
              {items.map((contest) => (
                <ContestCard key={contest.contestId} contest={contest} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function ContestCard({
  contest: { contestId, title, deadline, rehearsal },
}: {
  readonly contest: ContestSummary;
}) {
  const t = useContestText();
  const { moment } = useMoments();
  return (
    <li className={styles['contest']}>
      <Link to={`/contests/${contestId}`}>{title}</Link>
      <span className={styles['soft']}>
        {t('due-before', { moment: moment(deadline, 'dateTime') })}{' '}
        {rehearsal && (
          <Badge tone="warn" outlined>
            {t('rehearsal')}
          </Badge>
        )}
      </span>
    </li>
  );
}
