import { isWrittenProcedure, type Seat, type Session } from '../../rules/session.ts';
import { staysIn } from '../people/attendees.ts';
import { momentCell, textCell, wholeCell, type LineColumn } from './cells.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import { alphabetically } from '../people/names.ts';
import { nameBesideOffice } from '../people/namesakes.ts';
import { roleText } from '../people/office.ts';
import type { SessionRecord } from '../session-record.ts';
import { ways, type Stay } from '../people/stays.ts';
import { tookPart } from '../people/taking-part.ts';

interface PresenceLine {
  readonly number: number;
  readonly seat: Seat;
  readonly stay?: Stay;
  /** The end of the stay, unless the same person went on at once in another way. */
  readonly left?: string;
  readonly absence?: string;
}

/** A line for every stay at a sitting, so that its ends are moments; one for a seat that stayed empty. */
export function presenceLines(record: SessionRecord): PresenceLine[] {
  const { session, absences } = record;
  return [...session.roll].sort(alphabetically).flatMap((seat, index): PresenceLine[] => {
    const number = index + 1;
    const own = staysIn(record, seat);
    const absence = absences.get(seat.memberId);
    if (own.length === 0) return [{ number, seat, ...(absence !== undefined && { absence }) }];
    return own.map((stay, at) => {
      const next = own[at + 1];
      const goesOn = next?.from === stay.until && next?.bySubstitute === stay.bySubstitute;
      return { number, seat, stay, ...(stay.until !== undefined && !goesOn && { left: stay.until }) };
    });
  });
}

function participation(session: Session, seat: Seat, stay: Stay | undefined): string {
  if (isWrittenProcedure(session))
    return !seat.votes ? '' : tookPart(session, seat) ? 'участвовал(а)' : 'не участвовал(а)';
  return stay ? ways[stay.attendance] : 'отсутствовал(а)';
}

export const presenceColumns = (session: Session): LineColumn<PresenceLine>[] => [
  { title: '№', width: 5, of: ({ number }) => wholeCell(number) },
  { title: `Член ${genitiveOfBody(session)}`, width: 40, of: ({ seat }) => textCell(nameBesideOffice(seat)) },
  { title: 'Должность', width: 40, of: ({ seat }) => textCell(seat.post) },
  { title: 'Орган', width: 30, of: ({ seat }) => textCell(seat.body) },
  { title: 'Роль', width: 34, of: ({ seat }) => textCell(roleText(seat, session)) },
  { title: 'Право голоса', width: 13, of: ({ seat }) => textCell(seat.votes ? 'да' : 'нет') },
  {
    title: 'Участие',
    width: 18,
    of: ({ seat, stay }) => textCell(participation(session, seat, stay)),
  },
  { title: 'Прибыл(а)', width: 19, of: ({ stay }) => momentCell(stay?.from, session.timeZone) },
  { title: 'Убыл(а)', width: 19, of: ({ left }) => momentCell(left, session.timeZone) },
  // Who was there instead of the member; a substitute who never came is nobody here.
  {
    title: 'Замещающее лицо',
    width: 40,
    of: ({ seat, stay }) => textCell(stay?.bySubstitute && seat.substitute?.name),
  },
  {
    title: 'Основание замещения',
    width: 24,
    of: ({ seat, stay }) => textCell(stay?.bySubstitute && seat.substitute?.mandate),
  },
  { title: 'Причина отсутствия', width: 30, of: ({ absence }) => textCell(absence) },
];
