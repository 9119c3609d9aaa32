import { fault } from '../fault.ts';
import { refuse, refuseFields } from '../refusal.ts';
import { seatOf } from '../session.ts';
import {
  findQuestion,
  findSeat,
  isRefused,
  needsAttendance,
  needsUnclosedSession,
  type Handlers,
} from './handler.ts';

/** Rules 2 and 8.1–8.3: who is here, who stands aside, who sits in for whom. */
export const attendance: Handlers<'mark-attendance' | 'check-in' | 'appoint-substitute' | 'recuse'> = {
  'mark-attendance': ({ session, command: { memberId, attendance: marked, reason } }) => {
    const refused = needsUnclosedSession(session) ?? needsAttendance(session);
    if (refused) return refused;
    const seat = findSeat(session, memberId);
    if (isRefused(seat)) return seat;
    return [
      { type: 'attendance-marked', memberId, attendance: marked, ...(reason !== undefined && { reason }) },
    ];
  },
  'check-in': ({ session, command, authorised: { actor } }) => {
    const refused = needsUnclosedSession(session) ?? needsAttendance(session);
    if (refused) return refused;
    return session.ruleSet.selfCheckIn
      ? [{ type: 'attendance-marked', memberId: actor, attendance: command.attendance }]
      : refuse('not-allowed-by-rules', 'the secretary marks who is present');
  },
  'appoint-substitute': ({ session, command: { memberId, name, mandate } }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    if (!session.ruleSet.substitutes)
      return refuse('not-allowed-by-rules', 'the rule set has no substitutes');
    const seat = findSeat(session, memberId);
    if (isRefused(seat)) return seat;
    if (seat.substitute) return refuse('not-allowed-by-rules', 'the seat has a substitute already');
    if (session.roll.some((each) => each.name === name || each.substitute?.name === name))
      return refuseFields('not-allowed-by-rules', fault('name', 'on-roll'));
    const voted = session.questions.some(({ rounds }) =>
      rounds.some(
        (round) => round.status === 'open' && round.ballots.some((each) => each.memberId === memberId),
      ),
    );
    return voted
      ? refuse('round-open', 'the seat has voted in the open round')
      : [{ type: 'substitute-appointed', memberId, name, mandate }];
  },
  recuse: ({ session, command, caller, authorised }) => {
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    const question = findQuestion(session, command.questionId);
    if (isRefused(question)) return question;
    const isOwn = authorised.as === 'own-seat';
    if (isOwn && command.memberId !== undefined && command.memberId !== caller.memberId)
      return refuseFields('forbidden', fault('memberId', 'not-offered'));
    const memberId = isOwn ? caller.memberId : command.memberId;
    if (memberId === undefined) return refuseFields('invalid', fault('memberId', 'missing'));
    const seat = findSeat(session, memberId);
    if (isRefused(seat)) return seat;
    const open = question.rounds.find((each) => each.status === 'open');
    if (!isOwn && open) return refuse('round-open', 'only members themselves recuse while a round is open');
    if (!isOwn && !command.document) return refuseFields('invalid', fault('document', 'missing'));
    if (question.recused.some((each) => each.memberId === memberId))
      return refuse('recused', 'the member is recused already');
    if (question.result.status !== 'undecided') return refuse('round-not-open', 'the question is decided');
    if (open && seatOf(session, session.presidingId)?.memberId === memberId)
      return refuse('presiding-recused', 'pass the chair before the round opens');
    const { questionId, reason, document } = command;
    return [
      { type: 'member-recused', questionId, memberId },
      {
        type: 'recusal-explained',
        questionId,
        memberId,
        reason,
        ...(document !== undefined && { document }),
      },
    ];
  },
};
