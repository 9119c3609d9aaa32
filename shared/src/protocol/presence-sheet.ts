import type { Seat } from '../rules/session.ts';
import { momentCell, textCell, wholeCell, type LineColumn } from './cells.ts';
import { alphabetically } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';
import { roleTexts } from './office.ts';
import type { SessionRecord } from './session-record.ts';
import { ways, type Stay } from './stays.ts';

interface PresenceLine {
  readonly number: number;
  readonly seat: Seat;
  readonly stay?: Stay;
  readonly absence?: string;
}

/** A line for every stay, so that both of its ends are moments; one for a seat that stayed empty. */
export function presenceLines({ session, stays, absences }: SessionRecord): PresenceLine[] {
  return [...session.roll].sort(alphabetically).flatMap((seat, index): PresenceLine[] => {
    const number = index + 1;
    const own = stays.get(seat.memberId) ?? [];
    const absence = absences.get(seat.memberId);
    if (own.length === 0) return [{ number, seat, ...(absence !== undefined && { absence }) }];
    return own.map((stay) => ({ number, seat, stay }));
  });
}

export const presenceColumns = (timeZone: string): LineColumn<PresenceLine>[] => [
  { title: '№', width: 5, of: ({ number }) => wholeCell(number) },
  { title: 'Член комиссии', width: 40, of: ({ seat }) => textCell(nameBesideOffice(seat)) },
  { title: 'Должность', width: 40, of: ({ seat }) => textCell(seat.post) },
  { title: 'Орган', width: 30, of: ({ seat }) => textCell(seat.body) },
  { title: 'Роль в комиссии', width: 34, of: ({ seat }) => textCell(roleTexts[seat.role]) },
  { title: 'Право голоса', width: 13, of: ({ seat }) => textCell(seat.votes ? 'да' : 'нет') },
  {
    title: 'Участие',
    width: 18,
    of: ({ stay }) => textCell(stay ? ways[stay.attendance] : 'отсутствовал(а)'),
  },
  { title: 'Прибыл(а)', width: 19, of: ({ stay }) => momentCell(stay?.from, timeZone) },
  { title: 'Убыл(а)', width: 19, of: ({ stay }) => momentCell(stay?.until, timeZone) },
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
