import {
  changeQuestion,
  changeRound,
  conclude,
  earlierWinsIn,
  reopened,
  settle,
  settleAll,
} from './closing.ts';
import { recuse, restand, takeBallot } from './counting/counted-ballots.ts';
import { amendedPlan, amendedQuestion, amendedSeat, freshQuestion, freshSeat } from './drafts.ts';
import { actorOf, eventOf, type JournalEntry, type SessionEvent } from './events.ts';
import { allPlaces } from './counting/places.ts';
import { nextRound, standingOf } from './rounds.ts';
import { emptyTally } from './counting/tally.ts';
import type { Digest } from './counting/ties.ts';
import {
  questionOf,
  roundOf,
  seatOf,
  type Question,
  type Round,
  type SealedFact,
  type Seat,
  type Session,
} from './session.ts';

/**
 * Applies one entry. Never refuses: what is in the journal has already happened. An entry whose hidden part
 * is not at hand leaves its mark in `Round.sealed`; `reveal` makes up for it (rule 10.4).
 * `digest` is SHA-256 in hex, for the lot of rule 7.3.
 */
export function evolve(session: Session | undefined, entry: JournalEntry, digest: Digest): Session {
  const event = eventOf(entry);
  if (event.type === 'session-convened') return convened(event, entry);
  if (!session) throw new TypeError('a journal begins with session-convened');
  return evolvers[event.type](session, event as never, entry, digest);
}

/** The session that a whole journal tells of. */
export function replay(entries: Iterable<JournalEntry>, digest: Digest): Session {
  let session: Session | undefined;
  for (const entry of entries) session = evolve(session, entry, digest);
  if (!session) throw new TypeError('a journal has at least one entry');
  return session;
}

type Evolver<Type extends SessionEvent['type']> = (
  session: Session,
  event: Extract<SessionEvent, { type: Type }>,
  entry: JournalEntry,
  digest: Digest,
) => Session;

function convened(event: Extract<SessionEvent, { type: 'session-convened' }>, entry: JournalEntry): Session {
  const { type: _type, roll, questions, ...plan } = event;
  return {
    ...plan,
    sessionId: entry.sessionId,
    status: 'convened',
    roll: roll.map(freshSeat),
    questions: questions.map(freshQuestion),
    openings: [],
    presided: [{ memberId: plan.presidingId, from: entry.position }],
    deadlineDocuments: [],
    protocols: [],
  };
}

