import type { JournalEntry } from '../rules/events.ts';
import { buildProtocol, type ProtocolOptions } from './build-protocol.ts';
import { heading, paragraph, signatures } from './blocks.ts';
import type { ProtocolDocument } from './document.ts';
import { recordOf, secretaryNameOf, type SessionRecord } from './session-record.ts';

/**
 * Выписка: one question of the protocol for a region or a winner, «Верно», with the secretary's line.
 * Undefined where the session has no such question.
 */
export function buildExtract(
  journal: readonly JournalEntry[],
  questionId: string,
  options: ProtocolOptions,
  record: SessionRecord = recordOf(journal),
): ProtocolDocument | undefined {
  const whole = buildProtocol(journal, options, record);
  const part = whole.questions.find((each) => each.questionId === questionId);
  if (!part) return undefined;
  const secretary = secretaryNameOf(record.session);
  return {
    ...whole,
    title: whole.title.replace('Протокол', 'Выписка из протокола'),
    header: whole.header.map((block) =>
      block.type === 'heading' && block.level === 1 ? heading(1, 'ВЫПИСКА ИЗ ПРОТОКОЛА', 'center') : block,
    ),
    agenda: [],
    questions: [part],
    dissents: [],
    appendixList: [],
    appendices: [],
    signatures: [
      paragraph('Верно:', { indented: false, keepWithNext: true }),
      signatures([
        { post: 'Секретарь', name: secretary === undefined ? '' : record.naming.initialsFirst(secretary) },
      ]),
    ],
  };
}
