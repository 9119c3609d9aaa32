import { isOver } from '@open-ballot/shared/rules/session';
import { headingOf, lastRoundOf, lastVotedOn, nextQuestion } from '../../live/question-state.ts';
import { tallyLines } from '../../live/tally-lines.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import styles from './Member.module.css';
import { useMemberText } from './member-text.ts';
import { OwnBallots } from './OwnBallots.tsx';

/** Nothing to vote on just now: what was decided last, and what comes next. */
export function BetweenRounds() {
  const session = useSession();
  const { memberId } = useYou();
  const t = useMemberText();
  const domain = useDomainText();
  const resultText = useResultText();
  const next = isOver(session) ? undefined : nextQuestion(session);
  const title = {
    convened: t('session-not-started'),
    open: t('between-open'),
    adjourned: t('session-adjourned'),
    closed: t('session-closed'),
    cancelled: t('session-cancelled'),
  }[session.status];
  // Who presides is the one that everybody waits for.
  const mayOpen = session.status === 'open' && memberId === session.presidingId;
  const waiting = mayOpen ? 'between-open-own' : 'between-open-text';
  const last = lastVotedOn(session);
  const round = last && lastRoundOf(last);
  const outcome = last && resultText(session, last);
  const lines = last && round?.status === 'closed' ? tallyLines(last, round) : undefined;
  return (
    <section className={styles['between']}>
      <div>
        <h1>{title}</h1>
        <p className={styles['lead']}>
          {session.status === 'cancelled'
            ? t('session-cancelled-text', { reason: session.openings.at(-1)?.reason ?? '' })
            : t(session.status === 'closed' ? 'session-closed-text' : waiting)}
        </p>
      </div>
      {last && outcome && (
        <section className={styles['card']} data-news={round?.roundId} aria-label={headingOf(last)}>
          <div className={styles['eyebrow']}>{headingOf(last)}</div>
          <Notice tone={outcome.tone} title={outcome.headline}>
            {outcome.details.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </Notice>
          {lines && <TallyBars {...lines} />}
        </section>
      )}
      {next && (
        <section className={styles['card']}>
          <div className={styles['eyebrow']}>{t('next')}</div>
          <h2>{headingOf(next)}</h2>
          <p className={styles['lead']}>
            {domain('question-of', {
              number: session.questions.indexOf(next) + 1,
              count: session.questions.length,
            })}
          </p>
        </section>
      )}
      <div className={styles['minor']}>
        <OwnBallots />
      </div>
    </section>
  );
}
