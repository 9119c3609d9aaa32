import { bounds } from '../bounds.ts';
import { amendedPlan } from '../drafts.ts';
import { keepsEdition } from '../editions.ts';
import { fault } from '../fault.ts';
import { planFaults, questionFaults, unlessFaulty } from '../plan/check-plan.ts';
import { refuse, refuseFields } from '../refusal.ts';
import { isPresent, isWrittenProcedure, openRounds, questionOf, seatOf } from '../session.ts';
import { quorumOf } from '../counting/quorum.ts';
import {
  findQuestion,
  findSeat,
  isRefused,
  needsOpenSession,
  needsPresiding,
  needsTime,
  needsUnclosedSession,
  type Handlers,
} from './handler.ts';

/** Rules 1.1–1.7, 2.4, 11.5: from convening to closing or cancelling. */
export const sessionLife: Handlers<
  | 'amend-session'
  | 'add-question'
  | 'open-session'
  | 'adjourn-session'
  | 'close-session'
  | 'cancel-session'
  | 'drop-question'
  | 'pass-chair'
  | 'extend-deadline'
> = {
  'amend-session': ({ session, command: { changes } }) => {
    if (session.status !== 'convened')
      return refuse('not-allowed-by-rules', 'opening has frozen roll, nominees and rule set (rule 1.3)');
    if (!keepsEdition(session, changes)) return refuseFields('invalid', fault('changes.edition', 'edition'));
    return (
      unlessFaulty(planFaults(amendedPlan(session, changes)), 'changes') ?? [
        { type: 'session-amended', changes },
      ]
    );
  },
  'add-question': ({ session, command: { question } }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    if (questionOf(session, question.questionId))
      return refuseFields('invalid', fault('question.questionId', 'repeated'));
    if (session.questions.length >= bounds.questions)
      return refuseFields('too-large', fault('question', 'too-many', { most: bounds.questions }));
    const presiding = seatOf(session, session.presidingId);
    return (
      unlessFaulty(questionFaults(question, session.ruleSet, presiding, session.form), 'question') ?? [
        { type: 'question-added', question },
      ]
    );
  },
  'open-session': ({ session, surroundings }) => {
    if (session.status === 'open') return refuse('not-allowed-by-rules', 'the session is open already');
    const late = needsTime(session, surroundings);
    if (late) return late;
    const quorum = quorumOf(session);
    if (!quorum.stands && !isWrittenProcedure(session))
      return refuse(
        'no-quorum',
        `${quorum.present} of ${quorum.base} are present, ${quorum.needed} are needed`,
      );
    return needsPresiding(session) ?? [{ type: 'session-opened' }];
  },
  'adjourn-session': ({ session, command: { reason } }) =>
    needsOpenSession(session) ??
    (openRounds(session).length > 0
      ? refuse('round-open', 'close the open round first')
      : [{ type: 'session-adjourned', reason }]),
  'close-session': ({ session }) =>
    needsOpenSession(session) ??
    (openRounds(session).length > 0
      ? refuse('round-open', 'close the open round first')
      : [{ type: 'session-closed' }]),
  'cancel-session': ({ session, command: { reason } }) =>
    session.status === 'convened'
      ? [{ type: 'session-cancelled', reason }]
      : refuse('not-allowed-by-rules', 'only a session that has not opened is cancelled (rule 1.6)'),
  'drop-question': ({ session, command: { questionId, reason } }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    if (question.rounds.length > 0)
      return refuse('not-allowed-by-rules', 'the question has been put to the vote (rule 1.7)');
    return question.result.status === 'undecided'
      ? [{ type: 'question-dropped', questionId, reason }]
      : refuse('not-allowed-by-rules', `the question is decided: ${question.result.status}`);
  },
  'pass-chair': ({ session, command: { memberId } }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    if (openRounds(session).length > 0)
      return refuse('round-open', 'the chair does not pass while a round is open');
    const seat = findSeat(session, memberId);
    if (isRefused(seat)) return seat;
    if (memberId === session.presidingId)
      return refuse('not-allowed-by-rules', 'this member presides already');
    return session.status === 'open' && !isPresent(seat) && !isWrittenProcedure(session)
      ? refuse('not-present', 'only somebody present can preside')
      : [{ type: 'chair-passed', memberId }];
  },
  'extend-deadline': ({ session, command: { moment, document }, surroundings }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    if (moment <= surroundings.now) return refuseFields('out-of-range', fault('moment', 'past'));
    return [{ type: 'deadline-extended', moment, document }];
  },
};
