import { Link } from 'react-router';
import { useMe } from '../../api/queries.ts';
import { useLiveSession, useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import styles from './Secretary.module.css';

/** Which session this is, how much time is left, and the ways to hall and protocol. */
export function ConsoleBar() {
  const { contestId, number, date, rehearsal, openings, deadline, timeZone, status } = useSession();
  const { sessionId } = useLiveSession();
  const now = useServerNow();
  const { data: me } = useMe();
  const t = useSecretaryText();
  const domain = useDomainText();
  const { day, moment } = useMoments(timeZone);
  const began = openings.find((each) => each.what === 'opened')?.at;
  return (
    <>
      <b className={styles['barTitle']}>{domain('session-number', { number })}</b>
      <span>
        {[day(date), began && t('started-at', { time: moment(began, 'time') })].filter(Boolean).join(' · ')}
      </span>
      {rehearsal && (
        <Badge tone="warn" outlined>
          {domain('rehearsal-short')}
        </Badge>
      )}
      <span>
        {t('until-deadline')} <Countdown until={deadline} now={now} />
      </span>
      {status === 'convened' && me?.secretaryOf.includes(contestId) && (
        <Link to={`/sessions/${sessionId}/edit`}>{t('edit-plan')}</Link>
      )}
      <Link to={`/hall/${sessionId}`} target="_blank">
        {t('hall')}
      </Link>
      <Link to={`/protocol/${sessionId}`}>{t('protocol')}</Link>
    </>
  );
}
