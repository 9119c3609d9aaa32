import type { JournalEntry } from '../rules/events.ts';
import { buildProtocol } from './build-protocol.ts';
import type { ProtocolOptions } from './imprint.ts';
import { heading, note, paragraph, signatures } from './blocks.ts';
import type { Appendix, Block, ProtocolDocument } from './document.ts';
import { introBlocks } from './header.ts';
import { questionPart } from './question-part.ts';
import { recordOf, type SessionRecord } from './session-record.ts';
import { secretaryOf } from './people/signature-block.ts';
import { dissentersOf } from './people/statements.ts';

/**
 * Выписка: one question of the protocol for a region or a winner, «Верно», with the secretary's line and the day.
 * Of a draft nothing can be certified. Undefined where the session has no such question.
 */
export function buildExtract(
  journal: readonly JournalEntry[],
  questionId: string,
  options: ProtocolOptions,
  record: SessionRecord = recordOf(journal),
): ProtocolDocument | undefined {
  const index = record.session.questions.findIndex((each) => each.questionId === questionId);
  const question = record.session.questions[index];
  if (!question) return undefined;
  const whole = buildProtocol(journal, options, record);
  return {
    ...whole,
    title: whole.title.replace('Протокол', 'Выписка из протокола'),
    header: whole.header.map((block) =>
      block.type === 'heading' && block.level === 1 ? heading(1, 'ВЫПИСКА ИЗ ПРОТОКОЛА', 'center') : block,
    ),
    intro: introBlocks(record, 'left-out'),
    agenda: [],
    questions: [questionPart(record, question, index + 1, leftOut)],
    dissents: dissentNote(record, questionId),
    appendixList: [],
    appendices: leftOut,
    signatures: options.issued ? certification(record) : [],
  };
}

/** An extract carries no appendices, so that its vote refers to none. */
const leftOut: readonly Appendix[] = [];

function dissentNote(record: SessionRecord, questionId: string): Block[] {
  const names = dissentersOf(record, questionId);
  return names.length === 0 ? [] : [paragraph(`По вопросу заявлено особое мнение: ${names.join(', ')}.`)];
}

function certification(record: SessionRecord): Block[] {
  const secretary = secretaryOf(record);
  return [
    paragraph('Верно:', { indented: false, keepWithNext: true }),
    signatures([
      { post: 'Секретарь', name: secretary === undefined ? '' : record.naming.initialsFirst(secretary) },
    ]),
    note('«____» ______________ 20____ г.'),
  ];
}
