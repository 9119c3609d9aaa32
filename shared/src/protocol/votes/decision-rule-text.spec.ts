import { describe, expect, it } from '@jest/globals';
import type { DecisionRule, MajorityBase, Threshold } from '../../rules/plan/rule-set.ts';
import type { QuestionDraft } from '../../rules/session.ts';
import { member } from '../../testing/lived-session.ts';
import { motion, side, toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, chairWithoutVote, sitting, votesOn } from '../../testing/vote-texts.ts';

const ruleOf = (session: Parameters<typeof votesOn>[0], round = 0) => {
  const notes = votesOn(session).filter((text) => text.startsWith('Голосование открыто'));
  return notes[round]?.split('Правило: ')[1];
};

const moreThanHalf = { n: 1, d: 2, compare: 'more-than' } as const;
const majorityOf = (base: MajorityBase, threshold: Threshold = moreThanHalf): DecisionRule => ({
  kind: 'majority',
  majority: { base, threshold },
});

describe('[6.1] a majority', () => {
  const motionUnder = (decision: DecisionRule) =>
    ruleOf(
      sitting([{ ...motion('q', 'О плане', 'Утвердить план'), decision }]).vote({
        m1: side('for'),
        m2: side('for'),
        m3: side('against'),
        m4: side('abstain'),
      }),
    );

  it.each([
    ['for-and-against', 'числа голосов «за» и «против» (не менее 2)'],
    ['participants', 'числа участвовавших в голосовании (не менее 3)'],
    ['present', 'числа присутствующих членов комиссии (не менее 5)'],
    ['appointed', 'общего числа членов комиссии (не менее 5)'],
    ['established', 'установленной численности комиссии (не менее 5)'],
  ] as const)('of %s names its base and the number it took', (base, text) =>
    expect(motionUnder(majorityOf(base))).toBe(`необходимо голосов «за»: более половины от ${text}.`),
  );

  it.each([
    ['present', 'присутствующих членов комиссии (9)'],
    ['established', 'членов комиссии по установленной численности (9)'],
  ] as const)('of all of %s wants every vote', (base, text) =>
    expect(motionUnder(majorityOf(base, { n: 1, d: 1, compare: 'at-least' }))).toBe(
      `необходимы голоса всех ${text}.`,
    ),
  );

  it('of a nomination is no decision that somebody votes for', () => {
    const decision = majorityOf('for-and-against', { n: 2, d: 3, compare: 'at-least' });
    const session = sitting([bestOf({ decision })]).vote({
      m1: toNominee('a'),
      m2: toNominee('a'),
      m3: side('abstain'),
    });
    expect(ruleOf(session)).toBe(
      'наибольшее число голосов, при этом необходимо голосов: не менее двух третей от числа голосовавших, кроме воздержавшихся (не менее 2).',
    );
  });

  it('of the votes on each nominee has no number of its own', () => {
    const decision = majorityOf('for-and-against');
    const session = sitting([bestOf({ kind: 'approval', parameters: {}, decision })]);
    expect(ruleOf(session.vote({ m1: { answers: { a: 'for', b: 'against', c: 'against' } } }))).toBe(
      'наибольшее число голосов «за», при этом необходимо голосов «за»: более половины от числа голосов «за» и «против», поданных по номинанту.',
    );
  });

  it('[7.2] does not grow with a casting vote', () => {
    const decision = majorityOf('participants', { n: 1, d: 2, compare: 'at-least' });
    const session = sitting([bestOf({ decision, ties: ['casting-vote'] })], chairWithoutVote);
    session.vote({ m2: toNominee('a'), m3: toNominee('b') });
    session.tell(
      { type: 'give-casting-vote', roundId: session.round().roundId, nomineeId: 'b' },
      member('m1'),
    );
    expect(ruleOf(session)).toBe(
      'наибольшее число голосов, при этом необходимо голосов: не менее половины от числа участвовавших в голосовании (не менее 1).',
    );
  });

  it('as a floor stands beside what is compared', () => {
    const decision: DecisionRule = { kind: 'plurality', floor: { base: 'present', threshold: moreThanHalf } };
    const session = sitting([bestOf({ kind: 'approval', parameters: {}, decision })]).vote({
      m1: { answers: { a: 'for', b: 'against', c: 'against' } },
    });
    expect(ruleOf(session)).toBe(
      'наибольшее число голосов «за», при этом необходимо голосов «за»: более половины от числа присутствующих членов комиссии (не менее 5).',
    );
  });
});

