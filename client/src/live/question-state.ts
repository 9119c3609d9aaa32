import { cameTo } from '@open-ballot/shared/rules/showing/came-to';
import type { Question, Round, Session } from '@open-ballot/shared/rules/session';

export const openRoundOf = (question: Question): Round | undefined =>
  question.rounds.find((round) => round.status === 'open');

/** The round people talk about: the open one, else the latest, be it annulled. */
export const lastRoundOf = (question: Question): Round | undefined =>
  openRoundOf(question) ?? question.rounds.at(-1);

/** The question whose round closed last. */
export const lastVotedOn = (session: Session): Question | undefined =>
  session.questions
    .filter((question) => closedAt(question) !== '')
    .toSorted((a, b) => (closedAt(a) < closedAt(b) ? -1 : 1))
    .at(-1);

const closedAt = (question: Question): string => lastRoundOf(question)?.closedAt ?? '';

/**
 * The question that a screen with room for one shows: the one being voted on, else the one whose round closed
 * last, else the first that waits.
 */
export const currentQuestion = (session: Session): Question | undefined =>
  session.questions.find(openRoundOf) ?? lastVotedOn(session) ?? session.questions[0];

/** The first question on the agenda that may be voted on, so far as nobody is awaited: what comes next. */
export const nextQuestion = (session: Session): Question | undefined =>
  session.questions.find((question) =>
    ['waiting', 'annulled', 'no-quorum', 'next-round'].includes(cameTo(session, question).state),
  );

/** What a question is called on a screen with little room: its nomination with the category, else its title. */
export const headingOf = ({ nomination, category, title }: Question): string =>
  nomination === undefined ? title : category === undefined ? nomination : `${nomination} · ${category}`;
