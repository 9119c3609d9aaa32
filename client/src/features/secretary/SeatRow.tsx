import { isWrittenProcedure, type Seat } from '@open-ballot/shared/rules/session';
import type { SeatState } from '../../live/seat-states.ts';
import { useSession } from '../../live/use-session.ts';
import { useDomainText } from '../../text/domain-text.ts';
import { useSecretaryText } from './secretary-text.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import type { MarkAttendance } from './attendance-marks.ts';
import type { OpenDialog } from './console-dialog.ts';
import styles from './Secretary.module.css';

interface SeatRowProps {
  readonly seat: Seat;
  /** What the seat did in the open round; undefined without one, or for a seat without a vote. */
  readonly vote: SeatState | undefined;
  /** Undefined for who may not mark attendance. */
  readonly onMark: ((mark: MarkAttendance) => void) | undefined;
  readonly onDialog: OpenDialog;
}

export function SeatRow({ seat, vote, onMark, onDialog }: SeatRowProps) {
  const { presidingId, ruleSet } = useSession();
  const t = useSecretaryText();
  const domain = useDomainText();
  const { memberId } = seat;
  const state = useSeatWords(seat, vote);
  const mark = (attendance: MarkAttendance['attendance']) =>
    onMark?.({ type: 'mark-attendance', memberId, attendance });
  const items: readonly MenuItem[] = [
    { text: t('mark-in-person'), onSelect: () => mark('in-person') },
    { text: t('mark-remote'), onSelect: () => mark('remote') },
    { text: t('mark-absent'), onSelect: () => onDialog({ name: 'absence', memberId }) },
    { text: t('mark-left'), onSelect: () => mark('left') },
    { text: t('mark-expected'), onSelect: () => mark('expected') },
    ...(ruleSet.substitutes && !seat.substitute
      ? [{ text: t('appoint-substitute'), onSelect: () => onDialog({ name: 'substitute', memberId }) }]
      : []),
  ];
  const details = [
    memberId === presidingId && domain('presiding'),
    seat.role !== 'member' && memberId !== presidingId && domain(`role-${seat.role}`),
    vote && seat.attendance === 'remote' && domain('attendance-remote'),
    !seat.votes && domain('no-vote'),
    seat.substitute && t('substitute-for', { name: seat.substitute.name }),
    seat.reason,
  ].filter(Boolean);
  return (
    <li className={styles['seat']}>
      <div>
        <b>{seat.name}</b>
        {details.length > 0 && <small>{details.join(' · ')}</small>}
      </div>
      {onMark ? (
        <Menu
          size="small"
          look="quiet"
          label={
            <span className={styles['seatState']} data-tone={state.tone}>
              <span className="visually-hidden">{t('attendance-of', { name: seat.name })}, </span>
              {state.text}
            </span>
          }
          items={items}
        />
      ) : (
        <span className={styles['seatState']} data-tone={state.tone}>
          {state.text}
        </span>
      )}
    </li>
  );
}

function useSeatWords(
  seat: Seat,
  vote: SeatState | undefined,
): { readonly text: string; readonly tone: 'for' | 'warn' | 'soft' } {
  const session = useSession();
  const t = useSecretaryText();
  const domain = useDomainText();
  switch (vote?.state) {
    case 'voted': {
      const basis = vote.counted?.basis ?? 'own';
      return { text: basis === 'own' ? t('ballot-counted') : domain(`basis-${basis}`), tone: 'for' };
    }
    case 'silent':
      return { text: t('awaiting-ballot'), tone: 'warn' };
    case 'recused':
      return { text: t('recused'), tone: 'soft' };
    default: {
      // Nobody arrives at a written procedure (rule 1.8).
      if (isWrittenProcedure(session)) return { text: '', tone: 'soft' };
      const isHere = seat.attendance === 'in-person' || seat.attendance === 'remote';
      return { text: domain(`attendance-${seat.attendance}`), tone: isHere ? 'for' : 'soft' };
    }
  }
}
