import { isWrittenProcedure, type Seat } from '../../rules/session.ts';
import { attendeesIn, staysIn } from './attendees.ts';
import { column, note, row, table } from '../blocks.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import type { Block } from '../document.ts';
import { clock, clockNote, dayOf } from '../language/moments.ts';
import { alphabetically } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';
import { officeAndRoleOf } from './office.ts';
import type { SessionRecord } from '../session-record.ts';
import { unbroken, waysText } from './stays.ts';
import { asContinuation } from '../language/wording.ts';
import { tookPart } from './taking-part.ts';
import { writtenBallotRemarks } from './written-ballots.ts';

/** Лист регистрации: every seat with its arrivals and departures. */
export function attendanceBlocks(record: SessionRecord): Block[] {
  const { session, naming } = record;
  const { timeZone } = session;
  const days = new Set(
    session.roll
      .flatMap((seat) => staysIn(record, seat))
      .flatMap(({ from, until }) => [from, until ?? from])
      .map((moment) => dayOf(moment, timeZone)),
  );
  const time = (moment: string): string =>
    days.size > 1
      ? `${dayOf(moment, timeZone).split('-').reverse().slice(0, 2).join('.')} ${clock(moment, timeZone)}`
      : clock(moment, timeZone);
  const rows = [...session.roll].sort(alphabetically).map((seat, index) => {
    const own = attendeesIn(record, seat).flatMap(({ stays }) => unbroken(stays));
    return row([
      index + 1,
      naming.surnameFirst(nameBesideOffice(seat)) + (seat.votes ? '' : ' (без права голоса)'),
      officeAndRoleOf(seat, session).join(', '),
      participation(record, seat),
      own.map(({ from }) => time(from)).join('; '),
      own.flatMap(({ until }) => (until === undefined ? [] : [time(until)])).join('; '),
    ]);
  });
  const moment = record.sittings[0]?.openedAt ?? `${session.date}T09:00:00.000Z`;
  return [
    table(
      [
        column('№', 0.6),
        column(`Член ${genitiveOfBody(session)}`, 3.6, 'left'),
        column('Должность', 4, 'left'),
        column('Участие', 2.5),
        column('Прибыл(а)', 1.75),
        column('Убыл(а)', 1.5),
      ],
      rows,
      { keyColumns: 2, size: 'dense' },
    ),
    note(clockNote(timeZone, moment)),
  ];
}

/** «участвовал(а)», «участвовал(а): письменный бюллетень по вопросу 2»; nobody came or left (rule 1.8). */
function participationInWriting(record: SessionRecord, seat: Seat): string {
  if (!seat.votes) return '–';
  const part = tookPart(record.session, seat) ? 'участвовал(а)' : 'не участвовал(а)';
  return [part, ...writtenBallotRemarks(record, seat)].join(': ');
}

/** «очно», «отсутствовал(а): отпуск», «замещающее лицо – О.И. Сидоров (доверенность № 7), очно». */
function participation(record: SessionRecord, seat: Seat): string {
  if (isWrittenProcedure(record.session)) return participationInWriting(record, seat);
  const attendees = attendeesIn(record, seat);
  if (attendees.length === 0) {
    const reason = asContinuation(record.absences.get(seat.memberId) ?? '');
    const remarks = [...(reason === '' ? [] : [reason]), ...writtenBallotRemarks(record, seat)];
    return `отсутствовал(а)${remarks.length === 0 ? '' : `: ${remarks.join('; ')}`}`;
  }
  return attendees
    .map(({ name, mandate, stays }) =>
      mandate === undefined
        ? waysText(stays)
        : `замещающее лицо – ${record.naming.initialsFirst(name)} (${asContinuation(mandate)}), ${waysText(stays)}`,
    )
    .join('; затем ');
}
