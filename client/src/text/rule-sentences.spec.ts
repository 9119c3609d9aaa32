import { afterEach, describe, expect, it } from '@jest/globals';
import { presetNames, presets } from '@open-ballot/shared/rules/plan/presets';
import type { SessionForm } from '@open-ballot/shared/rules/session';
import type { DecisionRule, QuorumRule, RuleSet, Threshold } from '@open-ballot/shared/rules/plan/rule-set';
import { act, cleanup, renderHook } from '@testing-library/react';
import { useRuleText } from './rule-sentences.ts';
import { chooseLanguage } from './texts.ts';

afterEach(() => {
  cleanup();
  act(() => chooseLanguage('ru'));
});

const central = presets['mfc-central'];
const read = (changes: Partial<RuleSet>, form: SessionForm = 'in-person'): string[] =>
  renderHook(() => useRuleText()).result.current.sentences({ ...central, ...changes }, form);

const quorum = (changes: Partial<QuorumRule>): Partial<RuleSet> => ({
  quorum: { ...central.quorum, ...changes },
});
const share = (n: number, d: number, compare: Threshold['compare'] = 'at-least'): Threshold => ({
  n,
  d,
  compare,
});
const decision = (rule: DecisionRule): Partial<RuleSet> => ({ decision: rule });
const half = share(1, 2, 'more-than');