describe('[5.4] [5.5] points', () => {
  const criterion = (criterionId: string, weight = '1') => ({
    criterionId,
    title: criterionId,
    min: '0',
    max: '10',
    step: '1',
    weight,
  });
  const all = (points: string) => ({
    scores: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { c: points }])),
  });
  const scored = (parameters: QuestionDraft['parameters'], more: Partial<QuestionDraft> = {}) =>
    bestOf({
      kind: 'score',
      parameters: { criteria: [criterion('c')], ...parameters },
      ties: ['runoff'],
      ...more,
    });

  it('are a total with the minimum it must reach, which a runoff of votes does not have', () => {
    const decision: DecisionRule = { kind: 'plurality', minimumScore: '5.5' };
    const session = sitting([
      scored({ aggregate: 'sum', rounding: { at: 'total', digits: 1 } }, { decision }),
    ]);
    session.vote({ m1: all('9') }).vote({ m1: toNominee('a') });
    expect(ruleOf(session, 0)).toBe(
      'наибольший итоговый балл, при итоговом балле не менее 5,5. Итоговый балл – сумма оценок голосовавших, с округлением итога до 0,1.',
    );
    expect(ruleOf(session, 1)).toBe('наибольшее число голосов.');
  });

  it.each([
    [{ aggregate: 'mean' }, 'средняя оценка, без округления'],
    [
      { aggregate: 'trimmed-mean', rounding: { at: 'criterion', digits: 2 } },
      'средняя оценка без наибольшей и наименьшей оценки (при трёх оценках и более), с округлением по критерию до 0,01',
    ],
    [
      { criteria: [criterion('c', '2')], rounding: { at: 'total', digits: 0 } },
      'средняя оценка с учётом весов, с округлением итога до целого',
    ],
    [
      { criteria: [criterion('c'), criterion('d')], partial: true },
      'сумма средних оценок по критериям, без округления',
    ],
  ] as const)('of %j say how they were made', (parameters, text) =>
    expect(ruleOf(sitting([scored(parameters)]).vote({ m1: all('9') }))).toBe(
      `наибольший итоговый балл. Итоговый балл – ${text}.`,
    ),
  );

  it('for places name the table of points', () => {
    const ranked = bestOf({ kind: 'rank', parameters: { points: ['5', '3', '1.5'] } });
    expect(ruleOf(sitting([ranked]).vote({ m1: { places: ['a', 'b', 'c'] } }))).toBe(
      'наибольшая сумма баллов. Баллы за места: I – 5, II – 3, III – 1,5.',
    );
  });

  it('may be the places themselves', () => {
    const ranked = bestOf({ kind: 'rank', parameters: { sumOfPlaces: true } });
    expect(ruleOf(sitting([ranked]).vote({ m1: { places: ['a', 'b', 'c'] } }))).toMatch(
      /^наименьшая сумма мест\. /,
    );
  });
});

it.each([
  [1, 2, 'не менее 1 и не более 2'],
  [2, 2, 'ровно 2'],
  [1, 5, 'не менее 1 и не более 3'],
])('[5.3] between %i and %i nominees on a ballot are told', (min, max, text) => {
  const session = sitting([bestOf({ parameters: { min, max } })]).vote({ m1: { nominees: ['a', 'b'] } });
  expect(ruleOf(session)).toBe(`наибольшее число голосов. В бюллетене отмечалось номинантов: ${text}.`);
});

it('[4.5] fewer nominees than a ballot had to name are all that it could', () => {
  const session = sitting([bestOf({ parameters: { min: 3, max: 3 } })]);
  session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'заявление' });
  expect(ruleOf(session.vote({ m1: { nominees: ['a', 'b'] } }))).toContain('ровно 2.');
});
