import type { JournalEntry } from '../rules/events.ts';
import { isWrittenProcedure, type Session } from '../rules/session.ts';
import { attendanceBlocks } from './people/attendance-sheet.ts';
import { heading, note, numberedList, paragraph } from './blocks.ts';
import { genitiveOfBody } from './language/declined-names.ts';
import type { Appendix, AppendixKind, Block, Orientation, ProtocolDocument } from './document.ts';
import { agendaBlocks, headerBlocks, introBlocks } from './header.ts';
import { imprintOf, ofTheSession, type ProtocolOptions } from './imprint.ts';
import { questionPart } from './question-part.ts';
import { rollCallBlocks } from './votes/roll-call.ts';
import { scoreSheetBlocks } from './votes/score-sheets.ts';
import { recordOf, type SessionRecord } from './session-record.ts';
import { signatureBlock } from './people/signature-block.ts';
import { dissentBlocks, dissentNotes, recusalBlocks } from './people/statements.ts';

/**
 * The protocol of a session: a pure function of its journal. A caller that has read the journal already passes its record.
 * Throws `RangeError` on an empty journal. Missing texts are shown as such; `gapsOf` names them.
 */
export function buildProtocol(
  journal: readonly JournalEntry[],
  options: ProtocolOptions,
  record: SessionRecord = recordOf(journal),
): ProtocolDocument {
  const { session } = record;
  const appendices = appendicesOf(record);
  const dissents = appendices.find(({ kind }) => kind === 'dissents');
  const { title, rehearsal, watermark, smallPrint } = imprintOf(record, options);
  return {
    title,
    author: session.organisation ?? session.commission ?? session.contestTitle,
    status: options.issued ? 'issued' : 'draft',
    ...(rehearsal !== undefined && { pageHeader: rehearsal }),
    ...(watermark !== undefined && { watermark }),
    header: headerBlocks(record),
    intro: introBlocks(record, 'appended'),
    agenda: agendaBlocks(record),
    questions: session.questions.map((question, index) =>
      questionPart(record, question, index + 1, appendices),
    ),
    dissents: dissentNotes(record, dissents?.number),
    appendixList: appendixList(appendices),
    signatures: [signatureBlock(record)],
    appendices,
    smallPrint: [note(smallPrint, { size: 'small' })],
  };
}

const titlesIn = (session: Session): Readonly<Record<AppendixKind, string>> => ({
  attendance: isWrittenProcedure(session)
    ? `Участие членов ${genitiveOfBody(session)} в заочном голосовании`
    : `Лист регистрации членов ${genitiveOfBody(session)}`,
  'roll-call': 'Поименные результаты голосования',
  'score-sheets': 'Оценочные листы и сводная ведомость',
  dissents: 'Особые мнения',
  recusals: 'Заявления о самоотводе',
});

/** Rows wider than this many votes lie across the page. */
const portraitVotes = 4;

function appendicesOf(record: SessionRecord): Appendix[] {
  const titles = titlesIn(record.session);
  const parts: Readonly<Record<AppendixKind, readonly Block[]>> = {
    attendance: attendanceBlocks(record),
    'roll-call': rollCallBlocks(record),
    'score-sheets': scoreSheetBlocks(record),
    dissents: dissentBlocks(record),
    recusals: recusalBlocks(record),
  };
  return (Object.keys(parts) as AppendixKind[])
    .filter((kind) => parts[kind].length > 0)
    .map((kind, index) => ({
      kind,
      number: index + 1,
      title: titles[kind],
      orientation: orientationOf(parts[kind]),
      blocks: [
        ...[`Приложение № ${index + 1}`, `к протоколу ${ofTheSession(record)}`].map((text) =>
          paragraph(text, { alignment: 'right', indented: false, keepWithNext: true }),
        ),
        heading(1, titles[kind], 'center'),
        ...parts[kind],
      ],
    }));
}

const orientationOf = (blocks: readonly Block[]): Orientation =>
  blocks.some(
    (block) =>
      block.type === 'table' &&
      block.keyColumns > 1 &&
      block.columns.length > block.keyColumns + portraitVotes,
  )
    ? 'landscape'
    : 'portrait';

const appendixList = (appendices: readonly Appendix[]): Block[] => [
  heading(2, 'Приложения:'),
  numberedList(appendices.map(({ number, title }) => ({ label: `${number}.`, text: `${title}.` }))),
];