describe('a rule set read as sentences', () => {
  it.each<readonly [string, Partial<RuleSet>]>([
    ['Кворум: не менее половины назначенных членов комиссии.', {}],
    ['Кворум: более половины назначенных членов комиссии.', quorum({ threshold: half })],
    ['Кворум: не менее двух третей назначенных членов комиссии.', quorum({ threshold: share(2, 3) })],
    ['Кворум: не менее трёх четвертей назначенных членов комиссии.', quorum({ threshold: share(3, 4) })],
    ['Кворум: не менее двух третей назначенных членов комиссии.', quorum({ threshold: share(4, 6) })],
    ['Кворум: не менее 3/5 назначенных членов комиссии.', quorum({ threshold: share(3, 5) })],
    [
      'Кворум: более одной трети назначенных членов комиссии.',
      quorum({ threshold: share(1, 3, 'more-than') }),
    ],
    ['Кворум: не менее четверти назначенных членов комиссии.', quorum({ threshold: share(1, 4) })],
    ['Кворум: не менее всех назначенных членов комиссии.', quorum({ threshold: share(5, 5) })],
    ['Кворум: не менее …/3 назначенных членов комиссии.', quorum({ threshold: share(NaN, 3) })],
    ['Кворум: не менее половины установленного числа мест.', quorum({ base: 'established' })],
    ['В кворуме учитываются присутствующие в зале, участвующие по видеосвязи.', {}],
    [
      'В кворуме учитываются присутствующие в зале. Участие по видеосвязи не учитывается.',
      quorum({ counts: ['in-person'] }),
    ],
    [
      'В кворуме учитываются участвующие по видеосвязи. Присутствие в зале не учитывается.',
      quorum({ counts: ['remote'] }),
    ],
    [
      'присутствующие в зале, участвующие по видеосвязи, приславшие письменный голос (при закрытии), замещающие.',
      quorum({ counts: ['substitute', 'absentee', 'remote', 'in-person'] }),
    ],
    ['В кворуме никто не учитывается.', quorum({ counts: [] })],
    ['Столько же должно быть подано голосов.', quorum({ ofBallots: true })],
    ['Сколько из присутствующих проголосовало, для кворума не важно.', {}],
    ['Взявшие самоотвод не входят в кворум и в число, от которого он считается.', {}],
    [
      'Взявшие самоотвод остаются в кворуме и в числе, от которого он считается.',
      quorum({ recusedStay: true }),
    ],
    ['Взявшие самоотвод не входят в число, от которого считают голоса.', {}],
    ['Взявшие самоотвод остаются в числе, от которого считают голоса.', { recusedStay: true }],
    ['Побеждает набравший больше всех. Ноль голосов не побеждает.', {}],
    [
      'Победителю нужны голоса более половины присутствующих.',
      decision({ kind: 'plurality', floor: { base: 'present', threshold: half } }),
    ],
    ['Нужно набрать не меньше 7,5.', decision({ kind: 'plurality', minimumScore: '7.5' })],
    ...(
      [
        ['for-and-against', 'проголосовавших «за» или «против»'],
        ['participants', 'голосовавших, считая воздержавшихся'],
        ['present', 'присутствующих'],
        ['appointed', 'назначенных членов комиссии'],
        ['established', 'установленного числа мест'],
      ] as const
    ).map(
      ([base, words]) =>
        [
          `Для решения нужны голоса не менее двух третей ${words}.`,
          decision({ kind: 'majority', majority: { base, threshold: share(2, 3) } }),
        ] as const,
    ),
    ['При равенстве голосов по порядку: решает голос председательствующего.', { ties: ['own-vote'] }],
    [
      '1) решает балл предварительной оценки; 2) решает более ранняя заявка; 3) бросают жребий по журналу.',
      { ties: ['prior-score', 'earlier-application', 'lot'] },
    ],
    [
      '1) бросают жребий по журналу; 2) решает более ранняя заявка; 3) решает балл предварительной оценки.',
      { ties: ['lot', 'earlier-application', 'prior-score'] },
    ],
    [
      '1) председательствующий, не голосовавший раньше, подаёт решающий голос; 2) решение не принимается.',
      { ties: ['casting-vote', 'rejected'] },
    ],
    [
      '1) проводят перебаллотировку; 2) бросают жребий при свидетелях; 3) место делится.',
      { ties: ['runoff', 'lot-by-hand', 'shared'] },
    ],
    ['Для равенства правил нет: останется переголосование.', { ties: [] }],
    ['Воздержаться можно.', {}],
    ['Воздержаться нельзя.', { abstain: false }],
    ['До закрытия голос можно изменить.', {}],
    ['Поданный голос изменить нельзя.', { changeUntilClose: false }],
    ['Голосование закрывает председательствующий или секретарь.', {}],
    ['Голосование закроется само, когда проголосуют все присутствующие.', { closeWhenAllVoted: true }],
    ['Одновременно идёт одно голосование.', {}],
    ['Могут идти несколько голосований сразу.', { parallelRounds: true }],
    ['Явку отмечает секретарь.', {}],
    ['Члены комиссии отмечают явку сами, секретарь может поправить.', { selfCheckIn: true }],
    ['Замещающих нет.', {}],
    ['Допускаются замещающие по доверенности.', { substitutes: true }],
    ['Письменных голосов отсутствующих нет.', {}],
    ['Допускаются письменные голоса отсутствующих.', { absentee: true }],
    ['Один участник может победить в нескольких номинациях.', {}],
    ['Один участник побеждает только в одной номинации.', { oneWinPerEntrant: true }],
    ['Протокол подписывают все присутствовавшие и секретарь.', { allPresentSign: true }],
    ['Пока идёт голосование, видно, кто как проголосовал.', { visibility: 'names' }],
    ['Пока идёт голосование, виден подсчёт, но не имена. После закрытия – имена.', { visibility: 'totals' }],
    [
      'Пока идёт голосование, видно только, кто проголосовал. После закрытия – как.',
      { visibility: 'turnout' },
    ],
  ])('says «%s»', (sentence, changes) => expect(read(changes).join('\n')).toContain(sentence));

  it('[1.8] tells of a written procedure nothing that needs people in a room', () => {
    const told = read({ closeWhenAllVoted: true, absentee: true }, 'correspondence');
    expect(told).toContain(
      'Кворум: не менее половины назначенных членов комиссии. Считаются поданные бюллетени.',
    );
    expect(told.join(' ')).not.toMatch(/присутств|в зале|Явк|закрывает/);
    expect(told.join(' ')).toContain('когда проголосуют все или в назначенное время');
    expect(told.join(' ')).toContain('Принимаются и бюллетени на бумаге.');
  });

  it('speaks English to whoever asks for it', () => {
    act(() => chooseLanguage('en'));
    const majority = { base: 'participants', threshold: share(2, 3) } as const;
    const sentences = read({ decision: { kind: 'majority', majority }, ties: ['runoff', 'shared'] });
    expect(sentences).toContain(
      'A decision needs the votes of at least two thirds of those who voted, abstentions included.',
    );
    expect(sentences).toContain(
      'With equal votes, in this order: 1) a runoff is held; 2) the place is shared.',
    );
  });

  it.each(presetNames)('leaves nothing of the preset %s without words', (name) => {
    const sentences = read(presets[name]);
    expect(sentences).toHaveLength(presets[name].decision.kind === 'majority' ? 14 : 13);
    for (const sentence of sentences) expect(sentence).toMatch(/^[А-Я].*\.$/);
  });
});
