import fc from 'fast-check';
import type { Caller, CommandType, SessionCommand } from '../rules/commands.ts';
import {
  isWrittenProcedure,
  openRounds,
  type Ballot,
  type Round,
  type SessionPlan,
} from '../rules/session.ts';
import { plans, plansForRunoffs } from './generated-plan.ts';
import { LivedSession, member, secretary } from './lived-session.ts';

/** What somebody tries next. The numbers choose among whatever there is by then. */
export interface Step {
  readonly type: CommandType | 'wait' | 'vote' | 'break-tie' | 'annul';
  readonly numbers: readonly number[];
}

const frequencies: Readonly<Partial<Record<Step['type'], number>>> = {
  vote: 25,
  'break-tie': 15,
  annul: 5,
  'cast-ballot': 15,
  'open-round': 5,
  'close-round': 5,
  'enter-ballot': 4,
  'mark-attendance': 4,
  recuse: 2,
  'record-lot': 1,
  'give-casting-vote': 1,
  'decline-tie-breaker': 1,
  'annul-round': 2,
  'confirm-annulment': 2,
  'withdraw-nominee': 2,
  'declare-void': 1,
  'drop-question': 1,
  'cancel-session': 1,
  'pass-chair': 1,
  'appoint-substitute': 1,
  'check-in': 1,
  'adjourn-session': 1,
  'close-session': 1,
  'open-session': 2,
  'note-minutes': 1,
  'file-dissent': 1,
  'extend-deadline': 1,
  wait: 1,
};

const stepsOf = (weights: Readonly<Partial<Record<Step['type'], number>>>): fc.Arbitrary<Step> =>
  fc.record({
    type: fc.oneof(
      ...Object.entries(weights).map(([type, weight]) => ({
        weight,
        arbitrary: fc.constant(type as Step['type']),
      })),
    ),
    numbers: fc.array(fc.nat(11), { minLength: 8, maxLength: 8 }),
  });

export interface Story {
  readonly plan: SessionPlan;
  readonly steps: readonly Step[];
}

export const stories: fc.Arbitrary<Story> = fc.record({
  plan: plans,
  steps: fc.array(stepsOf(frequencies), { minLength: 4, maxLength: 30, size: 'max' }),
});

/** Votes upon votes: whatever follows from a tie, an annulment and a withdrawal among the rounds of few questions. */
export const storiesOfRounds: fc.Arbitrary<Story> = fc.record({
  plan: plansForRunoffs,
  steps: fc.array(
    stepsOf({
      vote: 14,
      'break-tie': 2,
      annul: 2,
      'withdraw-nominee': 1,
      'mark-attendance': 1,
      'close-session': 1,
    }),
    { minLength: 3, maxLength: 9, size: 'max' },
  ),
});

/** How long a round of a written procedure may last here. */
const writtenMinutes = 12;

/** Lives a story from a full hall on, or from the opening of a written procedure; refusals are part of it. `after` looks at the session after every step. */
export function live(
  { plan, steps }: Story,
  after: (session: LivedSession) => void = () => undefined,
): LivedSession {
  const session = new LivedSession(plan);
  const isWritten = isWrittenProcedure(session.session);
  (isWritten ? session : session.arrive()).open();
  after(session);
  const attempt = (type: CommandType, numbers: readonly number[]): void => {
    const { command, by } = commandOf(session, type, numbers);
    session.attempt(command, by);
    after(session);
  };
  for (const { type, numbers } of steps) {
    if (type === 'wait') after(session.tick(numbers[0]! === 0 ? 86_400 : numbers[1]! * 10));
    else if (type === 'vote') {
      attempt('open-round', numbers);
      for (const [seat, { votes }] of session.session.roll.entries())
        if (votes && numbers[seat]! < 11)
          attempt('cast-ballot', [
            seat,
            ...numbers.slice(1).map((each) => (each + (numbers[0]! + 1) * seat) % 12),
          ]);
      attempt('close-round', numbers);
      if (isWritten) after(session.tick(writtenMinutes * 60));
    } else if (type === 'annul') {
      attempt('annul-round', [0, 0, 0, 0, ...numbers]);
      attempt('confirm-annulment', [0, 0, 0, 1, ...numbers]);
    } else if (type === 'break-tie') attempt(whatIsAwaited(session) ?? 'open-round', numbers);
    else attempt(type, numbers);
  }
  return session;
}

function whatIsAwaited({ session }: LivedSession): CommandType | undefined {
  const rounds = session.questions.flatMap((each) => each.rounds);
  const awaiting = rounds.findLast((each) => each.status === 'closed' && each.outcome?.awaiting)?.outcome
    ?.awaiting;
  return (
    awaiting &&
    ({ 'casting-vote': 'give-casting-vote', 'lot-by-hand': 'record-lot', runoff: 'open-round' } as const)[
      awaiting
    ]
  );
}

const pick = <Item>(items: readonly Item[], number: number): Item => items[number % items.length]!;

