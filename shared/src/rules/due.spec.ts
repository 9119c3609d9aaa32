import { describe, expect, it } from '@jest/globals';
import { aMotion, aNomination, aPlan, chooses, says, scores, aCriterion } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, LivedSession, member, spread } from '../testing/lived-session.ts';
import { dueFacts, nextDue } from './due.ts';

const deadline = '2021-06-30T21:00:00.000Z';
const justBefore = '2021-06-30T20:59:59.999Z';
const later = '2021-07-02T08:00:00.000Z';
const closing = (session: LivedSession) =>
  session.entries.filter((each) => each.event.type === 'round-closed').at(-1);

describe('the duration of a round', () => {
  it('[4.3] closes it at its end, once, by the server', () => {
    const session = inSession(aPlan())
      .openRound('q', 60)
      .cast({ m1: says('for') });
    const { closesAt, roundId } = session.round();
    expect(Date.parse(closesAt!) - Date.parse(session.round().openedAt)).toBe(60_000);
    expect(nextDue(session.session)).toBe(closesAt);
    expect(dueFacts(session.session, new Date(Date.parse(closesAt!) - 1).toISOString())).toBeUndefined();
    session.waitUntil(closesAt!);
    expect(session.round()).toMatchObject({ status: 'closed', closedBy: 'duration', effectiveAt: closesAt });
    expect(closing(session)).toMatchObject({ actor: 'server', commandId: `duration:${roundId}` });
    expect(dueFacts(session.session, later)).toBeUndefined();
    expect(nextDue(session.session)).toBeUndefined();
  });

  it('[4.3] counts from its end, although the server was late', () => {
    const session = inSession(aPlan()).openRound('q', 60);
    const { closesAt } = session.round();
    session.waitUntil('2021-06-30T12:00:00.000Z');
    expect(session.round()).toMatchObject({ effectiveAt: closesAt, closedAt: '2021-06-30T12:00:00.000Z' });
  });

  it('[4.3] takes no ballot after its end, although the closing is not recorded yet', () => {
    const session = inSession(aPlan()).openRound('q', 60);
    const { roundId, closesAt } = session.round();
    const cast = { type: 'cast-ballot', roundId, ballot: says('for'), replaces: null } as const;
    given(session).when(cast, member('m1'), { now: closesAt! }).thenRefused('round-not-open');
    given(session)
      .when(
        { type: 'enter-ballot', roundId, memberId: 'm1', ballot: says('for'), basis: 'by-hand' },
        undefined,
        { now: closesAt! },
      )
      .thenRefused('round-not-open');
  });

  it('[4.3] a hand may close it before', () => {
    const session = inSession(aPlan())
      .openRound('q', 60)
      .cast({ m1: says('for') })
      .close();
    expect(session.round()).toMatchObject({
      closedBy: 'hand',
      effectiveAt: session.now,
      closedAt: session.now,
    });
  });

  it.each([0, -1, 1.5, 86_401])('[4.3] of %p seconds is refused', (seconds) =>
    given(inSession(aPlan()))
      .when({ type: 'open-round', questionId: 'q', seconds })
      .thenRefused('out-of-range'),
  );
});

describe('closing when all have voted', () => {
  const plan = aPlan({ members: 3, rules: { closeWhenAllVoted: true } });

  it('[4.3] on the ballot of the last entitled present member, as part of the same command', () => {
    const session = inSession(plan)
      .openRound()
      .cast({ m1: says('for'), m2: says('for') });
    expect(session.round().status).toBe('open');
    session.cast({ m3: says('against') });
    expect(session.round()).toMatchObject({
      status: 'closed',
      closedBy: 'all-voted',
      effectiveAt: session.now,
    });
    const [ballot, closed] = session.entries.slice(-2);
    expect([ballot?.part, closed?.part]).toEqual([0, 1]);
    expect(closed?.commandId).toBe(ballot?.commandId);
    expect(session.result().status).toBe('adopted');
  });

  it('[4.3] the absent and the recused are not waited for', () => {
    const session = inSession({
      ...plan,
      ...aPlan({ members: 5, rules: { closeWhenAllVoted: true } }),
    }).leave('m5');
    session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m4'));
    session.openRound().cast({ m1: says('for'), m2: says('for'), m3: says('for') });
    expect(session.round()).toMatchObject({ status: 'closed', entitled: ['m1', 'm2', 'm3'] });
  });

  it('[4.3] a changed ballot is not another one, a ballot by hand is', () => {
    const session = inSession(plan)
      .openRound()
      .cast({ m1: says('for'), m2: says('for') })
      .cast({ m1: says('against') });
    expect(session.round().status).toBe('open');
    const { roundId } = session.round();
    session.tell({ type: 'enter-ballot', roundId, memberId: 'm3', ballot: says('for'), basis: 'by-hand' });
    expect(session.round()).toMatchObject({ status: 'closed', closedBy: 'all-voted' });
  });
});

