import { randomUUID } from 'node:crypto';
import type { Snapshot } from '@open-ballot/shared/contract/live';
import type { CommandType } from '@open-ballot/shared/rules/commands';
import { convened, done, request, sessionBody, type Person, type Process } from './stage.ts';

/** How far a session has come. */
export type Scene =
  'convened' | 'open' | 'voting' | 'decided' | 'annulling' | 'tied' | 'lot' | 'closed' | 'issued';

export interface Played {
  readonly sessionId: string;
  readonly roundId: string;
  readonly pdf: string;
}

export interface Cast {
  readonly secretary: Person;
  /** The first presides without a vote. */
  readonly members: readonly Person[];
  readonly substitute: Person;
}

/** A body that is recorded: by whom, and when. */
export interface Valid {
  readonly scene: Scene;
  readonly by: 'secretary' | 'chair' | 'member';
  /** Once recorded, the scene is over. */
  readonly ends?: true;
  readonly body: (played: Played) => Readonly<Record<string, unknown>>;
}

const ruleSet = {
  ties: ['casting-vote', 'lot-by-hand'],
  selfCheckIn: true,
  substitutes: true,
  absentee: true,
} as const;

const plan = (contestId: string, { members }: Cast) => {
  const body = sessionBody(contestId, members, { ...ruleSet, ties: [...ruleSet.ties] });
  const roll = body.roll.map((seat, at) => ({ ...seat, votes: at > 0 }));
  const thin = { questionId: 'thin', title: 'Т', wording: 'Т', kind: 'choose', minEntries: 5 };
  const lone = { ...thin, parameters: { min: 1, max: 1 }, nominees: [{ nomineeId: 'lone', name: 'Один' }] };
  return { ...body, roll, questions: [...body.questions, lone] };
};

/** Plays a new session up to a scene. */
export async function play(process: Process, contestId: string, cast: Cast, scene: Scene): Promise<Played> {
  const { secretary, members } = cast;
  const sessionId = await convened(process, secretary, plan(contestId, cast));
  const does = (command: object, by = secretary) => done(process, sessionId, command, by);
  const session = async () =>
    (await request<Snapshot>(process, 'GET', `/sessions/${sessionId}`, { as: secretary })).body.session;
  const roundId = async () => (await session()).questions[1]?.rounds.at(-1)?.roundId ?? 'none';
  const played = async (): Promise<Played> => ({
    sessionId,
    roundId: await roundId(),
    pdf: (await session()).protocols[0]?.files['pdf'] ?? '0'.repeat(64),
  });

  for (const [at] of members.entries()) {
    await does({ type: 'mark-attendance', memberId: `seat-${at + 1}`, attendance: 'in-person' });
  }
  if (scene === 'convened') return played();
  await does({ type: 'open-session' });
  if (scene === 'open') return played();
  await does({ type: 'open-round', questionId: 'choice' });
  if (scene === 'voting') return played();
  const round = { roundId: await roundId() };
  const isTied = scene === 'tied' || scene === 'lot';
  for (const [at, member] of members.slice(1).entries()) {
    const nominees = [isTied && at % 2 === 0 ? 'b' : 'a'];
    await does({ type: 'cast-ballot', ...round, ballot: { nominees }, replaces: null }, member);
  }
  await does({ type: 'close-round', ...round });
  if (scene === 'lot') await does({ type: 'decline-tie-breaker', ...round });
  if (scene === 'annulling') {
    await does({ type: 'annul-round', ...round, ground: 'breach', reason: 'Нарушение' });
  }
  if (scene !== 'closed' && scene !== 'issued') return played();
  for (const questionId of ['motion', 'choice', 'thin']) {
    await does({ type: 'note-minutes', questionId, edits: null, reported: 'Доклад', discussed: 'Обсудили' });
  }
  await does({ type: 'close-session' });
  if (scene === 'issued') await does({ type: 'issue-protocol' });
  return played();
}

const sheet = {
  title: 'Поздняя номинация',
  nomination: 'Номинация',
  category: 'Категория',
  wording: 'Оценить',
  kind: 'score',
  parameters: {
    criteria: [{ criterionId: 'c', title: 'Качество', min: '0', max: '10', step: '0.5', weight: '1' }],
    aggregate: 'mean',
    rounding: { at: 'total', digits: 2 },
  },
  places: { kind: 'ranked', counts: [1, 1] },
  minEntries: 1,
  nominees: [
    { nomineeId: 'x', name: 'МФЦ', region: 'Р', organisation: 'О', appliedAt: '2026-01-01T00:00:00.000Z' },
    { nomineeId: 'y', name: 'МФЦ', priorScore: '7.5' },
  ],
};