const evolvers: { readonly [Type in Exclude<SessionEvent['type'], 'session-convened'>]: Evolver<Type> } = {
  'session-amended': (session, { changes }, { position }) => {
    const { roll, questions, ...plan } = changes;
    const presidingId = plan.presidingId ?? session.presidingId;
    return {
      ...amendedPlan(session, plan),
      presided:
        presidingId === session.presidingId ? session.presided : [{ memberId: presidingId, from: position }],
      roll: roll ? roll.map((seat) => amendedSeat(seat, seatOf(session, seat.memberId))) : session.roll,
      questions: questions
        ? questions.map((draft) => amendedQuestion(draft, questionOf(session, draft.questionId)))
        : session.questions,
    };
  },
  'question-added': (session, { question }) => ({
    ...session,
    questions: [...session.questions, freshQuestion(question)],
  }),
  // Where the closing alone ended the wait for a runoff, the session open again may hold it (rules 1.4, 4.4).
  'session-opened': (session, _event, { recordedAt }, digest) =>
    settleAll(
      {
        ...session,
        status: 'open',
        openings: [...session.openings, { at: recordedAt, what: 'opened' }],
        questions: session.questions.map((each) =>
          each.result.status === 'no-winner' ? reopened(each) : each,
        ),
      },
      digest,
    ),
  // Attendance is taken anew when the session opens again (rule 1.4).
  'session-adjourned': (session, { reason }, { recordedAt }) => ({
    ...session,
    status: 'adjourned',
    openings: [...session.openings, { at: recordedAt, what: 'adjourned', reason }],
    roll: session.roll.map(({ reason: _reason, ...seat }) => ({ ...seat, attendance: 'expected' })),
  }),
  'session-closed': (session, _event, { recordedAt }, digest) =>
    settleAll(
      { ...session, status: 'closed', openings: [...session.openings, { at: recordedAt, what: 'closed' }] },
      digest,
    ),
  'session-cancelled': (session, { reason }, { recordedAt }) => ({
    ...session,
    status: 'cancelled',
    openings: [...session.openings, { at: recordedAt, what: 'cancelled', reason }],
  }),
  'attendance-marked': (session, { memberId, attendance, reason }) =>
    restand(
      changeSeat(session, memberId, ({ reason: _before, ...seat }) => ({
        ...seat,
        attendance,
        ...(reason !== undefined && { reason }),
      })),
    ),
  'chair-passed': (session, { memberId }, { position }) => ({
    ...session,
    presidingId: memberId,
    presided: [...session.presided, { memberId, from: position }],
  }),
  'substitute-appointed': (session, { memberId, name, mandate }) =>
    changeSeat(session, memberId, (seat) => ({ ...seat, substitute: { name, mandate } })),
  'round-opened': (session, event, { recordedAt, position }, digest) => {
    const question = questionOf(session, event.questionId);
    if (!question) return session;
    const { type: _type, questionId, ...opened } = event;
    const standing = standingOf(session, question, new Set());
    const next = nextRound(session, question, digest);
    const round: Omit<Round, 'tally'> = {
      ...opened,
      ...standing,
      openPlaces: next?.openPlaces ?? allPlaces(question),
      ...priorScoresIn(question, opened),
      ...(next?.repeatsRunoff && { repeatsRunoff: true }),
      ...(next?.repeatsNext && { repeatsNext: true }),
      presidingId: session.presidingId,
      status: 'open',
      openedAt: recordedAt,
      openedPosition: position,
      ballots: [],
      sealed: [],
      tieBreaking: { castingVotes: [], lots: [], declined: [] },
    };
    const rounds = [...question.rounds, { ...round, tally: emptyTally(round, session.ruleSet.visibility) }];
    return settle(changeQuestion(session, { ...question, rounds }), questionId, digest);
  },
  'ballot-cast': (session, event, entry) => takeBallot(session, event, 'own', entry),
  'ballot-entered': (session, event, entry) => takeBallot(session, event, event.basis, entry),
  'round-closed': (session, event, entry, digest) => {
    const found = roundOf(session, event.roundId);
    if (!found) return session;
    const { question, round } = found;
    const closed: Round = {
      ...round,
      status: 'closed',
      closedAt: entry.recordedAt,
      closedBy: event.by,
      effectiveAt: event.effectiveAt,
      closedPosition: entry.position,
      closedHash: entry.hash,
      entitled: event.entitled,
      present: event.present,
      recused: event.recused,
      substituted: event.substituted,
      quorumStood: event.quorumStood,
    };
    const frozen = { ...closed, earlierWins: earlierWinsIn(session, question, closed) };
    return conclude(
      changeRound(session, question.questionId, frozen),
      question.questionId,
      frozen.roundId,
      digest,
    );
  },
  'round-annulment-requested': (session, { roundId, ground, reason }, entry) =>
    inRound(session, roundId, (round) => ({
      ...round,
      annulment: { requestedBy: actorOf(entry) ?? '', ground, reason },
    })),
  'round-annulled': (session, { roundId }, entry, digest) => {
    const annulled = inRound(session, roundId, (round) => ({
      ...round,
      status: 'annulled',
      ...(round.annulment && { annulment: { ...round.annulment, confirmedBy: actorOf(entry) ?? '' } }),
    }));
    const question = roundOf(annulled, roundId)?.question;
    return question
      ? settle(changeQuestion(annulled, reopened(question)), question.questionId, digest)
      : annulled;
  },
  'question-voided': (session, { questionId, reason }) =>
    inQuestion(session, questionId, (question) => ({
      ...question,
      voidReason: reason,
      result: { status: 'void', winners: [], notAwarded: 0 },
    })),
  'question-dropped': (session, { questionId, reason }) =>
    inQuestion(session, questionId, (question) => ({
      ...question,
      dropReason: reason,
      result: { status: 'dropped', winners: [], notAwarded: 0 },
    })),
  'nominee-withdrawn': (session, { questionId, nomineeId }, _entry, digest) =>
    settle(
      inQuestion(session, questionId, (question) => ({
        ...question,
        nominees: question.nominees.map((each) =>
          each.nomineeId === nomineeId ? { ...each, withdrawn: true } : each,
        ),
      })),
      questionId,
      digest,
    ),
  'member-recused': (session, { questionId, memberId }, entry) => {
    const question = questionOf(session, questionId);
    if (!question) return session;
    const open = question.rounds.find((each) => each.status === 'open');
    const mark: SealedFact | undefined = entry.event.sealed
      ? {
          position: entry.position,
          type: 'member-recused',
          opened: memberId !== undefined,
          ...(memberId !== undefined && { memberId }),
        }
      : undefined;
    const marked =
      open && mark ? changeRound(session, questionId, { ...open, sealed: [...open.sealed, mark] }) : session;
    return memberId === undefined ? marked : recuse(marked, questionId, memberId);
  },
  'recusal-explained': (session, { questionId, memberId, reason, document }) =>
    inQuestion(session, questionId, (question) => ({
      ...question,
      recused: question.recused.map((each) =>
        each.memberId === memberId
          ? { ...each, ...(reason !== undefined && { reason }), ...(document !== undefined && { document }) }
          : each,
      ),
    })),
  'casting-vote-given': (session, event, _entry, digest) => {
    const { type: _type, roundId, ...given } = event;
    return inTie(session, roundId, digest, (round) => ({
      ...round.tieBreaking,
      castingVotes: [...round.tieBreaking.castingVotes, { ...given, among: round.outcome?.among ?? [] }],
    }));
  },
  'tie-breaker-declined': (session, { roundId, tieBreaker }, _entry, digest) =>
    inTie(session, roundId, digest, (round) => ({
      ...round.tieBreaking,
      declined: [...round.tieBreaking.declined, { tieBreaker, among: round.outcome?.among ?? [] }],
    })),
  'lot-recorded': (session, { roundId, nomineeIds, witnesses }, _entry, digest) =>
    inTie(session, roundId, digest, (round) => ({
      ...round.tieBreaking,
      lots: [...round.tieBreaking.lots, { nomineeIds, witnesses, among: round.outcome?.among ?? [] }],
    })),
  'minutes-noted': (session, event, { position }) => {
    const { type: _type, questionId, ...noted } = event;
    return inQuestion(session, questionId, (question) => ({
      ...question,
      minutes: { ...question.minutes, ...noted, position },
    }));
  },
  'dissent-filed': (session, { questionId, memberId, text }, { position }) =>
    inQuestion(session, questionId, (question) => ({
      ...question,
      dissents: [
        ...(question.dissents ?? []).filter((each) => each.memberId !== memberId),
        { memberId, text, position },
      ],
    })),
  'deadline-extended': (session, { moment, document }) => ({
    ...session,
    deadline: moment,
    deadlineDocuments: [...session.deadlineDocuments, { moment, document }],
  }),
  'protocol-issued': (session, event, { position, recordedAt }) => {
    const { type: _type, ...issued } = event;
    const protocol = { ...issued, position, issuedAt: recordedAt, signatures: [], attachments: [] };
    return { ...session, protocols: [...session.protocols, protocol] };
  },
  'protocol-signed': (session, { version, role }, entry) => ({
    ...session,
    protocols: session.protocols.map((each) =>
      each.version === version
        ? {
            ...each,
            signatures: [...each.signatures, { actor: actorOf(entry) ?? '', role, at: entry.recordedAt }],
          }
        : each,
    ),
  }),
  'signature-attached': (session, { version, fileName, sha256 }) => ({
    ...session,
    protocols: session.protocols.map((each) =>
      each.version === version ? { ...each, attachments: [...each.attachments, { fileName, sha256 }] } : each,
    ),
  }),
};

