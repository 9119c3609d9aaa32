import { binds } from '../editions.ts';
import { officeOf } from '../authority.ts';
import { quorumOf } from '../counting/quorum.ts';
import { bounds } from '../bounds.ts';
import { fault } from '../fault.ts';
import { awardsPlaces } from '../kinds/registry.ts';
import { refuse, refuseFields, type Refused } from '../refusal.ts';
import { nextRound } from '../rounds.ts';
import { isWrittenProcedure, openRounds, type Question, type Round, type Session } from '../session.ts';
import { closingFact } from './closing-fact.ts';
import {
  findQuestion,
  findRound,
  isRefused,
  needsOpenSession,
  needsPresiding,
  needsTime,
  needsUnclosedSession,
  type Handlers,
} from './handler.ts';

const daySeconds = 86_400;

const liveEntries = (question: Question): number =>
  question.nominees.filter((each) => !each.withdrawn).length;

const hasTooFewNominees = (question: Question): boolean =>
  awardsPlaces(question.kind) && liveEntries(question) < Math.max(1, question.minEntries ?? 1);

const after = (now: string, seconds: number): string =>
  // Arithmetic on a moment that was handed in; no clock is read.
  // eslint-disable-next-line no-restricted-globals
  new Date(Date.parse(now) + seconds * 1000).toISOString();

/** When the round ends by itself: after a duration, or at a moment that only a written procedure names (rules 1.8, 4.3). */
function endOf(
  session: Session,
  { seconds, closesAt }: { readonly seconds?: number; readonly closesAt?: string },
  now: string,
): { readonly closesAt?: string } | Refused {
  if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 1 || seconds > bounds.roundSeconds))
    return refuseFields('out-of-range', fault('seconds', 'whole', { least: 1, most: bounds.roundSeconds }));
  if (closesAt === undefined) return seconds === undefined ? {} : { closesAt: after(now, seconds) };
  if (!isWrittenProcedure(session))
    return refuseFields('not-allowed-by-rules', fault('closesAt', 'only-written'));
  if (seconds !== undefined) return refuseFields('invalid', fault('closesAt', 'two-ends'));
  return closesAt > now && closesAt <= after(now, bounds.writtenDays * daySeconds)
    ? { closesAt }
    : refuseFields('out-of-range', fault('closesAt', 'within-days', { most: bounds.writtenDays }));
}

/** Rules 4.1–4.5 and 9.2: opening, closing, annulling rounds; void questions and withdrawn nominees. */
export const rounds: Handlers<
  'open-round' | 'close-round' | 'annul-round' | 'confirm-annulment' | 'declare-void' | 'withdraw-nominee'
