import { describe, expect, it } from '@jest/globals';
import {
  aCriterion,
  aMotion,
  aNomination,
  aNominee,
  aPlan,
  aSeat,
  atLeast,
  chooses,
  majority,
  moreThan,
  quorum,
  ranked,
  ranks,
  rules,
  says,
  scores,
  seats,
  share,
} from '../../testing/a-session.ts';
import { inSession, LivedSession } from '../../testing/lived-session.ts';
import { bounds, checkPlan, checkQuestion, checkRuleSet, ruleSetFlaws } from './check-plan.ts';
import { convene } from './convene.ts';
import { flaws, flawSaid, type FlawName } from './flaws.ts';
import { presetNames, presets } from './presets.ts';
import type { RuleSet } from './rule-set.ts';
import type { QuestionDraft, SessionPlan } from '../session.ts';

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a plan that holds together', () => {
  it('[1.1] is convened whole', () => {
    const plan = aPlan();
    expect(convene(plan)).toEqual({
      outcome: 'accepted',
      facts: [{ event: { type: 'session-convened', ...plan }, hidden: [] }],
    });
  });

  const flawed: readonly (readonly [string, Partial<SessionPlan>])[] = [
    ['roll.memberId', { roll: [...seats(2), aSeat('m1')], establishedSeats: 3 }],
    ['questions.questionId', { questions: [aMotion(), aMotion()] }],
    ['presidingId', { presidingId: 'nobody' }],
    ['secretaryId', { secretaryId: 'nobody' }],
    ['roll.votes', { roll: [aSeat('m1', { votes: false })] }],
    ['establishedSeats', { establishedSeats: 4 }],
    ['nominees', { questions: [aMotion({ nominees: [aNominee('a')] })] }],
    ['places', { questions: [aNomination('choose', 'a', { places: ranked() })] }],
    ['places', { questions: [aNomination('choose', 'a', { places: ranked(1, 0) })] }],
    ['nominees', { questions: [aNomination('choose', 'a b a')] }],
    ['against-all', { questions: [aNomination('choose', 'a against-all')] }],
    [
      'priorScore',
      { questions: [aNomination('choose', '', { nominees: [aNominee('a', { priorScore: 'high' })] })] },
    ],
    ['ties', { questions: [aMotion({ ties: ['lot', 'lot'] })] }],
    ['ties', { questions: [aMotion({ ties: ['casting-vote'] })] }],
    ['min', { questions: [aNomination('choose', 'a b', { parameters: { min: 2, max: 1 } })] }],
    ['min', { questions: [aNomination('choose', 'a b', { parameters: { min: 0, max: 1 } })] }],
    ['whole numbers', { questions: [aNomination('choose', 'a b', { parameters: { min: 1, max: 1.5 } })] }],
    ['points', { questions: [aNomination('rank', 'a b')] }],
    ['points', { questions: [aNomination('rank', 'a b', { parameters: { points: ['1', '3'] } })] }],
    ['points', { questions: [aNomination('rank', 'a b', { parameters: { points: ['3', '-1'] } })] }],
    ['points', { questions: [aNomination('rank', 'a b', { parameters: { points: ['many'] } })] }],
    [
      'partial',
      { questions: [aNomination('rank', 'a b', { parameters: { sumOfPlaces: true, partial: true } })] },
    ],
    [
      'minimumScore',
      {
        questions: [
          aNomination('rank', 'a b', {
            parameters: { sumOfPlaces: true },
            decision: { kind: 'plurality', minimumScore: '5' },
          }),
        ],
      },
    ],
    ['minimumScore', { questions: [aMotion({ decision: { kind: 'plurality', minimumScore: 'high' } })] }],
    ['criteria', { questions: [aNomination('score', 'a')] }],
    [
      'criterionId',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c'), aCriterion('c')] } }),
        ],
      },
    ],
    [
      'max',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { min: '5', max: '5' })] } }),
        ],
      },
    ],
    [
      'step',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { step: '0' })] } }),
        ],
      },
    ],
    [
      'weight',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { weight: '-1' })] } }),
        ],
      },
    ],
    [
      'decimal',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { max: 'ten' })] } }),
        ],
      },
    ],
    [
      'digits',
      {
        questions: [
          aNomination('score', 'a', {
            parameters: { criteria: [aCriterion('c')], rounding: { at: 'total', digits: 7 } },
          }),
        ],
      },
    ],
    [
      'majority',
      { questions: [aMotion({ decision: majority('present', { n: 1, d: 0, compare: 'at-least' }) })] },
    ],
    ['majority', { questions: [aMotion({ decision: majority('present', moreThan(1, 1)) })] }],
    [
      'floor',
      { questions: [aMotion({ decision: { kind: 'plurality', floor: share('present', atLeast(3, 2)) } })] },
    ],
  ];
  it.each(flawed)('[1.1] refuses and names %s (%#)', (named, changes) =>
    expect(checkPlan(aPlan({ members: 5, ...changes }))).toMatchObject({
      outcome: 'refused',
      code: 'invalid',
      detail: expect.stringContaining(named),
    }),
  );

  it.each(['rank', 'score'] as const)(
    '[6.3] a majority is not offered for %s, by the question or by the session',
    (kind) => {
      const parameters = { points: ['3'], criteria: [aCriterion('c')] };
      const question = aNomination(kind, 'a b', { parameters });
      const over = majority('present', moreThan(1, 2));
      expect(checkQuestion({ ...question, decision: over }, rules())).toMatchObject({ code: 'invalid' });
      expect(
        checkQuestion(
          { ...question, decision: { kind: 'plurality', floor: share('present', moreThan(1, 2)) } },
          rules(),
        ),
      ).toMatchObject({ code: 'invalid' });
      expect(checkQuestion(question, rules({ decision: over }))).toMatchObject({ code: 'invalid' });
      expect(
        checkQuestion({ ...question, decision: { kind: 'plurality' } }, rules({ decision: over })),
      ).toBeUndefined();
    },
  );

  it('[7.2] a casting vote is for a presiding seat that does not otherwise vote', () => {
    const roll = [aSeat('chair', { votes: false }), ...seats(2)];
    expect(checkPlan(aPlan({ rules: { ties: ['casting-vote'] } }))).toMatchObject({ code: 'invalid' });
    expect(
      checkPlan(aPlan({ rules: { ties: ['casting-vote'] }, roll, presidingId: 'chair' })),
    ).toBeUndefined();
  });

  it('[7.2] nor does a question added later offer one to a presiding seat that votes', () =>
    expect(
      new LivedSession(aPlan()).answerTo(
        { type: 'add-question', question: aMotion({ questionId: 'more', ties: ['casting-vote'] }) },
        { secretaryId: 'one' },
      ),
    ).toMatchObject({ code: 'invalid', detail: 'questions.more.ties: a casting vote of a seat that votes' }));

  it('[5.4] a sum of places is never partial and has no minimum, whoever sets it', () => {
    const places = (partial: boolean) =>
      aNomination('rank', 'a b', { questionId: 'q', parameters: { sumOfPlaces: true, partial } });
    expect(checkQuestion(places(false), rules())).toBeUndefined();
    expect(checkQuestion(places(true), rules())).toMatchObject({
      detail: `questions.q.parameters.partial: ${flaws['partial-of-places']}`,
    });
    expect(
      checkQuestion(places(false), rules({ decision: { kind: 'plurality', minimumScore: '5' } })),
    ).toMatchObject({ detail: `questions.q.decision.minimumScore: ${flaws['minimum-of-places']}` });
  });

  it('[3.1] all contradictions of a rule set are told at once, each at its field', () =>
    expect(
      ruleSetFlaws(
        rules({
          quorum: quorum({ threshold: atLeast(3, 2), counts: ['absentee', 'substitute'] }),
          decision: { kind: 'plurality', floor: share('present', moreThan(1, 1)) },
          ties: ['casting-vote'],
        }),
        { votes: true },
      ),
    ).toEqual([
      { path: 'quorum.threshold', flaw: 'threshold' },
      { path: 'quorum.counts', flaw: 'nobody-counts' },
      { path: 'quorum.counts', flaw: 'absentee-not-allowed' },
      { path: 'quorum.counts', flaw: 'substitute-not-allowed' },
      { path: 'ties', flaw: 'casting-vote' },
      { path: 'decision.floor.threshold', flaw: 'more-than-whole' },
    ]));

  it('the words of every flaw lead back to it', () => {
    for (const name of Object.keys(flaws) as FlawName[]) expect(flawSaid(flaws[name])).toBe(name);
  });

  const contradictions: readonly (readonly [string, Partial<RuleSet>])[] = [
    ['threshold', { quorum: quorum({ threshold: moreThan(1, 1) }) }],
    ['threshold', { quorum: quorum({ threshold: atLeast(0.5, 1) }) }],
    ['counts', { quorum: quorum({ counts: [] }) }],
    ['counts', { quorum: quorum({ counts: ['substitute'] }), substitutes: true }],
    ['counts', { quorum: quorum({ counts: ['absentee'] }), absentee: true }],
    ['absentee', { quorum: quorum({ counts: ['in-person', 'absentee'] }) }],
    ['substitute', { quorum: quorum({ counts: ['in-person', 'substitute'] }) }],
    ['ties', { ties: ['lot', 'shared', 'lot'] }],
    ['decision', { decision: majority('present', { n: -1, d: 2, compare: 'at-least' }) }],
    ['decision.minimumScore', { decision: { kind: 'plurality', minimumScore: '' } }],
  ];
  it.each(contradictions)('refuses a rule set that contradicts itself about %s (%#)', (named, changes) =>
    expect(checkRuleSet(rules(changes))).toMatchObject({
      code: 'invalid',
      detail: expect.stringContaining(named),
    }),
  );
});

