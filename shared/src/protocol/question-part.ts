import { awardsPlaces } from '../rules/kinds/registry.ts';
import type { Question } from '../rules/session.ts';
import { heading, numberedList, paragraph, prose } from './blocks.ts';
import { decisionLines } from './votes/decision-lines.ts';
import type { Appendix, Block, QuestionPart } from './document.ts';
import { isBlank, needsMinutes } from './gaps.ts';
import { reportedBy } from './minutes-template.ts';
import type { SessionRecord } from './session-record.ts';
import { headingOf } from './question-title.ts';
import { asContinuation } from './language/wording.ts';
import { quoted } from './language/typography.ts';
import { admitted, applicationsText } from './votes/listed-nominees.ts';
import { voteBlocks } from './votes/vote-result.ts';

/**
 * СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ of one question, and the votes the decision rests on. Each vote refers to those of
 * `appendices` that hold its detail.
 */
export function questionPart(
  record: SessionRecord,
  question: Question,
  number: number,
  appendices: readonly Appendix[],
): QuestionPart {
  return {
    questionId: question.questionId,
    number,
    heading: [heading(2, `${number}. ${headingOf(question)}`), ...subject(question)],
    reported: spoken('СЛУШАЛИ:', reportedOn(record, question), question),
    discussed: spoken('ВЫСТУПИЛИ:', question.minutes?.discussed, question),
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
      ...putToTheVote(record, question),
      ...question.rounds.flatMap((round) => voteBlocks(record, question, round, appendices)),
    ],
  };
}

/** What the secretary wrote; who was to report is said only where the question was come to. */
function reportedOn(record: SessionRecord, question: Question): string | undefined {
  const { minutes, reporter } = question;
  if (!isBlank(minutes?.reported)) return minutes.reported;
  return isBlank(reporter) || !needsMinutes(question)
    ? undefined
    : reportedBy(record.naming, reporter, question);
}

/** The wording of a motion that РЕШИЛИ quotes, adopted or rejected, is not said twice. */
function putToTheVote(record: SessionRecord, question: Question): Block[] {
  const { kind, wording, rounds, result } = question;
  const isQuoted = !awardsPlaces(kind) && (result.status === 'adopted' || result.status === 'rejected');
  if (result.status === 'void' && rounds.length === 0) return applicationsOf(record, question);
  if (isQuoted || rounds.length === 0) return [];
  const put = `На голосование поставлено: ${quoted(asContinuation(wording))}.`;
  return [paragraph([put, ...admitted(question)].join(' '), { alignment: 'left' })];
}

/** Of a void nomination: no table of a vote holds them. */
const applicationsOf = (record: SessionRecord, question: Question): Block[] =>
  awardsPlaces(question.kind) ? [paragraph(applicationsText(record, question), { alignment: 'left' })] : [];

/** The nomination and category, as far as the title does not name them already. */
function subject({ title, nomination, category }: Question): Block[] {
  const named = (text: string | undefined): text is string => text !== undefined && !title.includes(text);
  const parts = [
    ...(named(nomination) ? [`Номинация ${quoted(nomination)}.`] : []),
    ...(named(category) ? [`Категория ${quoted(category)}.`] : []),
  ];
  return parts.length === 0 ? [] : [paragraph(parts.join(' '), { keepWithNext: true })];
}

/** A missing text is visible in a draft and blocks issuing (`gapsOf`); where none is needed, nothing stands for it. */
function spoken(word: string, text: string | undefined, question: Question): Block[] {
  if (!isBlank(text)) return [heading(3, word), ...prose(text)];
  return needsMinutes(question)
    ? [heading(3, word), paragraph([{ text: '[текст не заполнен]', italic: true }])]
    : [];
}
