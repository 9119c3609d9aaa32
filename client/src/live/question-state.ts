import type { Question, Round, Session } from '@open-ballot/shared/rules/session';

/** How a question stands, in one word for an agenda. */
export type QuestionState = 'waiting' | 'open' | 'tied' | Exclude<Question['result']['status'], 'undecided'>;

export function questionState(question: Question): QuestionState {
  if (openRoundOf(question)) return 'open';
  if (question.result.status !== 'undecided') return question.result.status;
  return lastRoundOf(question)?.outcome?.kind === 'tied' ? 'tied' : 'waiting';
}

export const openRoundOf = (question: Question): Round | undefined =>
  question.rounds.find((round) => round.status === 'open');

/** The round people talk about: the open one, else the last that was not annulled. */
export const lastRoundOf = (question: Question): Round | undefined =>
  openRoundOf(question) ?? question.rounds.findLast((round) => round.status === 'closed');

/**
 * The question that a screen with room for one shows: the one being voted on, else the one whose round closed
 * last, else the first that waits.
 */
export function currentQuestion(session: Session): Question | undefined {
  const open = session.questions.find(openRoundOf);
  if (open) return open;
  const closed = session.questions
    .filter((question) => lastRoundOf(question)?.closedAt !== undefined)
    .toSorted((a, b) => (closedAt(a) < closedAt(b) ? -1 : 1))
    .at(-1);
  return closed ?? session.questions[0];
}

const closedAt = (question: Question): string => lastRoundOf(question)?.closedAt ?? '';

/** The first question on the agenda without a result and without a round: what comes next. */
export const nextQuestion = (session: Session): Question | undefined =>
  session.questions.find((question) => questionState(question) === 'waiting');

/** What a question is called on a screen with little room: its nomination with the category, else its title. */
export const headingOf = ({ nomination, category, title }: Question): string =>
  nomination === undefined ? title : category === undefined ? nomination : `${nomination} · ${category}`;
