import type { Seat } from '../rules/session.ts';
import { absenteesOf, attendeesOf, type Attendee } from './attendees.ts';
import { paragraph } from './blocks.ts';
import type { Block } from './document.ts';
import { labelledLine, punctuatedList } from './labelled-line.ts';
import { alphabetically } from './names.ts';
import { nameBesideOffice } from './namesakes.ts';
import { officeAndRoleOf, substitutionText } from './office.ts';
import type { SessionRecord, Sitting } from './session-record.ts';
import { momentIn, sittingLabel } from './sitting-times.ts';
import { waysText, type Stay } from './stays.ts';
import { counted, ofPeople } from './wording.ts';

/** Longer lists go to the attendance sheet. */
const listedInline = 10;

/** Whether a document has the attendance sheet that its long lists refer to. */
export type LongLists = 'appended' | 'left-out';

/** «Присутствовали», «Отсутствовали», «Приглашённые». */
export const peopleLists = (record: SessionRecord, longLists: LongLists): Block[] => [
  ...listOf('Присутствовали: ', attendeesOf(record), longLists, (attendee) => presentText(record, attendee)),
  ...listOf('Отсутствовали: ', absenteesOf(record), longLists, (seat) => absentText(record, seat)),
  ...(record.session.invited?.length
    ? [labelledLine('Приглашённые: ', record.session.invited.map(record.naming.initialsFirst).join('; '))]
    : []),
];

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
  return `${surnameFirst(name)} – ${substitutionText(record.naming, seat, mandate)}${remarks}`;
}

function absentText(record: SessionRecord, seat: Seat): string {
  const reason = record.absences.get(seat.memberId)?.trim().replace(/\.$/, '') ?? '';
  const sat = seat.substitute && record.stays.get(seat.memberId)?.length ? seat.substitute.name : undefined;
  return (
    describedText(record, seat) +
    bracketed([
      ...(reason === '' ? [] : [reason]),
      ...(sat === undefined ? [] : [`замещающее лицо – ${record.naming.initialsFirst(sat)}`]),
    ])
  );
}

/** Without post, body or role, less of it. */
function describedText({ naming: { surnameFirst } }: SessionRecord, seat: Seat): string {
  const office = officeAndRoleOf(seat).join(', ');
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

/** Whether a stay falls into a sitting. */
export const isAt = ({ openedAt, endedAt }: Sitting, { from, until }: Stay): boolean =>
  (endedAt === undefined || from < endedAt) && (until === undefined || until > openedAt);

/** Whoever goes on from the hall over a link, or the other way round, has neither left nor come. */
const unbroken = (stays: readonly Stay[]): Pick<Stay, 'from' | 'until'>[] =>
  stays.reduce<Pick<Stay, 'from' | 'until'>[]>((joined, { from, until }) => {
    const last = joined.at(-1);
    const span = { from: last?.until === from ? last.from : from, ...(until !== undefined && { until }) };
    return last?.until === from ? [...joined.slice(0, -1), span] : [...joined, span];
  }, []);
