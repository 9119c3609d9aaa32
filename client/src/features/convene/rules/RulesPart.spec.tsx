import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@open-ballot/shared/rules/plan/rule-set';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { presetOf } from './own-rules.ts';
import { nominationForm } from '../question-form.ts';
import { aContest } from '../../../testing/a-contest.ts';
import { RulesPart } from './RulesPart.tsx';
import { faultsOf } from '../session-faults.ts';
import { fieldsFor, newSessionOf, type SessionFields } from '../session-form.ts';
import { useErrorAt } from '../use-error-at.ts';

const contest = aContest({
  nominations: [
    {
      nominationId: 'n1',
      title: 'Лучший МФЦ',
      nominees: [{ nomineeId: 'x', name: 'МФЦ Ленинского района' }],
    },
  ],
});

let now: SessionFields;

function Stage({ start }: { readonly start: SessionFields }) {
  const [fields, setFields] = useState(start);
  const errorAt = useErrorAt(faultsOf(contest, fields), false, () => undefined);
  useEffect(() => {
    now = fields;
  }, [fields]);
  return (
    <RulesPart
      contest={contest}
      fields={fields}
      errorAt={errorAt}
      onFields={(changes) => setFields((before) => ({ ...before, ...changes }))}
    />
  );
}

const start: SessionFields = { ...fieldsFor(contest, 0, '2021-06-25'), place: 'г. Москва' };
const stage = (ruleSet: Partial<RuleSet> = {}) =>
  render(<Stage start={{ ...start, ruleSet: { ...start.ruleSet, ...ruleSet } }} />);

const group = (name: string) => within(screen.getByRole('group', { name, hidden: true }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tick = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label));
const sentences = () => [...document.querySelectorAll('[aria-live] li')].map((each) => each.textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const alerts = () => screen.queryAllByRole('alert', { hidden: true }).map((each) => each.textContent);

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the rule set composed by the secretary', () => {
  it('is read back as sentences, named as their own, and sent', () => {
    stage();
    expect(screen.queryByText('Свой свод правил')).toBeNull();
    choose('От чего считается кворум', 'established');
    fireEvent.click(group('Сколько нужно для кворума').getByText('Две трети'));
    choose('Сравнение', 'more-than');
    tick('Участвующие по видеосвязи');
    tick('Взявшие самоотвод остаются в кворуме');
    choose('Как решают', 'majority');
    choose('Доля от чего', 'participants');
    const needed = group('Сколько голосов нужно');
    fireEvent.change(needed.getByLabelText('Сколько долей'), { target: { value: '3' } });
    fireEvent.change(needed.getByLabelText('Из скольких'), { target: { value: '5' } });
    press('Выше: Жребий');
    press('Убрать: Голос председательствующего');
    expect(sentences()).toEqual(
      expect.arrayContaining([
        'Кворум: более двух третей установленного числа мест. В кворуме учитываются присутствующие в зале. Участие по видеосвязи не учитывается.',
        'Взявшие самоотвод остаются в кворуме и в числе, от которого он считается.',
        'Для решения нужны голоса более 3/5 голосовавших, считая воздержавшихся.',
        'При равенстве голосов по порядку: 1) бросают жребий при свидетелях; 2) проводят перебаллотировку.',
      ]),
    );
    expect(presetOf(now.ruleSet)).toBeUndefined();
    expect(screen.getByRole('option', { name: 'Свой свод правил' })).toBeTruthy();
    expect(faultsOf(contest, now)).toEqual({});
    expect(newSessionOf(contest, now).ruleSet).toMatchObject({
      quorum: { base: 'established', recusedStay: true, counts: ['in-person'], threshold: { n: 2, d: 3 } },
      decision: { kind: 'majority', majority: { base: 'participants', threshold: { n: 3, d: 5 } } },
      ties: ['lot-by-hand', 'runoff'],
    });
  });

  it('finds the way back to the preset it began from, and leaves the questions alone', () => {
    stage({ abstain: false });
    press('Вернуть «Центральная комиссия МФЦ»');
    expect(now.ruleSet).toEqual(start.ruleSet);
    expect(screen.queryByText(/Свой свод правил/)).toBeNull();
  });

  it('keeps the focus with the tie-breaker that was moved', () => {
    stage();
    press('Ниже: Голос председательствующего');
    press('Ниже: Голос председательствующего');
    expect(now.ruleSet.ties).toEqual(['runoff', 'lot-by-hand', 'own-vote']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Выше: Голос председательствующего');
  });
});

