import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import { isOver, isPresent, isWrittenProcedure, type Seat } from '@open-ballot/shared/rules/session';
import { headingOf } from '../../live/question-state.ts';
import { useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useResultText } from '../../text/outcome-text.ts';
import { QuorumLine } from '../../session-views/QuorumLine.tsx';
import { StateBadge } from '../../session-views/StateBadge.tsx';
import styles from './Hall.module.css';
import { useHallText } from './hall-text.ts';
import { useFit } from './use-fit.ts';
import { densityFor, SeatTiles, type Tile } from './SeatTiles.tsx';

/** No round to show: the agenda with what has been decided, and who is here. */
export function HallAgenda() {
  const session = useSession();
  const t = useHallText();
  const domain = useDomainText();
  const resultText = useResultText();
  const fit = useFit<HTMLDivElement>();
  const fitSide = useFit<HTMLDivElement>();
  const voting = session.roll.filter((seat) => seat.votes);
  const present = voting.filter(isPresent);
  const textOf = (seat: Seat) => {
    if (seat.attendance === 'remote') return t('seat-remote');
    if (seat.attendance === 'in-person') return t('seat-present');
    return seat.attendance === 'expected' ? t('seat-expected') : domain(`attendance-${seat.attendance}`);
  };
  const isWritten = isWrittenProcedure(session);
  const isCancelled = session.status === 'cancelled';
  const tiles: Tile[] = voting.map((seat) => ({
    id: seat.memberId,
    name: seat.substitute?.name ?? seat.name,
    presides: seat.memberId === session.presidingId,
    sign: isWritten ? '' : isPresent(seat) ? '✓' : '–',
    text: isWritten ? '' : textOf(seat),
    look: isPresent(seat) && !isWritten ? 'voted' : 'away',
  }));
  return (
    <main className={styles['main']}>
      <section className={styles['question']}>
        <h1>{t(session.status)}</h1>
        {isCancelled && <p className={styles['state']}>{session.openings.at(-1)?.reason}</p>}
        <div className={styles['state']}>{t(session.status === 'closed' ? 'results' : 'agenda')}</div>
        <div ref={fit} className={styles['fit']}>
          <ol className={styles['agenda']}>
            {session.questions.map((question, index) => {
              const result = resultText(session, question);
              return (
                <li key={question.questionId}>
                  <span className={styles['agenda-title']}>
                    {index + 1}. {headingOf(question)}
                  </span>
                  <StateBadge came={cameTo(session, question)} />
                  {result && <span className={styles['agenda-outcome']}>{result.headline}</span>}
                </li>
              );
            })}
          </ol>
        </div>
      </section>
      {!isCancelled && (
        <aside className={styles['side']}>
          <div ref={fitSide} className={styles['fit']}>
            <h2>
              {isWritten ? (
                domain('form-correspondence')
              ) : (
                <>
                  {t('present-of')} <b>{t('of-roll', { present: present.length, roll: voting.length })}</b>
                </>
              )}
            </h2>
            <div className={styles['seats-frame']}>
              <SeatTiles tiles={tiles} density={densityFor(tiles.length)} />
            </div>
            <div className={styles['quorum']}>{!isOver(session) && <QuorumLine session={session} />}</div>
          </div>
        </aside>
      )}
    </main>
  );
}
