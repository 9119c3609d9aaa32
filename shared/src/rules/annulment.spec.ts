import { describe, expect, it } from '@jest/globals';
import { aMotion, aNomination, aPlan, chooses, majority, moreThan, says } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import {
  inSession,
  type LivedSession,
  member,
  secretary,
  spread,
  type Ballots,
} from '../testing/lived-session.ts';

const spreadOf = (counts: Readonly<Record<string, number>>): Ballots =>
  spread(Object.entries(counts).map(([id, count]) => [count, chooses(id)] as const));

const voted = (): LivedSession => inSession(aPlan()).vote({ m1: says('for') });
const annul = (session: LivedSession) =>
  ({ type: 'annul-round', roundId: session.round().roundId, ground: 'miscount', reason: 'seen' }) as const;
const confirm = (session: LivedSession) =>
  ({ type: 'confirm-annulment', roundId: session.round().roundId }) as const;

describe('annulling a round', () => {
  it('[9.2] one officer asks, the other confirms', () => {
    const session = voted();
    session.tell(annul(session), secretary);
    expect(session.round()).toMatchObject({
      status: 'closed',
      annulment: { requestedBy: 'secretary:one', ground: 'miscount', reason: 'seen' },
    });
    expect(session.result().status).toBe('adopted');
    session.tell(confirm(session), member('m1'));
    expect(session.round()).toMatchObject({
      status: 'annulled',
      annulment: { confirmedBy: 'm1' },
      outcome: { kind: 'adopted' },
    });
    expect(session.result().status).toBe('undecided');
  });

  it('[9.2] or the other way round', () => {
    const session = voted();
    session.tell(annul(session), member('m1')).tell(confirm(session), secretary);
    expect(session.round()).toMatchObject({
      status: 'annulled',
      annulment: { requestedBy: 'm1', confirmedBy: 'secretary:one' },
    });
  });

  it('[9.2] never both by one: not the same person, not the same office', () => {
    const bySecretary = voted();
    bySecretary.tell(annul(bySecretary), secretary);
    given(bySecretary).when(confirm(bySecretary), secretary).thenRefused('forbidden');
    given(bySecretary).when(confirm(bySecretary), { secretaryId: 'two' }).thenRefused('forbidden');
    given(bySecretary)
      .when(confirm(bySecretary), { secretaryId: 'one', memberId: 'm1' })
      .thenRefused('forbidden');
    given(bySecretary)
      .when(confirm(bySecretary), { secretaryId: 'two', memberId: 'm1' })
      .thenRecords('round-annulled');
    const byChair = voted();
    byChair.tell(annul(byChair), member('m1'));
    given(byChair).when(confirm(byChair), member('m1')).thenRefused('forbidden');
    given(byChair).when(confirm(byChair), { secretaryId: 'one', memberId: 'm1' }).thenRefused('forbidden');
    byChair.tell({ type: 'pass-chair', memberId: 'm2' });
    given(byChair).when(confirm(byChair), member('m2')).thenRefused('forbidden');
  });

  it('[9.2] is asked for once, confirmed once, and not of an open round', () => {
    const session = voted();
    given(session).when(confirm(session), member('m1')).thenRefused('not-allowed-by-rules');
    session.tell(annul(session), secretary);
    given(session).when(annul(session), member('m1')).thenRefused('not-allowed-by-rules');
    session.tell(confirm(session), member('m1'));
    given(session).when(annul(session), secretary).thenRefused('round-not-open');
    given(session).when(confirm(session), member('m1')).thenRefused('round-not-open');
    session.openRound();
    given(session).when(annul(session), secretary).thenRefused('round-open');
  });

  it('[13.1] is for officers', () => {
    const session = voted();
    given(session).when(annul(session), member('m2')).thenRefused('forbidden');
  });

  it('[4.4] is followed by a revote with the nominees of the round it replaces', () => {
    const session = inSession(aPlan({ questions: [aNomination('choose', 'a b')] }))
      .vote({ m1: chooses('a') })
      .annul();
    session.vote({ m1: chooses('b') });
    expect(session.round()).toMatchObject({ number: 2, kind: 'revote', nomineeIds: ['a', 'b'] });
    expect(session.result()).toMatchObject({ status: 'awarded', winners: [{ nomineeId: 'b' }] });
    expect(session.question().rounds[0]).toMatchObject({
      status: 'annulled',
      outcome: { winners: [{ nomineeId: 'a' }] },
    });
  });

  it('[4.5] less those who withdrew meanwhile', () => {
    const session = inSession(aPlan({ questions: [aNomination('choose', 'a b')] }))
      .vote({ m1: chooses('a') })
      .annul();
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'a', reason: 'x' }).openRound();
    expect(session.round().nomineeIds).toEqual(['b']);
  });

  it('[11.2] is allowed after the deadline, the revote is not', () => {
    const session = voted().waitUntil('2021-06-30T21:00:00.000Z').annul();
    expect(session.round().status).toBe('annulled');
    given(session).when({ type: 'open-round', questionId: 'q' }).thenRefused('deadline-passed');
  });
});

