import type { JournalEntry } from '../rules/events.ts';
import { buildProtocol, type ProtocolOptions } from './build-protocol.ts';
import { heading, paragraph, signatures } from './blocks.ts';
import type { ProtocolDocument } from './document.ts';
import { initialsFirst } from './names.ts';
import { recordOf, secretaryNameOf } from './session-record.ts';

/**
 * Выписка: one question of the protocol for a region or a winner, «Верно», with the secretary's line.
 * Undefined where the session has no such question.
 */
export function buildExtract(
  journal: readonly JournalEntry[],
  questionId: string,
  options: ProtocolOptions,
): ProtocolDocument | undefined {
  const whole = buildProtocol(journal, options);
  const part = whole.questions.find((each) => each.questionId === questionId);
  if (!part) return undefined;
  const secretary = secretaryNameOf(recordOf(journal).session);
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
    sheets: [],
    signatures: [
      paragraph('Верно:', { indented: false, keepWithNext: true }),
      signatures([{ post: 'Секретарь', name: secretary === undefined ? '' : initialsFirst(secretary) }]),
    ],
  };
}