describe('a contradiction', () => {
  it.each<readonly [string, Partial<RuleSet>, string, RegExp]>([
    ['[7.2]', { ties: ['casting-vote'] }, 'ties', /Председательствующий голосует наравне со всеми/],
    [
      '[3.1]',
      { quorum: { ...start.ruleSet.quorum, counts: ['in-person', 'absentee'] } },
      'quorum.counts',
      /Письменные голоса учитываются в кворуме, но не допускаются/,
    ],
    [
      '[3.1]',
      { quorum: { ...start.ruleSet.quorum, counts: ['in-person', 'substitute'] } },
      'quorum.counts',
      /Замещающие учитываются в кворуме, но не допускаются/,
    ],
    ['[3.1]', { quorum: { ...start.ruleSet.quorum, counts: [] } }, 'quorum.counts', /Кворум не соберётся/],
    [
      '[6.1]',
      {
        decision: {
          kind: 'majority',
          majority: { base: 'present', threshold: { n: 1, d: 1, compare: 'more-than' } },
        },
      },
      'decision.majority',
      /Больше целого набрать нельзя/,
    ],
    ['[6.2]', { decision: { kind: 'plurality', minimumScore: 'x' } }, 'decision.minimumScore', /Нужно число/],
  ])('%s is shown at once at its field with the reason (%#)', (_rule, ruleSet, path, reason) => {
    stage(ruleSet);
    expect(alerts().join()).toMatch(reason);
    expect(faultsOf(contest, now)).toHaveProperty([`ruleSet.${path}`]);
    expect(document.querySelector('details')?.open).toBe(true);
  });

  it('[3.2] of a threshold comes and goes as the numbers are filled in', () => {
    stage();
    const needed = group('Сколько нужно для кворума');
    fireEvent.change(needed.getByLabelText('Сколько долей'), { target: { value: '3' } });
    expect(alerts().join()).toMatch(/Нужны два целых числа, первое не больше второго/);
    fireEvent.change(needed.getByLabelText('Сколько долей'), { target: { value: '' } });
    expect(faultsOf(contest, now)).toHaveProperty(['ruleSet.quorum.threshold']);
    fireEvent.change(needed.getByLabelText('Сколько долей'), { target: { value: '2' } });
    expect(alerts()).toEqual([]);
    expect(sentences()[0]).toContain('не менее всех');
  });
});

describe('a question against the rules', () => {
  const [nomination] = contest.nominations;
  const question = { ...nominationForm(nomination!, { kind: 'rank' }), sumOfPlaces: true };

  it('[5.4] a sum of places is not partial and has no minimum', () => {
    const ruleSet = { ...start.ruleSet, decision: { kind: 'plurality', minimumScore: '5' } } as const;
    expect(
      faultsOf(contest, { ...start, ruleSet, questions: [{ ...question, partial: true }] }),
    ).toMatchObject({
      'questions.0.parameters.partial': { code: 'partial-of-places' },
      'questions.0.decision.minimumScore': { code: 'minimum-of-places' },
    });
    expect(faultsOf(contest, { ...start, questions: [question] })).toEqual({});
  });

  it('[4.1] has rules of its own in place of the session’s, and they contradict it as well', () => {
    const threshold = { n: 2, d: 3, compare: 'at-least' } as const;
    const decision = { kind: 'majority', majority: { base: 'present', threshold } } as const;
    const motion = { ...start.questions[0]!, decision, ties: ['rejected'] as const };
    expect(faultsOf(contest, { ...start, questions: [motion] })).toEqual({});
    expect(newSessionOf(contest, { ...start, questions: [motion] }).questions[0]).toMatchObject({
      decision,
      ties: ['rejected'],
    });
    const points = {
      ...nominationForm(nomination!, { kind: 'rank' }),
      decision,
      ties: ['casting-vote'] as const,
    };
    expect(faultsOf(contest, { ...start, questions: [points] })).toMatchObject({
      'questions.0.decision': { code: 'majority-of-points' },
      'questions.0.ties': { code: 'casting-vote' },
    });
  });

  it('[6.3] drops the floor for points, keeps the minimum, and says so', () => {
    const floor = { base: 'present', threshold: { n: 1, d: 2, compare: 'more-than' } } as const;
    const ruleSet = { ...start.ruleSet, decision: { kind: 'plurality', floor, minimumScore: '5' } } as const;
    const fields = { ...start, ruleSet, questions: [nominationForm(nomination!, { kind: 'rank' })] };
    expect(newSessionOf(contest, fields).questions[0]?.decision).toEqual({
      kind: 'plurality',
      minimumScore: '5',
    });
    render(<Stage start={fields} />);
    expect(screen.getByText(/Большинство к баллам не применяется/)).toBeTruthy();
  });
});
