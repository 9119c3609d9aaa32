import type { Seat } from '../rules/session.ts';
import { column, note, row, table } from './blocks.ts';
import type { Block } from './document.ts';
import { clock, dayOf, zoneText } from './moments.ts';
import { alphabetically, type Naming } from './names.ts';
import type { SessionRecord, Stay } from './session-record.ts';

export const ways: Readonly<Record<Stay['attendance'], string>> = {
  'in-person': 'очно',
  remote: 'дистанционно',
};

/** Лист регистрации: every seat with its arrivals and departures. */
export function attendanceBlocks(record: SessionRecord): Block[] {
  const { session, stays, absences, naming } = record;
  const { timeZone } = session;
  const days = new Set([...stays.values()].flat().map((stay) => dayOf(stay.from, timeZone)));
  const time = (moment: string): string =>
    days.size > 1
      ? `${dayOf(moment, timeZone).split('-').reverse().slice(0, 2).join('.')} ${clock(moment, timeZone)}`
      : clock(moment, timeZone);
  const rows = [...session.roll].sort(alphabetically).map((seat, index) => {
    const own = stays.get(seat.memberId) ?? [];
    return row([
      index + 1,
      naming.surnameFirst(seat.name) + (seat.votes ? '' : ' (без права голоса)'),
      [seat.post, seat.body].filter((each) => each !== '').join(', '),
      participation(naming, seat, own, absences.get(seat.memberId)),
      own.map((stay) => time(stay.from)).join('; '),
      own.flatMap((stay) => (stay.until === undefined ? [] : [time(stay.until)])).join('; '),
    ]);
  });
  const moment = record.sittings[0]?.openedAt ?? `${session.date}T09:00:00.000Z`;
  return [
    table(
      [
        column('№', 0.6),
        column('Член комиссии', 3.6, 'left'),
        column('Должность', 4, 'left'),
        column('Участие', 2.5),
        column('Прибыл(а)', 1.75),
        column('Убыл(а)', 1.5),
      ],
      rows,
      { keyColumns: 2, size: 'dense' },
    ),
    note(`Время указано по местному времени заседания (${zoneText(timeZone, moment)}).`),
  ];
}

function participation(
  { initialsFirst }: Naming,
  seat: Seat,
  stays: readonly Stay[],
  reason: string | undefined,
): string {
  if (stays.length === 0) {
    return `отсутствовал(а)${reason === undefined ? '' : `: ${reason}`}`;
  }
  const substitute = seat.substitute
    ? `; замещает ${initialsFirst(seat.substitute.name)}, ${seat.substitute.mandate}`
    : '';
  return [...new Set(stays.map((stay) => ways[stay.attendance]))].join(', затем ') + substitute;
}
