import { seatOf, type Seat, type SessionForm } from '../rules/session.ts';
import { numberedList, paragraph, spread, heading } from './blocks.ts';
import { genitiveOfContest, sessionOf } from './declined-names.ts';
import type { Block, Run } from './document.ts';
import { alphabetically, type Naming } from './names.ts';
import { clock, dayOf, daysText, zoneText } from './moments.ts';
import { quorumSentence } from './quorum-sentence.ts';
import { secretaryNameOf, type SessionRecord, type Stay } from './session-record.ts';
import { counted, ofPeople } from './wording.ts';

/** Longer lists of those present go to the attendance sheet. */
const listedInline = 10;

const forms: Readonly<Record<SessionForm, string>> = {
  'in-person': 'очная',
  videoconference: 'в режиме видео-конференц-связи',
  mixed: 'очная с дистанционным участием (видео-конференц-связь)',
};

export const rehearsalTitle = 'УЧЕБНОЕ ЗАСЕДАНИЕ';

/** The days on which the commission sat; before the opening the day it is convened for. */
export function sessionDays({ session, sittings }: SessionRecord): string {
  const days = sittings.map((sitting) => dayOf(sitting.openedAt, session.timeZone));
  const first = days[0];
  const last = days.at(-1);
  return first === undefined || last === undefined || first === last
    ? daysText(session.date, session.date)
    : daysText(first, last);
}

export function headerBlocks(record: SessionRecord): Block[] {
  const { session } = record;
  const centred = { alignment: 'center', indented: false } as const;
  return [
    ...(session.organisation ? [paragraph([{ text: session.organisation, bold: true }], centred)] : []),
    ...(session.commission ? [paragraph([{ text: session.commission, bold: true }], centred)] : []),
    heading(1, 'ПРОТОКОЛ', 'center'),
    paragraph(`${sessionOf(session.commission)} ${genitiveOfContest(session.contestTitle)}`, centred),
    ...(session.rehearsal
      ? [
          paragraph([{ text: rehearsalTitle, bold: true }], centred),
          paragraph(
            [{ text: 'Результаты голосования не являются решением комиссии.', italic: true }],
            centred,
          ),
        ]
      : []),
    spread(session.place, sessionDays(record), `№ ${session.number}`),
  ];
}

export function introBlocks(record: SessionRecord): Block[] {
  const { session, naming } = record;
  const came = session.roll.filter((seat) => cameEver(record, seat));
  const missing = session.roll.filter((seat) => !cameEver(record, seat));
  const secretary = secretaryNameOf(session);
  return [
    line('Форма заседания: ', forms[session.form]),
    ...sittingLines(record),
    ...presidingLines(record),
    ...(secretary === undefined ? [] : [line('Секретарь – ', naming.initialsFirst(secretary))]),
    ...peopleLines('Присутствовали: ', came, (seat) =>
      presentText(naming, seat, record.stays.get(seat.memberId)),
    ),
    ...peopleLines('Отсутствовали: ', missing, (seat) =>
      absentText(naming, seat, record.absences.get(seat.memberId)),
    ),
    ...(session.invited?.length
      ? [line('Приглашённые: ', session.invited.map(naming.initialsFirst).join('; '))]
      : []),
    ...record.sittings.map((sitting) => paragraph(quorumSentence(sitting.atOpening))),
    ...session.deadlineDocuments.map(({ moment, document }) =>
      paragraph(
        `Срок подведения итогов продлён до ${clock(moment, session.timeZone)} ` +
          `${daysText(dayOf(moment, session.timeZone), dayOf(moment, session.timeZone))} (основание: ${document}).`,
      ),
    ),
  ];
}

export function agendaBlocks({ session, naming }: SessionRecord): Block[] {
  return [
    heading(2, 'ПОВЕСТКА ДНЯ:'),
    numberedList(
      session.questions.map(({ title, reporter }, index) => ({
        label: `${index + 1}.`,
        text: `${title}${reporter ? ` (докладчик – ${naming.initialsFirst(reporter)})` : ''}`,
      })),
    ),
  ];
}

// Not justified: a line of few long words would be torn apart.
const line = (label: string, text: string): Block =>
  paragraph([{ text: label, bold: true }, { text: sentence(text) }], { alignment: 'left' });

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

export const cameEver = ({ stays }: SessionRecord, seat: Seat): boolean =>
  (stays.get(seat.memberId)?.length ?? 0) > 0;

/** Clock time, with the day where the session's date does not say it. */
function momentText({ session: { timeZone, date }, sittings }: SessionRecord, at: string): string {
  const day = dayOf(at, timeZone);
  return sittings.length > 1 || day !== date
    ? `${clock(at, timeZone)} ${daysText(day, day)}`
    : clock(at, timeZone);
}

function sittingLines(record: SessionRecord): Block[] {
  const { timeZone } = record.session;
  return record.sittings.map(({ openedAt, endedAt, reason }) => {
    const runs: Run[] = [{ text: 'Начало: ', bold: true }, { text: momentText(record, openedAt) }];
    if (endedAt !== undefined) {
      runs.push(
        { text: reason === undefined ? ', окончание: ' : ', перерыв с ', bold: true },
        { text: momentText(record, endedAt) },
      );
      if (reason !== undefined) runs.push({ text: ` – ${reason}` });
    }
    runs.push({ text: ` (${zoneText(timeZone, openedAt)}).` });
    return paragraph(runs);
  });
}

function presidingLines(record: SessionRecord): Block[] {
  const { session, presided, sittings, naming } = record;
  return presided.map(({ memberId, since }, index) => {
    const seat = seatOf(session, memberId);
    const from = index > 0 && sittings.length > 0 ? ` (с ${momentText(record, since)})` : '';
    return line('Председательствующий – ', `${seat ? personText(naming, seat, ', ') : memberId}${from}`);
  });
}

/** «А.С. Иванова – заместитель директора, Росреестр»: without post or body, less of it. */
function personText({ initialsFirst }: Naming, { name, post, body }: Seat, dash = ' – '): string {
  const office = [post, body].filter((each) => each.trim() !== '').join(', ');
  return office === '' ? initialsFirst(name) : `${initialsFirst(name)}${dash}${office}`;
}

const absentText = (naming: Naming, seat: Seat, reason: string | undefined): string =>
  `${personText(naming, seat)}${reason === undefined ? '' : ` (${reason})`}`;

function presentText(naming: Naming, seat: Seat, stays: readonly Stay[] | undefined): string {
  const remarks = [
    ...(seat.votes ? [] : ['без права голоса']),
    ...(stays?.at(-1)?.attendance === 'remote' ? ['дистанционно'] : []),
    ...(seat.substitute
      ? [`замещает ${naming.initialsFirst(seat.substitute.name)}, ${seat.substitute.mandate}`]
      : []),
  ];
  return `${personText(naming, seat)}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`;
}

function peopleLines(label: string, seats: readonly Seat[], text: (seat: Seat) => string): Block[] {
  if (seats.length === 0) return [];
  if (seats.length > listedInline) {
    return [line(label, `${counted(seats.length, ofPeople)} (список прилагается, приложение № 1)`)];
  }
  return [
    paragraph([{ text: label.trim(), bold: true }], { keepWithNext: true }),
    numberedList(
      [...seats].sort(alphabetically).map((seat, index) => ({ label: `${index + 1}.`, text: text(seat) })),
    ),
  ];
}