describe('annulling a chain of rounds', () => {
  const question = aNomination('choose', 'a b c', { ties: ['runoff', 'lot-by-hand'] });
  const tied = () =>
    inSession(aPlan({ members: 9, questions: [question] })).vote(spreadOf({ a: 3, b: 3, c: 2 }));

  it('[9.2] a round is not annulled under a later one', () => {
    const session = tied().vote({ m1: chooses('a') });
    const [first] = session.question().rounds;
    given(session)
      .when({ ...annul(session), roundId: first!.roundId })
      .thenRefused('relied-on');
  });

  it('[4.4] an annulled runoff is repeated among the same, and a runoff does not break its tie either', () => {
    const session = tied()
      .vote({ m1: chooses('a') })
      .annul();
    expect(session.result().status).toBe('undecided');
    session.vote({ m1: chooses('a'), m2: chooses('b') });
    expect(session.round()).toMatchObject({ number: 3, kind: 'revote', nomineeIds: ['a', 'b'] });
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'lot-by-hand' });
    session.tell({ type: 'record-lot', roundId: session.round().roundId, nomineeIds: ['b'], witnesses: 'W' });
    expect(session.result().winners).toEqual([{ nomineeId: 'b', place: 1 }]);
  });

  it('[4.4] with the first round annulled too, it is the first that is repeated', () => {
    const session = tied()
      .vote({ m1: chooses('a') })
      .annul();
    session.annul('q', session.question().rounds[0]!.roundId).openRound();
    expect(session.round()).toMatchObject({ number: 3, kind: 'revote', nomineeIds: ['a', 'b', 'c'] });
    session.cast(spreadOf({ a: 2, c: 2 })).close();
    expect(session.outcome()).toMatchObject({ kind: 'tied', awaiting: 'runoff', among: ['a', 'c'] });
    session.vote({ m1: chooses('c') });
    expect(session.round()).toMatchObject({ number: 4, kind: 'runoff', nomineeIds: ['a', 'c'] });
    expect(session.result().winners).toEqual([{ nomineeId: 'c', place: 1 }]);
  });

  it('[4.4] a revote annulled is repeated once more', () => {
    const session = tied()
      .annul()
      .vote({ m1: chooses('a') })
      .annul()
      .vote({ m1: chooses('b') });
    expect(session.round()).toMatchObject({ number: 3, kind: 'revote', nomineeIds: ['a', 'b', 'c'] });
    expect(session.result().winners).toEqual([{ nomineeId: 'b', place: 1 }]);
  });

  it('[4.4] a runoff after no winner, annulled and repeated', () => {
    const decision = majority('present', moreThan(1, 2));
    const session = inSession(aPlan({ members: 9, questions: [{ ...question, decision }] })).vote(
      spreadOf({ a: 4, b: 3, c: 2 }),
    );
    session.vote(spreadOf({ a: 5 })).annul();
    expect(session.result().status).toBe('undecided');
    session.vote(spreadOf({ b: 5 }));
    expect(session.round()).toMatchObject({ kind: 'revote', nomineeIds: ['a', 'b'] });
    expect(session.result().winners).toEqual([{ nomineeId: 'b', place: 1 }]);
  });

  describe('of a tie that waited for somebody', () => {
    const tied = (edition?: 2): LivedSession => {
      const { edition: _edition, ...plan } = aPlan({
        members: 4,
        questions: [aNomination('choose', 'a b', { ties: ['lot-by-hand'] })],
      });
      return inSession({ ...plan, ...(edition && { edition }) })
        .vote(spreadOf({ a: 2, b: 2 }))
        .annul();
    };
    const lot = (session: LivedSession) =>
      ({ type: 'record-lot', roundId: session.round().roundId, nomineeIds: ['a'], witnesses: 'W' }) as const;
    const declines = (session: LivedSession) =>
      ({ type: 'decline-tie-breaker', roundId: session.round().roundId }) as const;

    it('[9.2] [7.2] leaves nobody to wait for: no lot is drawn for it, and nothing declined', () => {
      const session = tied(2);
      given(session).when(lot(session)).thenRefused('not-allowed-by-rules');
      given(session).when(declines(session)).thenRefused('not-allowed-by-rules');
    });

    it('[12.6] [9.2] in the first edition one could be recorded all the same', () => {
      const session = tied();
      given(session).when(lot(session)).thenRecords('lot-recorded');
    });
  });

  it('[9.2] other questions keep their results', () => {
    const session = inSession(aPlan({ questions: [aMotion(), aMotion({ questionId: 'p' })] }));
    session
      .vote({ m1: says('for') })
      .vote({ m1: says('for') }, 'p')
      .annul('p');
    expect([session.result('q').status, session.result('p').status]).toEqual(['adopted', 'undecided']);
  });
});