const reason = 'Причина';
const choose = { nominees: ['a'] };

/** One of each, complete by the compiler. */
export const validCommands = (contestId: string, cast: Cast): Record<CommandType, Valid> => ({
  'amend-session': {
    scene: 'convened',
    by: 'secretary',
    ends: true,
    body: () => {
      const { contestId: _, number: _number, ...changes } = plan(contestId, cast);
      return { changes: { ...changes, number: randomUUID().slice(0, 8), invited: ['Гость'] } };
    },
  },
  'add-question': {
    scene: 'open',
    by: 'secretary',
    body: () => ({ question: { ...sheet, questionId: randomUUID() } }),
  },
  'open-session': { scene: 'convened', by: 'chair', ends: true, body: () => ({}) },
  'adjourn-session': { scene: 'open', by: 'chair', ends: true, body: () => ({ reason }) },
  'close-session': { scene: 'open', by: 'secretary', ends: true, body: () => ({}) },
  'cancel-session': { scene: 'convened', by: 'secretary', ends: true, body: () => ({ reason }) },
  'mark-attendance': {
    scene: 'open',
    by: 'secretary',
    body: () => ({ memberId: 'seat-3', attendance: 'absent', reason }),
  },
  'check-in': { scene: 'convened', by: 'member', ends: true, body: () => ({ attendance: 'remote' }) },
  'pass-chair': { scene: 'open', by: 'chair', ends: true, body: () => ({ memberId: 'seat-2' }) },
  'open-round': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'choice', seconds: 600 }),
  },
  'close-round': { scene: 'voting', by: 'chair', ends: true, body: ({ roundId }) => ({ roundId }) },
  'annul-round': {
    scene: 'decided',
    by: 'secretary',
    ends: true,
    body: ({ roundId }) => ({ roundId, ground: 'miscount', reason }),
  },
  'confirm-annulment': { scene: 'annulling', by: 'chair', ends: true, body: ({ roundId }) => ({ roundId }) },
  'declare-void': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'thin', reason }),
  },
  'drop-question': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'motion', reason }),
  },
  'withdraw-nominee': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'choice', nomineeId: 'a', reason }),
  },
  'cast-ballot': {
    scene: 'voting',
    by: 'member',
    ends: true,
    body: ({ roundId }) => ({ roundId, ballot: choose, replaces: null }),
  },
  'enter-ballot': {
    scene: 'voting',
    by: 'secretary',
    ends: true,
    body: ({ roundId }) => ({
      roundId,
      memberId: 'seat-3',
      ballot: choose,
      basis: 'by-hand',
      document: 'Лист 1',
    }),
  },
  recuse: {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'choice', memberId: 'seat-4', reason, document: 'Заявление' }),
  },
  'appoint-substitute': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({
      memberId: 'seat-5',
      name: 'Замена',
      accountLogin: cast.substitute.login,
      mandate: 'Д-1',
    }),
  },
  'give-casting-vote': {
    scene: 'tied',
    by: 'chair',
    ends: true,
    body: ({ roundId }) => ({ roundId, nomineeId: 'a' }),
  },
  'decline-tie-breaker': {
    scene: 'tied',
    by: 'secretary',
    ends: true,
    body: ({ roundId }) => ({ roundId }),
  },
  'record-lot': {
    scene: 'lot',
    by: 'secretary',
    ends: true,
    body: ({ roundId }) => ({ roundId, nomineeIds: ['b', 'a'], witnesses: 'Двое' }),
  },
  'note-minutes': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ questionId: 'motion', edits: null, reported: 'Р', discussed: 'О', resolved: 'П' }),
  },
  'file-dissent': {
    scene: 'decided',
    by: 'member',
    body: () => ({ questionId: 'choice', text: 'Не согласен' }),
  },
  'extend-deadline': {
    scene: 'open',
    by: 'secretary',
    ends: true,
    body: () => ({ moment: '2199-02-01T00:00:00.000Z', document: 'Приказ' }),
  },
  'issue-protocol': { scene: 'closed', by: 'secretary', ends: true, body: () => ({}) },
  'sign-protocol': {
    scene: 'issued',
    by: 'secretary',
    ends: true,
    body: ({ pdf }) => ({ version: 1, sha256: pdf }),
  },
  'attach-signature': {
    scene: 'issued',
    by: 'secretary',
    body: () => ({ version: 1, fileName: `${randomUUID()}.sig`, base64: 'c2ln' }),
  },
});
