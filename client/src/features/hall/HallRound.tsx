import { firstToBreak } from '@open-ballot/shared/rules/counting/ties';
import { isWrittenProcedure, type Question, type Round } from '@open-ballot/shared/rules/session';
import { tallyLines } from '../../live/tally-lines.ts';
import { headingOf } from '../../live/question-state.ts';
import { useServerNow, useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useResultText, useStoodBefore } from '../../text/outcome-text.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { shortHash } from '../../ui/Hash.tsx';
import { QuorumLine } from '../../session-views/QuorumLine.tsx';
import { TallyBars } from '../../session-views/TallyBars.tsx';
import styles from './Hall.module.css';
import { HallSeats } from './HallSeats.tsx';
import { useHallText } from './hall-text.ts';
import { useFit } from './use-fit.ts';

const mostLines = 13;

/** One round: the question, its bars, every seat; once closed, what it came to and the rule that decided. */
export function HallRound({ question, round }: { readonly question: Question; readonly round: Round }) {
  const session = useSession();
  const now = useServerNow();
  const fit = useFit<HTMLDivElement>();
  const fitSide = useFit<HTMLDivElement>();
  const t = useHallText();
  const domain = useDomainText();
  const resultText = useResultText();
  const before = useStoodBefore()(question, round);
  const open = round.status === 'open';
  // The count of an annulled round is no count any more.
  const count = round.status === 'annulled' ? undefined : tallyLines(question, round);
  const fitting = count && count.lines.length > mostLines ? leading(count.lines) : count?.lines;
  const outcome = resultText(session, question);
  const tieRule = firstToBreak({ session, question, round });
  return (
    <main className={styles['main']}>
      <section className={styles['question']}>
        <h1 className={headingOf(question).length > 60 ? styles['long'] : undefined}>
          {headingOf(question)}
        </h1>
        <div className={styles['state']} data-open={open || undefined}>
          <span className={styles['dot']} aria-hidden="true" />
          {t(open ? 'round-open' : 'round-closed')} ·{' '}
          {domain(`round-${round.kind}`, { number: round.number })} ·{' '}
          {domain('question-of', {
            number: session.questions.indexOf(question) + 1,
            count: session.questions.length,
          }).toLocaleLowerCase()}
          {open && round.closesAt && (
            <b className={styles['timer']}>
              {t('time-left')} <Countdown until={round.closesAt} now={now} />
            </b>
          )}
        </div>

        {open && before && <p className={styles['before']}>{before}</p>}
        {outcome && (
          <div className={styles['outcome']} data-tone={outcome.tone} role="status">
            <strong className={outcome.headline.length > 90 ? styles['long'] : undefined}>
              {outcome.headline}
            </strong>
            {outcome.details.map((each) => (
              <span key={each}>{each}</span>
            ))}
            {round.closedHash && (
              <span className={styles['hash']}>
                {t('head-at-closing')}: <code>{shortHash(round.closedHash, 8)} …</code>
              </span>
            )}
          </div>
        )}
        <div ref={fit} className={styles['fit']}>
          {count && fitting ? (
            <>
              <TallyBars lines={fitting} full={count.full} large />
              {fitting.length < count.lines.length && (
                <p className={styles['rest']}>
                  {t('more-nominees', { count: count.lines.length - fitting.length })}
                </p>
              )}
            </>
          ) : (
            open && (
              <div className={styles['hidden']}>
                <span>{t('voted')}</span>
                <b>{t('of-present', { voted: round.tally.ballots, entitled: round.entitled.length })}</b>
                <span>{t('votes-hidden')}</span>
              </div>
            )
          )}
        </div>
      </section>
      <aside className={styles['side']}>
        <div ref={fitSide} className={styles['fit']}>
          <h2>
            {t('voted')}{' '}
            <b>{t('of-present', { voted: round.tally.ballots, entitled: round.entitled.length })}</b>{' '}
            {!isWrittenProcedure(session) && t('present')}
          </h2>
          <HallSeats question={question} round={round} />
          <div className={styles['quorum']}>
            {open && <QuorumLine session={session} question={question} />}
            {open && tieRule && <p>{t('tie-rule', { rule: domain(`tie-${tieRule}`) })}</p>}
          </div>
        </div>
      </aside>
    </main>
  );
}

/** More nominees than a projector holds: those with the most, in the order of the ballot paper. */
function leading<Line extends { readonly kind: string; readonly value: number }>(
  lines: readonly Line[],
): Line[] {
  const most = lines
    .filter((line) => line.kind === 'nominee')
    .toSorted((a, b) => b.value - a.value)
    .slice(0, mostLines - 2);
  return lines.filter((line) => line.kind !== 'nominee' || most.includes(line));
}