describe('the deadline', () => {
  it('[11.2] a moment before it everything goes, at it voting is refused', () => {
    const session = inSession(aPlan({ questions: [aMotion(), aMotion({ questionId: 'p' })] })).openRound();
    const { roundId } = session.round();
    const cast = { type: 'cast-ballot', roundId, ballot: says('for'), replaces: null } as const;
    const enter = {
      type: 'enter-ballot',
      roundId,
      memberId: 'm1',
      ballot: says('for'),
      basis: 'by-hand',
    } as const;
    given(session).when(cast, member('m1'), { now: justBefore }).thenRecords('ballot-cast');
    given(session).when(cast, member('m1'), { now: deadline }).thenRefused('deadline-passed');
    given(session).when(enter, undefined, { now: deadline }).thenRefused('deadline-passed');
    given(session.close())
      .when({ type: 'open-round', questionId: 'p' }, undefined, { now: deadline })
      .thenRefused('deadline-passed');
    const convened = new LivedSession(aPlan()).arrive();
    given(convened)
      .when({ type: 'open-session' }, undefined, { now: justBefore })
      .thenRecords('session-opened');
    given(convened)
      .when({ type: 'open-session' }, undefined, { now: deadline })
      .thenRefused('deadline-passed');
  });

  it('[11.2] everything else is allowed', () => {
    const session = inSession(aPlan())
      .vote({ m1: says('for') })
      .waitUntil(later);
    given(session).when({ type: 'adjourn-session', reason: 'x' }).thenRecords('session-adjourned');
    given(session).when({ type: 'close-session' }).thenRecords('session-closed');
    given(session)
      .when({ type: 'note-minutes', questionId: 'q', edits: null, reported: 'x' })
      .thenRecords('minutes-noted');
    given(session)
      .when({ type: 'file-dissent', questionId: 'q', text: 'x' }, member('m2'))
      .thenRecords('dissent-filed');
    given(session)
      .when({ type: 'mark-attendance', memberId: 'm2', attendance: 'left' })
      .thenRecords('attendance-marked');
    given(session).when({ type: 'pass-chair', memberId: 'm2' }).thenRecords('chair-passed');
  });

  it('[11.2] a round still open is closed by the server; it counts from the deadline, whenever that is done', () => {
    const session = inSession(aPlan())
      .openRound()
      .cast({ m1: says('for') });
    expect(nextDue(session.session)).toBe(deadline);
    expect(dueFacts(session.session, justBefore)).toBeUndefined();
    const { roundId } = session.round();
    session.waitUntil(later);
    expect(session.round()).toMatchObject({ closedBy: 'deadline', effectiveAt: deadline, closedAt: later });
    expect(closing(session)).toMatchObject({
      actor: 'server',
      commandId: `deadline:${roundId}`,
      recordedAt: later,
    });
    expect(session.result().status).toBe('adopted');
  });

  it('[11.2] the earlier of duration and deadline closes', () => {
    const before = inSession(aPlan({ deadline: '2021-06-30T09:01:00.000Z' }))
      .openRound('q', 3600)
      .waitUntil(later);
    expect(before.round()).toMatchObject({ closedBy: 'deadline', effectiveAt: '2021-06-30T09:01:00.000Z' });
    const short = inSession(aPlan()).openRound('q', 5);
    const { closesAt } = short.round();
    expect(short.waitUntil(later).round()).toMatchObject({ closedBy: 'duration', effectiveAt: closesAt });
  });

  it('[11.2] all open rounds are closed, one after the other', () => {
    const session = inSession(
      aPlan({ questions: [aMotion(), aMotion({ questionId: 'p' })], rules: { parallelRounds: true } }),
    );
    session.openRound().openRound('p').waitUntil(deadline);
    expect([session.round().closedBy, session.round('p').closedBy]).toEqual(['deadline', 'deadline']);
  });

  it('[11.2] a tie awaiting a person counts as declined, one tie-breaker after the other', () => {
    const question = aNomination('choose', 'a b', { ties: ['runoff', 'lot-by-hand', 'shared'] });
    const session = inSession(aPlan({ questions: [question] })).vote({ m1: chooses('a'), m2: chooses('b') });
    expect(nextDue(session.session)).toBe(deadline);
    session.waitUntil(deadline);
    const declined = session.entries.filter((each) => each.event.type === 'tie-breaker-declined');
    expect(declined.map((each) => [each.actor, each.event['tieBreaker']])).toEqual([
      ['server', 'runoff'],
      ['server', 'lot-by-hand'],
    ]);
    expect(new Set(declined.map((each) => each.commandId)).size).toBe(2);
    expect(session.outcome()).toMatchObject({ kind: 'won', decidedBy: 'shared' });
    expect(dueFacts(session.session, later)).toBeUndefined();
  });

  it('[11.2] also the tie of a round that the deadline closed', () => {
    const parameters = { criteria: [aCriterion('c')] };
    const question = aNomination('score', 'a b', { parameters, ties: ['lot-by-hand', 'lot'] });
    const session = inSession(aPlan({ questions: [question] }))
      .openRound()
      .cast({ m2: scores({ a: '1', b: '1' }) });
    expect(session.waitUntil(later).outcome()).toMatchObject({ kind: 'won', decidedBy: 'lot' });
  });

  it('[1.4] a closed session is left as it closed', () => {
    const question = aNomination('choose', 'a b', { ties: ['lot-by-hand', 'shared'] });
    const session = inSession(aPlan({ questions: [question] })).vote({ m1: chooses('a'), m2: chooses('b') });
    session.tell({ type: 'close-session' });
    expect(nextDue(session.session)).toBeUndefined();
    expect(session.waitUntil(later).result().status).toBe('undecided');
  });

  it('[11.5] moves with a document, for this session, recorded', () => {
    const session = inSession(aPlan());
    const moment = '2021-07-05T00:00:00.000Z';
    given(session)
      .when({ type: 'extend-deadline', moment, document: 'order 7' }, member('m1'))
      .thenRefused('forbidden');
    given(session)
      .when({ type: 'extend-deadline', moment: session.now, document: 'order 7' })
      .thenRefused('out-of-range');
    session.tell({ type: 'extend-deadline', moment, document: 'order 7' });
    expect(session.session).toMatchObject({
      deadline: moment,
      deadlineDocuments: [{ moment, document: 'order 7' }],
    });
    expect(
      session
        .waitUntil(later)
        .vote(spread([[3, says('for')]]))
        .result().status,
    ).toBe('adopted');
  });
});
