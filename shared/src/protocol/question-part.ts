import type { Question } from '../rules/session.ts';
import { heading, numberedList, paragraph, prose } from './blocks.ts';
import { decisionLines } from './decision-lines.ts';
import type { Block, QuestionPart } from './document.ts';
import { isBlank } from './gaps.ts';
import { reportedBy } from './minutes-template.ts';
import type { SessionRecord } from './session-record.ts';
import { quoted } from './typography.ts';
import { voteBlocks } from './vote-result.ts';

/** СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ of one question, and the votes the decision rests on. */
export function questionPart(record: SessionRecord, question: Question, number: number): QuestionPart {
  const { minutes, reporter } = question;
  const considered = question.rounds.length > 0 || minutes !== undefined;
  const reported = !isBlank(minutes?.reported)
    ? minutes.reported
    : isBlank(reporter)
      ? undefined
      : reportedBy(record.naming, reporter, question);
  return {
    questionId: question.questionId,
    number,
    heading: [heading(2, `${number}. ${question.title}`), ...subject(question)],
    reported: considered ? spoken('СЛУШАЛИ:', reported) : [],
    discussed: considered ? spoken('ВЫСТУПИЛИ:', minutes?.discussed) : [],
    resolved: [
      heading(3, 'РЕШИЛИ:'),
      numberedList(
        decisionLines(record.session, question).map((text, index) => ({
          label: `${number}.${index + 1}.`,
          text,
        })),
      ),
    ],
    votes: [
      ...(question.kind === 'motion' || question.rounds.length === 0
        ? []
        : [paragraph(`На голосование поставлено: ${quoted(question.wording.replace(/\.$/, ''))}.`)]),
      ...question.rounds.flatMap((round) => voteBlocks(record, question, round)),
    ],
  };
}

/** The nomination and category, as far as the title does not name them already. */
function subject({ title, nomination, category }: Question): Block[] {
  const named = (text: string | undefined): text is string => text !== undefined && !title.includes(text);
  const parts = [
    ...(named(nomination) ? [`Номинация ${quoted(nomination)}.`] : []),
    ...(named(category) ? [`Категория ${quoted(category)}.`] : []),
  ];
  return parts.length === 0 ? [] : [paragraph(parts.join(' '), { keepWithNext: true })];
}

/** A missing text is visible in a draft and blocks issuing (`gapsOf`). */
function spoken(word: string, text: string | undefined): Block[] {
  if (isBlank(text)) return [heading(3, word), paragraph([{ text: '[текст не заполнен]', italic: true }])];
  return [heading(3, word), ...prose(text)];
}
