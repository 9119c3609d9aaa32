import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import { isOver, type Question, type Round } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { headingOf, lastRoundOf } from '../../live/question-state.ts';
import { tallyLines } from '../../live/tally-lines.ts';
import { useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useMoments } from '../../text/moments.ts';
import { useResultText, useRoundText, useStoodBefore } from '../../text/outcome-text.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { CountTable } from '../../session-views/CountTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Explanation } from '../../session-views/Explanation.tsx';
import { Hash } from '../../ui/Hash.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RollCallTable } from '../../session-views/RollCallTable.tsx';
import { StateBadge } from '../../session-views/StateBadge.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import styles from './Observer.module.css';
import { useObserverText } from './observer-text.ts';

/** One question in depth: each of its rounds with chart, table, outcome and roll call. */
export function QuestionDetail({ question }: { readonly question: Question }) {
  const session = useSession();
  const t = useObserverText();
  const domain = useDomainText();
  const [chosen, setChosen] = useState<string>();
  const result = useResultText()(session, question);
  const round = question.rounds.find((each) => each.roundId === chosen) ?? lastRoundOf(question);
  return (
    <section className={styles['detail']} aria-labelledby="question-title">
      <header>
        <div className={styles['eyebrow']}>
          {domain('question-of', {
            number: session.questions.indexOf(question) + 1,
            count: session.questions.length,
          })}
        </div>
        <h2 id="question-title" className={styles['title']}>
          {headingOf(question)}
        </h2>
        {question.wording && question.wording !== question.title && (
          <p className={styles['hint']}>{question.wording}</p>
        )}
        <StateBadge came={cameTo(session, question)} />
        {question.rounds.length > 1 && result && (
          <p>
            <b>{[result.headline, ...result.details].join('. ')}</b>
          </p>
        )}
        {question.voidReason && <p>{question.voidReason}</p>}
      </header>
      {!round ? (
        <>
          {isOver(session) ? (
            <EmptyState title={t('never-voted-on')} />
          ) : (
            <EmptyState title={t('not-voted-on')}>{t('not-voted-on-text')}</EmptyState>
          )}
          <Nominees question={question} />
        </>
      ) : question.rounds.length === 1 ? (
        <RoundDetail question={question} round={round} />
      ) : (
        <Tabs
          label={t('rounds')}
          value={round.roundId}
          onValue={setChosen}
          tabs={question.rounds.map((each) => ({
            value: each.roundId,
            title: domain(`round-${each.kind}`, { number: each.number }),
            content: <RoundDetail question={question} round={each} />,
          }))}
        />
      )}
    </section>
  );
}

function RoundDetail({ question, round }: { readonly question: Question; readonly round: Round }) {
  const session = useSession();
  const now = useServerNow();
  const t = useObserverText();
  const domain = useDomainText();
  const roundText = useRoundText();
  const before = useStoodBefore()(question, round);
  const { moment } = useMoments(session.timeZone);
  const count = tallyLines(question, round);
  const outcome = round.status === 'open' ? undefined : roundText(session, question, round);
  const opened = moment(round.openedAt, 'exact');
  return (
    <div className={styles['round']}>
      <p className={styles['hint']}>
        {round.closedAt && round.closedBy
          ? `${t('opened-closed', { opened, closed: moment(round.closedAt, 'exact') })} · ${domain(`closed-${round.closedBy}`)}`
          : t('opened', { opened })}
        {round.closesAt && round.status === 'open' && (
          <b>
            {' '}
            · {t('left')} <Countdown until={round.closesAt} now={now} />
          </b>
        )}
        {round.closedHash && (
          <>
            {' '}
            · {t('closing-hash')} <Hash value={round.closedHash} />
          </>
        )}
      </p>
      {!outcome && before && <p>{before}</p>}
      {outcome && (
        <Notice tone={outcome.tone} title={outcome.headline}>
          {outcome.details.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Notice>
      )}
      <p>
        <b>{t('voted-of', { voted: round.tally.ballots, entitled: round.entitled.length })}</b>
        {!count && round.status === 'open' && ` · ${t('votes-hidden')}`}
      </p>
      {count && (
        <>
          <TallyBars {...count} />
          <details>
            <summary className={styles['summary']}>{t('table')}</summary>
            <CountTable round={round} {...count} />
          </details>
        </>
      )}
      <Explanation session={session} question={question} round={round} />
      <RollCallTable session={session} question={question} round={round} />
    </div>
  );
}

function Nominees({ question }: { readonly question: Question }) {
  const t = useObserverText();
  if (question.nominees.length === 0) return null;
  return (
    <div className={styles['round']}>
      <h3>{t('nominees')}</h3>
      <ol className={styles['nominees']}>
        {question.nominees.map((nominee) => (
          <li key={nominee.nomineeId}>
            <b>{nominee.name}</b>
            <span>{[nominee.region, nominee.organisation].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