describe('bounds', () => {
  it.each<readonly [string, Partial<SessionPlan>]>([
    ['2500', { roll: seats(2_501), establishedSeats: 2_501 }],
    ['200', { questions: many(201, (index) => aMotion({ questionId: `q${index}` })) }],
    [
      '200',
      { questions: [aNomination('choose', '', { nominees: many(201, (index) => aNominee(`n${index}`)) })] },
    ],
    [
      '50',
      {
        questions: [
          aNomination('score', 'a', {
            parameters: { criteria: many(51, (index) => aCriterion(`c${index}`)) },
          }),
        ],
      },
    ],
  ])('beyond %s is too large, and says so', (bound, changes) =>
    expect(checkPlan(aPlan(changes))).toMatchObject({
      code: 'too-large',
      detail: expect.stringContaining(bound),
    }),
  );

  it('are held themselves', () => {
    const nominees = many(bounds.nominees, (index) => aNominee(`n${index}`));
    const questions = many(bounds.questions, (index) => aMotion({ questionId: `q${index}` }));
    questions[0] = aNomination('score', '', {
      questionId: 'q0',
      nominees,
      parameters: { criteria: many(bounds.criteria, (index) => aCriterion(`c${index}`)) },
    });
    const plan = aPlan({ members: bounds.roll, questions });
    expect(checkPlan(plan)).toBeUndefined();
    expect(
      new LivedSession(plan).answerTo(
        { type: 'add-question', question: aMotion({ questionId: 'more' }) },
        { secretaryId: 'one' },
      ),
    ).toMatchObject({ code: 'too-large' });
  });
});

