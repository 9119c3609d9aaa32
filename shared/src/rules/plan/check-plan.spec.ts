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
import { bounds } from '../bounds.ts';
import type { FieldError } from '../fault.ts';
import { planFaults, questionFaults, ruleSetFaults, unlessFaulty } from './check-plan.ts';
import { convene } from './convene.ts';
import { presetNames, presets } from './presets.ts';
import type { RuleSet } from './rule-set.ts';
import type { QuestionDraft, SessionPlan } from '../session.ts';

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Each fault as `path code`. */
const said = (faults: readonly FieldError[] = []) => faults.map(({ path, code }) => `${path} ${code}`);

describe('a plan that holds together', () => {
  it('[1.1] is convened whole', () => {
    const plan = aPlan();
    expect(convene(plan)).toEqual({
      outcome: 'accepted',
      facts: [{ event: { type: 'session-convened', ...plan }, hidden: [] }],
    });
  });

  const flawed: readonly (readonly [string, Partial<SessionPlan>])[] = [
    ['roll.2.memberId repeated', { roll: [...seats(2), aSeat('m1')], establishedSeats: 3 }],
    ['questions.1.questionId repeated', { questions: [aMotion(), aMotion()] }],
    ['presidingId not-on-roll', { presidingId: 'nobody' }],
    ['secretaryId not-on-roll', { secretaryId: 'nobody' }],
    ['roll nobody-votes', { roll: [aSeat('m1', { votes: false })] }],
    ['establishedSeats seats', { establishedSeats: 4 }],
    ['questions.0.nominees motion-nominees', { questions: [aMotion({ nominees: [aNominee('a')] })] }],
    ['questions.0.places.counts empty', { questions: [aNomination('choose', 'a', { places: ranked() })] }],
    [
      'questions.0.places.counts.1 whole',
      { questions: [aNomination('choose', 'a', { places: ranked(1, 0) })] },
    ],
    ['questions.0.nominees.2.nomineeId repeated', { questions: [aNomination('choose', 'a b a')] }],
    ['questions.0.nominees.1.nomineeId reserved', { questions: [aNomination('choose', 'a against-all')] }],
    [
      'questions.0.nominees.0.priorScore decimal',
      { questions: [aNomination('choose', '', { nominees: [aNominee('a', { priorScore: 'high' })] })] },
    ],
    ['questions.0.ties.1 repeated', { questions: [aMotion({ ties: ['lot', 'lot'] })] }],
    ['questions.0.ties casting-vote', { questions: [aMotion({ ties: ['casting-vote'] })] }],
    [
      'questions.0.parameters.max choose-range',
      { questions: [aNomination('choose', 'a b', { parameters: { min: 2, max: 1 } })] },
    ],
    [
      'questions.0.parameters.min whole',
      { questions: [aNomination('choose', 'a b', { parameters: { min: 0, max: 1 } })] },
    ],
    [
      'questions.0.parameters.max choose-range',
      { questions: [aNomination('choose', 'a b', { parameters: { min: 1, max: 1.5 } })] },
    ],
    ['questions.0.parameters.points no-points', { questions: [aNomination('rank', 'a b')] }],
    [
      'questions.0.parameters.points rising-points',
      { questions: [aNomination('rank', 'a b', { parameters: { points: ['1', '3'] } })] },
    ],
    [
      'questions.0.parameters.points negative-points',
      { questions: [aNomination('rank', 'a b', { parameters: { points: ['3', '-1'] } })] },
    ],
    [
      'questions.0.parameters.points negative-points',
      { questions: [aNomination('rank', 'a b', { parameters: { points: ['many'] } })] },
    ],
    [
      'questions.0.parameters.minimumScorers whole',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c')], minimumScorers: 0 } }),
        ],
      },
    ],
    [
      'questions.0.parameters.partial partial-of-places',
      { questions: [aNomination('rank', 'a b', { parameters: { sumOfPlaces: true, partial: true } })] },
    ],
    [
      'questions.0.decision.minimumScore minimum-of-places',
      {
        questions: [
          aNomination('rank', 'a b', {
            parameters: { sumOfPlaces: true },
            decision: { kind: 'plurality', minimumScore: '5' },
          }),
        ],
      },
    ],
    [
      'questions.0.decision.minimumScore decimal',
      { questions: [aMotion({ decision: { kind: 'plurality', minimumScore: 'high' } })] },
    ],
    ['questions.0.parameters.criteria no-criteria', { questions: [aNomination('score', 'a')] }],
    [
      'questions.0.parameters.criteria.1.criterionId repeated',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c'), aCriterion('c')] } }),
        ],
      },
    ],
    [
      'questions.0.parameters.criteria.0.max max-not-above-min',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { min: '5', max: '5' })] } }),
        ],
      },
    ],
    [
      'questions.0.parameters.criteria.0.step not-above-zero',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { step: '0' })] } }),
        ],
      },
    ],
    [
      'questions.0.parameters.criteria.0.weight not-above-zero',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { weight: '-1' })] } }),
        ],
      },
    ],
    [
      'questions.0.parameters.criteria.0.max decimal',
      {
        questions: [
          aNomination('score', 'a', { parameters: { criteria: [aCriterion('c', { max: 'ten' })] } }),
        ],
      },
    ],
    [
      'questions.0.parameters.rounding.digits whole',
      {
        questions: [
          aNomination('score', 'a', {
            parameters: { criteria: [aCriterion('c')], rounding: { at: 'total', digits: 7 } },
          }),
        ],
      },
    ],
    [
      'questions.0.decision.majority.threshold threshold',
      { questions: [aMotion({ decision: majority('present', { n: 1, d: 0, compare: 'at-least' }) })] },
    ],
    [
      'questions.0.decision.majority.threshold more-than-whole',
      { questions: [aMotion({ decision: majority('present', moreThan(1, 1)) })] },
    ],
    [
      'questions.0.decision.floor.threshold threshold',
      { questions: [aMotion({ decision: { kind: 'plurality', floor: share('present', atLeast(3, 2)) } })] },
    ],
  ];
  it.each(flawed)('[1.1] refuses and names %s (%#)', (named, changes) =>
    expect(said(planFaults(aPlan({ members: 5, ...changes })))).toContain(named),
  );

  it.each(['rank', 'score'] as const)(
    '[6.3] a majority is not offered for %s, by the question or by the session',
    (kind) => {
      const parameters = { points: ['3'], criteria: [aCriterion('c')] };
      const question = aNomination(kind, 'a b', { parameters });
      const over = majority('present', moreThan(1, 2));
      const faultsBy = (changes: Partial<QuestionDraft>, ruleSet = rules()) =>
        said(questionFaults({ ...question, ...changes }, ruleSet));
      const offered = ['decision majority-of-points'];
      expect(faultsBy({ decision: over })).toEqual(offered);
      const floor = share('present', moreThan(1, 2));
      expect(faultsBy({ decision: { kind: 'plurality', floor } })).toEqual(offered);
      expect(faultsBy({}, rules({ decision: over }))).toEqual(offered);
      expect(faultsBy({ decision: { kind: 'plurality' } }, rules({ decision: over }))).toEqual([]);
    },
  );

  it('[6.4] lets all win only where something is asked of them, by the question or by the session', () => {
    const question = aNomination('approval', 'a b', { places: { kind: 'all' } });
    const faultsBy = (changes: Partial<QuestionDraft>, ruleSet = rules()) =>
      said(questionFaults({ ...question, ...changes }, ruleSet));
    expect(faultsBy({})).toEqual(['places all-need-a-share']);
    expect(faultsBy({ decision: majority('present', moreThan(1, 2)) })).toEqual([]);
    expect(faultsBy({}, rules({ decision: majority('present', moreThan(1, 2)) }))).toEqual([]);
    expect(faultsBy({ decision: { kind: 'plurality', floor: share('present', moreThan(1, 2)) } })).toEqual(
      [],
    );
  });

  it('[7.2] a casting vote is for a presiding seat that does not otherwise vote', () => {
    const roll = [aSeat('chair', { votes: false }), ...seats(2)];
    const casting = { ties: ['casting-vote'] } as const;
    expect(said(planFaults(aPlan({ rules: casting })))).toEqual(['ruleSet.ties casting-vote']);
    expect(planFaults(aPlan({ rules: casting, roll, presidingId: 'chair' }))).toEqual([]);
  });

  it('[7.2] nor does a question added later offer one to a presiding seat that votes', () =>
    expect(
      new LivedSession(aPlan()).answerTo(
        { type: 'add-question', question: aMotion({ questionId: 'more', ties: ['casting-vote'] }) },
        { secretaryId: 'one' },
      ),
    ).toMatchObject({ code: 'invalid', fields: [{ path: 'question.ties', code: 'casting-vote' }] }));

  it('[5.4] a sum of places is never partial and has no minimum, whoever sets it', () => {
    const places = (partial: boolean) =>
      aNomination('rank', 'a b', { questionId: 'q', parameters: { sumOfPlaces: true, partial } });
    expect(questionFaults(places(false), rules())).toEqual([]);
    expect(said(questionFaults(places(true), rules()))).toEqual(['parameters.partial partial-of-places']);
    expect(
      said(questionFaults(places(false), rules({ decision: { kind: 'plurality', minimumScore: '5' } }))),
    ).toEqual(['decision.minimumScore minimum-of-places']);
  });

  it('[3.1] all contradictions of a rule set are told at once, each at its field', () =>
    expect(
      said(
        ruleSetFaults(
          rules({
            quorum: quorum({ threshold: atLeast(3, 2), counts: ['absentee', 'substitute'] }),
            decision: { kind: 'plurality', floor: share('present', moreThan(1, 1)) },
            ties: ['casting-vote'],
          }),
          { votes: true },
        ),
      ),
    ).toEqual([
      'quorum.threshold threshold',
      'quorum.counts nobody-counts',
      'quorum.counts absentee-not-allowed',
      'quorum.counts substitute-not-allowed',
      'ties casting-vote',
      'decision.floor.threshold more-than-whole',
    ]));

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
    expect(said(ruleSetFaults(rules(changes)))).toContainEqual(expect.stringContaining(named)),
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
    expect(unlessFaulty(planFaults(aPlan(changes)))).toMatchObject({
      code: 'too-large',
      fields: [{ code: 'too-many', parameters: { most: Number(bound) } }],
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
    expect(planFaults(plan)).toEqual([]);
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
    expect(ruleSetFaults(ruleSet, { votes: true })).toEqual([]);
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
    'all-above': aNomination('approval', 'a b', { places: { kind: 'all' } }),
    'last-leaves': aNomination('choose', 'a b c'),
    'until-two-thirds': aNomination('choose', 'a b'),
    'jury-points': aNomination('rank', 'a b c', { parameters: { points: ['5', '3', '1'] } }),
    'expert-scores': aNomination('score', 'a b', { parameters: { criteria: [aCriterion('c')] } }),
    'stage-scores': aNomination('score', '', {
      nominees: ['a', 'b'].map((id) => aNominee(id, { priorScore: '3' })),
      parameters: { criteria: [aCriterion('c')], carry: { weight: '1' } },
    }),
  };
  const ballots = {
    'mfc-central': chooses('a'),
    'two-thirds': says('for'),
    rating: { answers: { a: 'for', b: 'against' } },
    'all-above': { answers: { a: 'for', b: 'against' } },
    'last-leaves': chooses('a'),
    'until-two-thirds': chooses('a'),
    'jury-points': ranks('a', 'b', 'c'),
    'expert-scores': scores({ a: '9', b: '8' }),
    'stage-scores': scores({ a: '9', b: '8' }),
  } as const;
  it.each(presetNames)('%s carries a session from convening to a result', (name) => {
    const session = inSession(aPlan({ rules: presets[name], questions: [questions[name]] }));
    const ballot = ballots[name];
    session.vote({ m1: ballot, m2: ballot, m3: ballot, m4: ballot });
    expect(['awarded', 'adopted']).toContain(session.result().status);
  });
});