const changeSeat = (session: Session, memberId: string, change: (seat: Seat) => Seat): Session => ({
  ...session,
  roll: session.roll.map((seat) => (seat.memberId === memberId ? change(seat) : seat)),
});

function inQuestion(session: Session, questionId: string, change: (question: Question) => Question): Session {
  const question = questionOf(session, questionId);
  return question ? changeQuestion(session, change(question)) : session;
}

function inRound(session: Session, roundId: string, change: (round: Round) => Round): Session {
  const found = roundOf(session, roundId);
  return found ? changeRound(session, found.question.questionId, change(found.round)) : session;
}

function inTie(
  session: Session,
  roundId: string,
  digest: Digest,
  change: (round: Round) => Round['tieBreaking'],
): Session {
  const found = roundOf(session, roundId);
  if (!found) return session;
  const { question, round } = found;
  const told = changeRound(session, question.questionId, { ...round, tieBreaking: change(round) });
  return conclude(told, question.questionId, roundId, digest);
}

/** Of a round that counts what was brought from before: a runoff of points is a choice, and does not (rule 5.8). */
function priorScoresIn(
  { nominees }: Question,
  { parameters, nomineeIds }: Pick<Round, 'parameters' | 'nomineeIds'>,
): Pick<Round, 'priorScores'> {
  if (!parameters.carry) return {};
  const known = nominees.flatMap(({ nomineeId, priorScore }) =>
    priorScore !== undefined && nomineeIds.includes(nomineeId) ? [[nomineeId, priorScore] as const] : [],
  );
  return { priorScores: Object.fromEntries(known) };
}
