import type { SessionForm } from '../rules/session.ts';
import { attendeesOf } from './people/attendees.ts';
import { heading, paragraph, spread } from './blocks.ts';
import { genitiveOfBody, genitiveOfSession } from './language/declined-names.ts';
import type { Block } from './document.ts';
import { labelledLine, punctuatedList } from './labelled-line.ts';
import { clock, dayOf, daysText, dayText } from './language/moments.ts';
import { peopleLists, type LongLists } from './people/people-lists.ts';
import { presidingLines } from './people/presiding.ts';
import { quorumSentences } from './people/quorum-sentence.ts';
import { titleWith } from './question-title.ts';
import type { SessionRecord } from './session-record.ts';
import { asContinuation } from './language/wording.ts';
import { secretaryOf } from './people/signature-block.ts';
import { sittingDays, sittingLines } from './people/sitting-times.ts';

const forms: Readonly<Record<SessionForm, string>> = {
  'in-person': 'очная',
  videoconference: 'в режиме видео-конференц-связи',
  mixed: 'очная с дистанционным участием (видео-конференц-связь)',
  correspondence: 'заочная (заочное голосование)',
};

export const rehearsalTitle = 'УЧЕБНОЕ ЗАСЕДАНИЕ';

/** The days on which the commission sat; before the opening the day it is convened for. */
export function sessionDays(record: SessionRecord): string {
  const { first, last } = sittingDays(record);
  return daysText(first, last);
}

export function headerBlocks(record: SessionRecord): Block[] {
  const { session } = record;
  const centred = { alignment: 'center', indented: false } as const;
  return [
    ...(session.organisation ? [paragraph([{ text: session.organisation, bold: true }], centred)] : []),
    ...(session.commission ? [paragraph([{ text: session.commission, bold: true }], centred)] : []),
    heading(1, 'ПРОТОКОЛ', 'center'),
    paragraph(genitiveOfSession(session.commission, session.contestTitle), centred),
    ...(session.rehearsal
      ? [
          paragraph([{ text: rehearsalTitle, bold: true }], centred),
          paragraph(
            [
              {
                text: `Результаты голосования не являются решением ${genitiveOfBody(session)}.`,
                italic: true,
              },
            ],
            centred,
          ),
        ]
      : []),
    spread(session.place, sessionDays(record), `№ ${session.number}`),
  ];
}

export function introBlocks(record: SessionRecord, longLists: LongLists): Block[] {
  const { session, naming } = record;
  const secretary = secretaryOf(record);
  return [
    labelledLine('Форма заседания: ', forms[formOf(record)]),
    ...sittingLines(record),
    ...presidingLines(record),
    ...(secretary === undefined ? [] : [labelledLine('Секретарь – ', naming.initialsFirst(secretary))]),
    ...peopleLists(record, longLists),
    ...quorumSentences(record).map((text) => paragraph(text)),
    ...session.deadlineDocuments.map(({ moment, document }) =>
      paragraph(
        `Срок подведения итогов перенесён на ${dayText(dayOf(moment, session.timeZone))}, ` +
          `${clock(moment, session.timeZone)} (основание: ${asContinuation(document)}).`,
      ),
    ),
  ];
}

/** A session in person at which somebody sat over the link was a mixed one. */
const formOf = (record: SessionRecord): SessionForm =>
  record.session.form === 'in-person' &&
  attendeesOf(record).some(({ stays }) => stays.some(({ attendance }) => attendance === 'remote'))
    ? 'mixed'
    : record.session.form;

export function agendaBlocks({ session, naming }: SessionRecord): Block[] {
  if (session.questions.length === 0) return [];
  return [
    heading(2, 'ПОВЕСТКА ДНЯ:'),
    punctuatedList(
      session.questions.map((question) =>
        titleWith(
          question,
          question.reporter ? [`докладчик – ${naming.initialsFirst(question.reporter)}`] : [],
        ),
      ),
    ),
  ];
}