describe('presets', () => {
  it.each(presetNames)('%s is complete and without contradiction', (name) => {
    const ruleSet = presets[name];
    expect(Object.keys(ruleSet).toSorted()).toEqual(Object.keys(presets['mfc-central']).toSorted());
    expect(checkRuleSet(ruleSet, { votes: true })).toBeUndefined();
  });

  it('mfc-central is what the page says', () =>
    expect(presets['mfc-central']).toEqual({
      quorum: {
        base: 'appointed',
        recusedStay: false,
        threshold: atLeast(1, 2),
        counts: ['in-person', 'remote'],
        ofBallots: false,
      },
      decision: { kind: 'plurality' },
      recusedStay: false,
      ties: ['own-vote', 'runoff', 'lot-by-hand'],
      abstain: true,
      changeUntilClose: true,
      closeWhenAllVoted: false,
      parallelRounds: false,
      selfCheckIn: expect.any(Boolean),
      substitutes: false,
      absentee: false,
      oneWinPerEntrant: expect.any(Boolean),
      visibility: 'names',
    }));

  it('rating asks for more than half of those present', () =>
    expect(presets.rating.decision).toEqual({ kind: 'plurality', floor: share('present', moreThan(1, 2)) }));

  it('expert-scores looks at the own vote first', () =>
    expect(presets['expert-scores'].ties[0]).toBe('own-vote'));

  const questions: Readonly<Record<(typeof presetNames)[number], QuestionDraft>> = {
    'mfc-central': aNomination('choose', 'a b'),
    'two-thirds': aMotion(),
    rating: aNomination('approval', 'a b'),
    'jury-points': aNomination('rank', 'a b c', { parameters: { points: ['5', '3', '1'] } }),
    'expert-scores': aNomination('score', 'a b', { parameters: { criteria: [aCriterion('c')] } }),
  };
  const ballots = {
    'mfc-central': chooses('a'),
    'two-thirds': says('for'),
    rating: { answers: { a: 'for', b: 'against' } },
    'jury-points': ranks('a', 'b', 'c'),
    'expert-scores': scores({ a: '9', b: '8' }),
  } as const;
  it.each(presetNames)('%s carries a session from convening to a result', (name) => {
    const session = inSession(aPlan({ rules: presets[name], questions: [questions[name]] }));
    const ballot = ballots[name];
    session.vote({ m1: ballot, m2: ballot, m3: ballot, m4: ballot });
    expect(['awarded', 'adopted']).toContain(session.result().status);
  });
});
