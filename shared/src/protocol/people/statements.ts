import type { Dissent, Question, Session } from '../../rules/session.ts';
import { heading, paragraph, prose } from '../blocks.ts';
import type { Block } from '../document.ts';
import { genitiveOfBody } from '../language/declined-names.ts';
import { titleWith } from '../question-title.ts';
import { holderAt, holderText } from './seat-holder.ts';
import { recusalKey, type SessionRecord } from '../session-record.ts';
import { asContinuation, asSentence } from '../language/wording.ts';

/** «Особое мнение И.О. Фамилия по вопросу 2 прилагается (приложение № 4).» */
export function dissentNotes(record: SessionRecord, appendix: number | undefined): Block[] {
  const filed = dissentsOf(record.session);
  if (filed.length === 0) return [];
  const attached = appendix === undefined ? '' : ` (приложение № ${appendix})`;
  return [
    heading(2, 'ОСОБЫЕ МНЕНИЯ:'),
    ...filed.map((dissent) => {
      const author = holderAt(record, dissent.memberId, dissent.position);
      const member = author.substituted === undefined ? `Член ${genitiveOfBody(record.session)} ` : '';
      return paragraph(
        `${member}${authorOf(record, dissent)}: особое мнение по вопросу № ${dissent.number} прилагается${attached}.`,
      );
    }),
  ];
}

export const dissentBlocks = (record: SessionRecord): Block[] =>
  dissentsOf(record.session).flatMap((dissent) => [
    heading(2, `${authorOf(record, dissent)}, вопрос ${dissent.number}. ${titleWith(dissent.question)}`),
    ...prose(dissent.text),
  ]);

/** Who filed a dissent on a question. */
export const dissentersOf = (record: SessionRecord, questionId: string): string[] =>
  dissentsOf(record.session)
    .filter(({ question }) => question.questionId === questionId)
    .map((dissent) => authorOf(record, dissent));

/** Statements of recusal, with reason and document as far as they are open to this reader. */
export const recusalBlocks = (record: SessionRecord): Block[] =>
  record.session.questions.flatMap((question, index) =>
    question.recused.map(({ memberId, reason, document }) =>
      paragraph([
        { text: recusedName(record, question, memberId), bold: true },
        {
          text: asSentence(
            ` – вопрос ${index + 1}. ${asSentence(titleWith(question))} Основание: ${groundText(reason)}` +
              (document ? ` (${asContinuation(document)})` : ''),
          ),
        },
      ]),
    ),
  );

/** A reason that is not open to this reader is missing; one that nobody gave is empty. */
const groundText = (reason: string | undefined): string =>
  reason === undefined ? 'не раскрывается' : asContinuation(reason) || 'не указано';

interface Filed extends Dissent {
  readonly number: number;
  readonly question: Question;
}

const dissentsOf = (session: Session): Filed[] =>
  session.questions.flatMap((question, index) =>
    (question.dissents ?? []).map((dissent) => ({ ...dissent, number: index + 1, question })),
  );

const authorOf = (record: SessionRecord, { memberId, position }: Dissent): string =>
  holderText(record, holderAt(record, memberId, position), record.naming.initialsFirst);

const recusedName = (record: SessionRecord, { questionId }: Question, memberId: string): string => {
  const position = record.recusedAt.get(recusalKey(questionId, memberId));
  return holderText(record, holderAt(record, memberId, position), record.naming.initialsFirst);
};
