import { quorumNow } from '@open-ballot/shared/rules/counting/quorum';
import { isOver, isWrittenProcedure, type Question } from '@open-ballot/shared/rules/session';
import { useState } from 'react';
import { openRoundOf } from '../../live/question-state.ts';
import { seatStates } from '../../live/seat-states.ts';
import { useSession, useYou } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { seatsMatching } from './attendance-marks.ts';
import type { OpenDialog } from './console-dialog.ts';
import { SeatRow } from './SeatRow.tsx';
import styles from './Secretary.module.css';
import { useAttendance } from './use-attendance.ts';

/** From here on a name is easier to find by typing than by looking. */
const searchFrom = 15;
const shownAtMost = 100;

/** Who is here, who has voted, and whether the quorum stands. */
export function AttendancePanel({
  question,
  onDialog,
}: {
  readonly question: Question | undefined;
  readonly onDialog: OpenDialog;
}) {
  const session = useSession();
  const { secretary } = useYou();
  const t = useSecretaryText();
  const control = useAttendance();
  const [wanted, setWanted] = useState('');
  const [onlySilent, setOnlySilent] = useState(false);
  const round = question && openRoundOf(question);
  const states = new Map(
    question && round ? seatStates(session, question, round).map((each) => [each.seat.memberId, each]) : [],
  );
  const seats = seatsMatching(session.roll, wanted).filter(
    ({ memberId }) => !onlySilent || states.get(memberId)?.state === 'silent',
  );
  const isWritten = isWrittenProcedure(session);
  const mayMark = secretary === true && !isOver(session) && !isWritten;
  return (
    <section className={styles['attendance']} aria-labelledby="attendance-title">
      {session.status !== 'cancelled' && <QuorumNotice question={question} />}
      <h2 id="attendance-title" tabIndex={-1} className={styles['panelTitle']}>
        {t(isWritten ? 'members-and-votes' : round ? 'attendance-and-votes' : 'attendance')}
      </h2>
      {mayMark && control.expected > 0 && !control.progress && (
        <Button wide size="small" onClick={control.markAll}>
          {t('all-present', { count: control.expected })}
        </Button>
      )}
      {control.progress && (
        <Progress label={t('marking')} value={control.progress.done} max={control.progress.of} />
      )}
      {control.undoable > 0 && !control.progress && (
        <Notice
          announce="status"
          actions={
            <Button size="small" onClick={control.undo}>
              {t('undo')}
            </Button>
          }
        >
          {t('marked', { count: control.undoable })}
        </Notice>
      )}
      {control.problem && (
        <Notice tone="against" announce="alert">
          {control.problem}
        </Notice>
      )}
      {session.roll.length > searchFrom && (
        <TextField type="search" label={t('find')} value={wanted} onText={setWanted} />
      )}
      {round && session.ruleSet.visibility !== 'totals' && (
        <label className={styles['onlySilent']}>
          <input
            type="checkbox"
            checked={onlySilent}
            onChange={(event) => setOnlySilent(event.target.checked)}
          />
          {t('only-silent')}
        </label>
      )}
      <ul className={styles['seats']}>
        {seats.slice(0, shownAtMost).map((seat) => (
          <SeatRow
            key={seat.memberId}
            seat={seat}
            vote={states.get(seat.memberId)}
            onMark={mayMark ? control.mark : undefined}
            onDialog={onDialog}
          />
        ))}
      </ul>
      {seats.length === 0 && <p className={styles['soft']}>{t('nobody-found')}</p>}
      {seats.length > shownAtMost && (
        <p className={styles['soft']}>{t('more-seats', { count: shownAtMost })}</p>
      )}
    </section>
  );
}

export function QuorumNotice({ question }: { readonly question: Question | undefined }) {
  const session = useSession();
  const domain = useDomainText();
  const quorum = quorumNow(session, question);
  if (!quorum) return null;
  const isWritten = isWrittenProcedure(session);
  const numbers = isWritten ? 'quorum-of-ballots' : 'quorum-numbers';
  const fails = isWritten ? 'quorum-awaited' : 'quorum-fails';
  return (
    <p className={styles['quorum']} data-stands={quorum.stands} role="status">
      <b>{domain(quorum.stands ? 'quorum-stands' : fails)}</b>:{' '}
      {domain(numbers, { present: quorum.present, base: quorum.base, needed: quorum.needed })}
    </p>
  );
}