function commandOf(
  lived: LivedSession,
  type: CommandType,
  numbers: readonly number[],
): { command: SessionCommand; by: Caller } {
  const { session } = lived;
  const [n0, n1, n2, n3] = numbers as [number, number, number, number];
  const { memberId } = pick(session.roll, n0);
  const { questionId, nominees: listed, minutes } = pick(session.questions, n1);
  const rounds = session.questions.flatMap((each) => each.rounds);
  const round = pick([...openRounds(session).map((each) => each.round), ...rounds.slice(-1)], n1);
  const last =
    rounds.findLast((each) => each.status === 'closed' && each.outcome?.awaiting) ?? pick(rounds, n1);
  const roundId = round?.roundId ?? 'none';
  const lastId = last?.roundId ?? 'none';
  const nomineeId = listed.length > 0 ? pick(listed, n2).nomineeId : 'none';
  const officer = n3 % 2 === 0 ? secretary : member(session.presidingId);
  const own = round?.ballots.find((each) => each.memberId === memberId)?.position ?? null;
  const ballot = round ? ballotFor(round, numbers.slice(2)) : ({ choice: 'for' } as const);
  const tied = last?.outcome?.among ?? [];
  switch (type) {
    case 'cast-ballot':
      return { command: { type, roundId, ballot, replaces: n3 === 0 ? null : own }, by: member(memberId) };
    case 'enter-ballot':
      return {
        command: {
          type,
          roundId,
          memberId,
          ballot,
          basis: n3 % 2 === 0 ? 'by-hand' : 'written',
          document: '7',
        },
        by: secretary,
      };
    case 'open-round':
      return { command: { type, questionId, ...endOf(lived, n0, n3) }, by: officer };
    case 'close-round':
      return { command: { type, roundId }, by: officer };
    case 'annul-round':
      return { command: { type, roundId: lastId, ground: 'breach', reason: 'x' }, by: officer };
    case 'confirm-annulment':
      return { command: { type, roundId: lastId }, by: officer };
    case 'decline-tie-breaker':
      return { command: { type, roundId: lastId }, by: officer };
    case 'record-lot':
      return {
        command: {
          type,
          roundId: lastId,
          nomineeIds: n3 % 2 === 0 ? tied : tied.toReversed(),
          witnesses: 'W',
        },
        by: secretary,
      };
    case 'give-casting-vote': {
      const choice = n2 % 2 === 0 ? 'for' : 'against';
      const side = tied.length > 0 ? { nomineeId: pick(tied, n2) } : ({ choice } as const);
      return { command: { type, roundId: lastId, ...side }, by: member(session.presidingId) };
    }
    case 'mark-attendance': {
      const attendance = pick(['left', 'absent', 'in-person', 'remote', 'expected'] as const, n2);
      return {
        command: { type, memberId, attendance, ...(attendance === 'absent' && { reason: 'ill' }) },
        by: secretary,
      };
    }
    case 'check-in':
      return { command: { type, attendance: 'remote' }, by: member(memberId) };
    case 'pass-chair':
      return { command: { type, memberId }, by: officer };
    case 'recuse':
      return n3 % 3 === 0
        ? { command: { type, questionId, memberId, reason: 'kin', document: '7' }, by: secretary }
        : { command: { type, questionId, reason: 'kin' }, by: member(memberId) };
    case 'appoint-substitute':
      return {
        command: { type, memberId, name: `Substitute ${n2 % 3}`, accountLogin: 'x', mandate: '7' },
        by: secretary,
      };
    case 'withdraw-nominee':
      return { command: { type, questionId, nomineeId, reason: 'x' }, by: secretary };
    case 'drop-question':
      return { command: { type, questionId, reason: 'x' }, by: secretary };
    case 'cancel-session':
      return { command: { type, reason: 'x' }, by: secretary };
    case 'declare-void':
      return { command: { type, questionId, reason: 'x' }, by: secretary };
    case 'note-minutes':
      return {
        command: {
          type,
          questionId,
          edits: n3 === 0 ? 1 : (minutes?.position ?? null),
          reported: `text ${n2}`,
        },
        by: secretary,
      };
    case 'file-dissent':
      return { command: { type, questionId, text: 'no' }, by: member(memberId) };
    case 'extend-deadline':
      return { command: { type, moment: '2021-07-03T00:00:00.000Z', document: '7' }, by: secretary };
    case 'adjourn-session':
      return { command: { type, reason: 'night' }, by: officer };
    default:
      return { command: { type } as SessionCommand, by: officer };
  }
}

/** Some rounds have an end of their own; of a written procedure the most. */
function endOf(
  { now, session }: LivedSession,
  n0: number,
  n3: number,
): { seconds?: number; closesAt?: string } {
  if (!isWrittenProcedure(session)) return n3 === 0 ? { seconds: 20 } : {};
  const minutes = 1 + (n0 % writtenMinutes);
  return n3 === 0 ? {} : { closesAt: new Date(Date.parse(now) + minutes * 60_000).toISOString() };
}

/** Mostly a ballot that the round takes; now and then one that it must refuse. */
function ballotFor({ ballotKind, nomineeIds, parameters }: Round, numbers: readonly number[]): Ballot {
  const [n0, n1, n2] = numbers as [number, number, number];
  if (n0 === 11) return { choice: 'abstain' };
  const turned = nomineeIds.map((_, index) => pick(nomineeIds, index + n1));
  const some = turned.slice(0, Math.max(1, n2 % (turned.length + 1)));
  switch (ballotKind) {
    case 'motion':
      return { choice: pick(['for', 'against'] as const, n1) };
    case 'approval': {
      const answered = parameters.partial ? some : turned;
      return {
        answers: Object.fromEntries(
          answered.map((id, index) => [
            id,
            pick(['for', 'against', 'for', 'abstain'] as const, numbers[index + 1]!),
          ]),
        ),
      };
    }
    case 'choose':
      return n0 === 10 ? { choice: 'against-all' } : { nominees: some.slice(0, parameters.max ?? 1) };
    case 'rank':
      return {
        places: parameters.sumOfPlaces ? turned : turned.slice(0, parameters.partial ? 1 + (n2 % 2) : 2),
      };
    case 'score': {
      const scored = parameters.partial ? some : turned;
      const points = (index: number) => ({
        c: String(numbers[index + 1]! % 4),
        d: pick(['0', '0.5', '1'], numbers[index + 2]!),
      });
      return { scores: Object.fromEntries(scored.map((id, index) => [id, points(index)])) };
    }
  }
}
