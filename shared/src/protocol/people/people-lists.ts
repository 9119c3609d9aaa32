import { isWrittenProcedure, type Seat } from '../../rules/session.ts';
import { absenteesOf, attendeesIn, attendeesOf, type Attendee } from './attendees.ts';
import { paragraph } from '../blocks.ts';
import type { Block } from '../document.ts';
import { labelledLine, punctuatedList } from '../labelled-line.ts';
import { alphabetically } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';
import { officeAndRoleOf, substitutionText } from './office.ts';
import type { SessionRecord } from '../session-record.ts';
import { momentIn, sittingLabel } from './sitting-times.ts';
import { isAt, unbroken, waysText, type Stay } from './stays.ts';
import { asContinuation, ofPeople } from '../language/wording.ts';
import { takingPart } from './taking-part.ts';
import { counted } from '../../words/numbers.ts';
import { writtenBallotRemarks } from './written-ballots.ts';

/** Longer lists go to the attendance sheet. */
const listedInline = 10;

/** Whether a document has the attendance sheet that its long lists refer to. */
export type LongLists = 'appended' | 'left-out';

/** «Присутствовали», «Отсутствовали», «Приглашённые». */
export const peopleLists = (record: SessionRecord, longLists: LongLists): Block[] => [
  ...(isWrittenProcedure(record.session) ? inWriting(record, longLists) : inTheHall(record, longLists)),
  ...(record.session.invited?.length
    ? [labelledLine('Приглашённые: ', record.session.invited.map(record.naming.initialsFirst).join('; '))]
    : []),
];

const inTheHall = (record: SessionRecord, longLists: LongLists): Block[] => [
  ...listOf('Присутствовали: ', attendeesOf(record), longLists, (attendee) => presentText(record, attendee)),
  ...listOf('Отсутствовали: ', absenteesOf(record), longLists, (seat) => absentText(record, seat)),
];

/** Rule 1.8: nobody was present, and some took part. */
function inWriting(record: SessionRecord, longLists: LongLists): Block[] {
  const text = (seat: Seat): string =>
    describedText(record, seat) + bracketed(writtenBallotRemarks(record, seat));
  return [
    ...listOf('Приняли участие в заочном голосовании: ', takingPart(record.session, true), longLists, text),
    ...listOf('Не участвовали: ', takingPart(record.session, false), longLists, text),
  ];
}

function listOf<Person extends { readonly name: string }>(
  label: string,
  people: readonly Person[],
  longLists: LongLists,
  text: (person: Person) => string,
): Block[] {
  if (people.length === 0) return [];
  if (people.length > listedInline) {
    const where = longLists === 'appended' ? ' (список прилагается, приложение № 1)' : '';
    return [labelledLine(label, counted(people.length, ofPeople) + where)];
  }
  return [
    paragraph([{ text: label.trim(), bold: true }], { keepWithNext: true }),
    punctuatedList([...people].sort(alphabetically).map(text)),
  ];
}

/** «Белова А.И. – директор департамента, Росреестр, заместитель председателя комиссии (дистанционно)» */
function presentText(record: SessionRecord, { seat, name, mandate, stays }: Attendee): string {
  const { surnameFirst } = record.naming;
  const remarks = bracketed([
    ...(seat.votes ? [] : ['без права голоса']),
    ...(stays.every(({ attendance }) => attendance === 'in-person') ? [] : [waysText(stays)]),
    ...hoursOf(record, stays),
  ]);
  if (mandate === undefined) return describedText(record, seat) + remarks;
  return `${surnameFirst(name)} – ${substitutionText(record, seat, mandate)}${remarks}`;
}

function absentText(record: SessionRecord, seat: Seat): string {
  const reason = asContinuation(record.absences.get(seat.memberId) ?? '');
  const sat = attendeesIn(record, seat).length > 0 ? seat.substitute?.name : undefined;
  return (
    describedText(record, seat) +
    bracketed([
      ...(reason === '' ? [] : [reason]),
      ...(sat === undefined ? writtenBallotRemarks(record, seat) : []),
      ...(sat === undefined ? [] : [`замещающее лицо – ${record.naming.initialsFirst(sat)}`]),
    ])
  );
}

/** Without post, body or role, less of it. */
function describedText({ session, naming: { surnameFirst } }: SessionRecord, seat: Seat): string {
  const office = officeAndRoleOf(seat, session).join(', ');
  const name = surnameFirst(nameBesideOffice(seat));
  return office === '' ? name : `${name} – ${office}`;
}

const bracketed = (remarks: readonly string[]): string =>
  remarks.length > 0 ? ` (${remarks.join('; ')})` : '';

/** Arrivals after an opening, departures before an end, and which sittings somebody was at, where not at all. */
function hoursOf(record: SessionRecord, stays: readonly Stay[]): string[] {
  const attended = record.sittings.filter((sitting) => stays.some((stay) => isAt(sitting, stay)));
  const hours = attended.flatMap((sitting) =>
    unbroken(stays.filter((stay) => isAt(sitting, stay))).flatMap(({ from, until }) => [
      ...(from > sitting.openedAt ? [`прибытие – ${momentIn(record, from)}`] : []),
      ...(until !== undefined && (sitting.endedAt === undefined || until < sitting.endedAt)
        ? [`убытие – ${momentIn(record, until)}`]
        : []),
    ]),
  );
  return attended.length === record.sittings.length
    ? hours
    : [`участие – ${attended.map((sitting) => sittingLabel(record, sitting)).join(', ')}`, ...hours];
}