> = {
  'open-round': ({ session, command, surroundings, digest }) => {
    const { questionId } = command;
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    const refused = needsOpenSession(session) ?? needsTime(session, surroundings);
    if (refused) return refused;
    if (!session.ruleSet.parallelRounds && openRounds(session).length > 0)
      return refuse('another-round-open', 'one round at a time');
    if (question.rounds.some((each) => each.status === 'open'))
      return refuse('round-open', 'this question is being voted on');
    const absent = needsPresiding(session);
    if (absent) return absent;
    if (question.recused.some((each) => each.memberId === session.presidingId))
      return refuse('presiding-recused', 'the presiding member is recused: pass the chair first');
    const asksForEntries = question.rounds.length === 0 || !binds('entries-of-first-round', session);
    if (asksForEntries && hasTooFewNominees(question))
      return refuse(
        'too-few-nominees',
        `${liveEntries(question)} nominees, ${Math.max(1, question.minEntries ?? 1)} are needed`,
      );
    const end = endOf(session, command, surroundings.now);
    if (isRefused(end)) return end;
    const next = nextRound(session, question, digest);
    if (!next) return refuse('not-allowed-by-rules', whyNoRound(question));
    if (awardsPlaces(question.kind) && next.nomineeIds.length === 0)
      return refuse('too-few-nominees', 'no nominee of the round is left');
    const quorum = quorumOf(session, question);
    if (!quorum.stands && !isWrittenProcedure(session))
      return refuse(
        'no-quorum',
        `${quorum.present} of ${quorum.base} are present, ${quorum.needed} are needed`,
      );
    const { openPlaces: _open, repeatsRunoff: _runoff, repeatsNext: _next, ...opened } = next;
    return [{ type: 'round-opened', questionId, roundId: surroundings.freshId, ...opened, ...end }];
  },
  'close-round': ({ session, command: { roundId }, surroundings }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const { question, round } = found;
    if (round.status !== 'open') return refuse('round-not-open', `the round is ${round.status}`);
    if (isWrittenProcedure(session))
      return refuse('not-allowed-by-rules', 'a round of a written procedure closes at its end (rule 1.8)');
    return [closingFact(session, question, round, { by: 'hand', effectiveAt: surroundings.now })];
  },
  'annul-round': ({ session, command: { roundId, ground, reason } }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const refused = needsOpenSession(session) ?? mayBeAnnulled(session, found);
    if (refused) return refused;
    return found.round.annulment
      ? refuse('not-allowed-by-rules', 'an annulment has been asked for already')
      : [{ type: 'round-annulment-requested', roundId, ground, reason }];
  },
  'confirm-annulment': ({ session, command: { roundId }, caller, authorised }) => {
    const found = findRound(session, roundId);
    if (isRefused(found)) return found;
    const refused = needsOpenSession(session) ?? mayBeAnnulled(session, found);
    if (refused) return refused;
    const asked = found.round.annulment?.requestedBy;
    if (asked === undefined) return refuse('not-allowed-by-rules', 'nobody has asked for an annulment');
    const isSamePerson = asked === caller.memberId || asked === `secretary:${caller.secretaryId}`;
    return isSamePerson || officeOf(asked) === authorised.as
      ? refuse('forbidden', 'the other officer confirms (rule 9.2)')
      : [{ type: 'round-annulled', roundId }];
  },
  'declare-void': ({ session, command: { questionId, reason } }) => {
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    const refused = needsOpenSession(session);
    if (refused) return refused;
    if (question.rounds.some((each) => each.status === 'open'))
      return refuse('round-open', 'close the open round first');
    return question.result.status === 'undecided' && hasTooFewNominees(question)
      ? [{ type: 'question-voided', questionId, reason }]
      : refuse('not-allowed-by-rules', 'only a question with too few nominees is void (rule 4.2)');
  },
  'withdraw-nominee': ({ session, command: { questionId, nomineeId, reason } }) => {
    const question = findQuestion(session, questionId);
    if (isRefused(question)) return question;
    const closed = needsUnclosedSession(session);
    if (closed) return closed;
    if (question.rounds.some((each) => each.status === 'open'))
      return refuse('round-open', 'close the open round first');
    const nominee = question.nominees.find((each) => each.nomineeId === nomineeId);
    if (!nominee) return refuseFields('not-found', fault('nomineeId', 'not-there'));
    return nominee.withdrawn
      ? refuse('not-allowed-by-rules', 'the nominee has withdrawn already')
      : [{ type: 'nominee-withdrawn', questionId, nomineeId, reason }];
  },
};

function whyNoRound({ result, rounds: held }: Question): string {
  if (result.status !== 'undecided') return `the question is decided: ${result.status}`;
  const last = held.at(-1);
  if (last?.outcome?.awaiting) return `the tie awaits ${last.outcome.awaiting}`;
  return 'no further round follows from the last one; a closed round can be annulled and repeated (rule 9.2)';
}

/** Rules 6.6, 9.2: closed, and nothing that came later stands on it. */
function mayBeAnnulled(
  session: Session,
  { question, round }: { question: Question; round: Round },
): Refused | undefined {
  if (round.status === 'open') return refuse('round-open', 'close the round first');
  if (round.status === 'annulled') return refuse('round-not-open', 'the round is annulled already');
  const later = question.rounds.some((each) => each.number > round.number && each.status !== 'annulled');
  if (later) return refuse('relied-on', 'a later round of this question stands on it');
  const reliedOn = session.questions.some(({ rounds: others }) =>
    others.some(
      (each) =>
        each.status !== 'annulled' && each.earlierWins?.some((win) => win.questionId === question.questionId),
    ),
  );
  return reliedOn ? refuse('relied-on', 'a later question passed over its winner (rule 6.6)') : undefined;
}
