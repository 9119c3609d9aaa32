import { seatOf, type Question, type Session } from '../rules/session.ts';
import { heading, paragraph, prose } from './blocks.ts';
import type { Block } from './document.ts';
import type { SessionRecord } from './session-record.ts';

/** «Особое мнение И.О. Фамилия по вопросу 2 прилагается (приложение № 4).» */
export function dissentNotes(record: SessionRecord, appendix: number | undefined): Block[] {
  const filed = dissentsOf(record.session);
  if (filed.length === 0) return [];
  const attached = appendix === undefined ? '' : ` (приложение № ${appendix})`;
  return [
    heading(2, 'ОСОБЫЕ МНЕНИЯ:'),
    ...filed.map(({ memberId, number }) =>
      paragraph(
        `Член комиссии ${nameOf(record, memberId)}: особое мнение по вопросу № ${number} прилагается${attached}.`,
      ),
    ),
  ];
}

export const dissentBlocks = (record: SessionRecord): Block[] =>
  dissentsOf(record.session).flatMap(({ memberId, number, question, text }) => [
    heading(2, `${nameOf(record, memberId)}, вопрос ${number}. ${question.title}`),
    ...prose(text),
  ]);

/** Who filed a dissent on a question. */
export const dissentersOf = (record: SessionRecord, questionId: string): string[] =>
  dissentsOf(record.session)
    .filter(({ question }) => question.questionId === questionId)
    .map(({ memberId }) => nameOf(record, memberId));

/** Statements of recusal, with reason and document as far as they are open to this reader. */
export const recusalBlocks = (record: SessionRecord): Block[] =>
  record.session.questions.flatMap((question, index) =>
    question.recused.map(({ memberId, reason, document }) =>
      paragraph([
        { text: `${nameOf(record, memberId)}`, bold: true },
        {
          text:
            ` – вопрос ${index + 1}. ${question.title}. Основание: ${(reason ?? 'не раскрывается').replace(/\.$/, '')}` +
            `${document ? ` (${document})` : ''}.`,
        },
      ]),
    ),
  );

function dissentsOf(
  session: Session,
): { memberId: string; text: string; number: number; question: Question }[] {
  return session.questions.flatMap((question, index) =>
    (question.dissents ?? []).map(({ memberId, text }) => ({ memberId, text, number: index + 1, question })),
  );
}

const nameOf = ({ session, naming }: SessionRecord, memberId: string): string =>
  naming.initialsFirst(seatOf(session, memberId)?.name ?? memberId);
