import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  aMotion,
  aNomination,
  aNominee,
  aPlan,
  aSeat,
  approves,
  chooses,
  laureates,
  majority,
  moreThan,
  says,
  scores,
  seats,
  share,
} from '../../testing/a-session.ts';
import { sha256Hex } from '../../journal/chain.ts';
import { inSession, type LivedSession, member, spread, type Ballots } from '../../testing/lived-session.ts';
import { explain, type ExplanationStep } from './explain.ts';
import type { RuleSet } from '../plan/rule-set.ts';
import type { QuestionDraft } from '../session.ts';

function explained(
  question: QuestionDraft,
  ballots: Ballots,
  rules: Partial<RuleSet> = {},
): ExplanationStep[] {
  const session = inSession(aPlan({ members: 9, questions: [question], rules, earlierWinners: ['x'] }));
  return explanationOf(session.vote(ballots));
}

const explanationOf = (session: LivedSession): ExplanationStep[] =>
  explain(session.session, session.question(), session.round(), sha256Hex);

describe('how an outcome came about', () => {
  it('says who could vote, what was needed and what came of it', () => {
    const question = aMotion({ decision: majority('participants', moreThan(1, 2)) });
    expect(
      explained(
        question,
        spread([
          [4, says('for')],
          [2, says('against')],
        ]),
      ),
    ).toEqual([
      { step: 'turnout', entitled: 9, ballots: 6, notVoted: 3, recused: 0 },
      { step: 'quorum', quorum: { present: 9, base: 9, needed: 5, stands: true }, stood: true },
      { step: 'sides', for: 4, against: 2, abstained: 0 },
      { step: 'majority', base: 'participants', size: 6, threshold: moreThan(1, 2), needed: 4 },
      { step: 'outcome', outcome: { kind: 'adopted', winners: [], notAwarded: 0 } },
    ]);
  });

  it('[6.2] [6.3] [6.6] says who dropped out, and why', () => {
    const nominees = [aNominee('a'), aNominee('b', { entrantId: 'x' }), aNominee('c'), aNominee('d')];
    const decision = { kind: 'plurality', floor: share('present', moreThan(1, 3)) } as const;
    const question = aNomination('choose', '', { nominees, decision });
    const ballots = spread([
      [4, chooses('a')],
      [3, chooses('b')],
      [2, chooses('c')],
    ]);
    expect(
      explained(question, ballots, { oneWinPerEntrant: true }).filter(({ step }) => step === 'dropped'),
    ).toEqual([
      { step: 'dropped', why: 'won-before', nomineeIds: ['b'] },
      { step: 'dropped', why: 'below-majority', nomineeIds: ['c'] },
      { step: 'dropped', why: 'no-votes', nomineeIds: ['d'] },
    ]);
  });

  it('[6.2] [4.4] a minimum score drops out of points, not of the votes of their runoff', () => {
    const decision = { kind: 'plurality', minimumScore: '6' } as const;
    const question = aNomination('score', 'a b c', {
      parameters: { criteria: [aCriterion('c')] },
      decision,
      ties: ['runoff'],
    });
    const session = inSession(aPlan({ questions: [question] })).vote({
      m1: scores({ a: '7', b: '7', c: '5' }),
    });
    expect(explanationOf(session)).toContainEqual({
      step: 'dropped',
      why: 'below-minimum',
      nomineeIds: ['c'],
    });
    expect(
      explanationOf(session.vote({ m1: chooses('a'), m2: chooses('b'), m3: chooses('b') })),
    ).not.toContainEqual(expect.objectContaining({ step: 'dropped' }));
  });

  it('[6.1] of votes for and against each nominee of an approval has a base of its own', () => {
    const decision = majority('for-and-against', moreThan(1, 2));
    const steps = explained(aNomination('approval', 'a b', { decision }), { m1: approves('a+ b-') });
    expect(steps).toContainEqual({ step: 'majority', base: 'for-and-against', threshold: moreThan(1, 2) });
    expect(steps).toContainEqual({ step: 'dropped', why: 'no-votes', nomineeIds: ['b'] });
  });

  it('[6.3] says how many were against all', () => {
    const question = aNomination('choose', 'a b', { parameters: { againstAll: true } });
    expect(explained(question, { m1: says('against-all') })).toContainEqual({
      step: 'against-all',
      votes: 1,
    });
  });

  it('[7.3] shows the digests of a lot, for anybody to repeat', () => {
    const question = aNomination('choose', 'a b', { ties: ['lot'], places: laureates(1) });
    const session = inSession(aPlan({ questions: [question] })).vote({ m1: chooses('a'), m2: chooses('b') });
    const tie = explanationOf(session).find(({ step }) => step === 'tie');
    const digest = (id: string) =>
      createHash('sha256').update(`${session.round().closedHash}:${id}`).digest('hex');
    const drawn = ['a', 'b'].map((nomineeId) => ({ nomineeId, digest: digest(nomineeId) }));
    expect(tie).toMatchObject({ lot: drawn.toSorted((x, y) => (x.digest < y.digest ? -1 : 1)) });
  });

  it('[3.4] [2.3] tells of the quorum at the closing, whoever has come or gone since', () => {
    const session = inSession(aPlan()).openRound().leave('m3', 'm4', 'm5').close().arrive('m3', 'm4', 'm5');
    expect(explanationOf(session)).toMatchObject([
      { step: 'turnout' },
      { step: 'quorum', quorum: { present: 2, base: 5, needed: 3, stands: false }, stood: false },
      { step: 'outcome', outcome: { kind: 'no-quorum' } },
    ]);
  });

  it('has nothing to say of an open round', () =>
    expect(explanationOf(inSession(aPlan()).openRound())).toEqual([]));

  it('[7.2] an extra vote does not raise what the tied had to reach', () => {
    const decision = { kind: 'plurality', floor: share('participants', moreThan(1, 2)) } as const;
    const question = aNomination('approval', 'a b', { decision, ties: ['casting-vote'] });
    const roll = [...seats(5), aSeat('chair', { votes: false })];
    const session = inSession(aPlan({ roll, presidingId: 'chair', questions: [question] })).vote(
      spread([
        [3, approves('a+ b+')],
        [2, approves('a- b-')],
      ]),
    );
    const { roundId } = session.round();
    session.tell({ type: 'give-casting-vote', roundId, nomineeId: 'b' }, member('chair'));
    expect(explanationOf(session)).toContainEqual(
      expect.objectContaining({ step: 'majority', size: 5, needed: 3 }),
    );
  });
});
