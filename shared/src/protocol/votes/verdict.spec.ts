import { describe, expect, it } from '@jest/globals';
import { presets } from '../../rules/plan/presets.ts';
import type { Ballot } from '../../rules/session.ts';
import { member } from '../../testing/lived-session.ts';
import { toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, chairWithoutVote, resolvedOn, sitting, votesOn } from '../../testing/vote-texts.ts';

const againstAll: Ballot = { choice: 'against-all' };
const verdictOf = (session: Parameters<typeof votesOn>[0]) =>
  votesOn(session).find((text) => text.startsWith('Подано бюллетеней'));

describe('[6.3] [6.5] why nobody won', () => {
  it('nobody had the votes that the majority required', () => {
    const session = sitting([bestOf()], { ruleSet: presets['two-thirds'] });
    session.vote({ m1: toNominee('a'), m2: toNominee('a'), m3: toNominee('b') });
    expect(verdictOf(session)).toBe(
      'Подано бюллетеней – 3, воздержались – 0. Требуемого числа голосов (6) ни один номинант не набрал. Победитель не определён.',
    );
  });

  it('most votes were against all', () => {
    const session = sitting([bestOf({ parameters: { min: 1, max: 1, againstAll: true } })]);
    session.vote({ m1: toNominee('a'), m2: againstAll, m3: againstAll });
    expect(verdictOf(session)).toContain(
      'Наибольшее число голосов подано «против всех». Победитель не определён.',
    );
  });

  it('as many votes were against all as for the first', () => {
    const session = sitting([bestOf({ parameters: { min: 1, max: 1, againstAll: true } })]);
    session.vote({ m1: toNominee('a'), m2: againstAll });
    expect(verdictOf(session)).toContain(
      '«Против всех» подано столько же голосов, сколько за набравшего их больше других. Победитель не определён.',
    );
  });

  it('nobody reached the minimum', () => {
    const session = sitting([
      bestOf({
        kind: 'score',
        parameters: {
          criteria: [
            { criterionId: 'c', title: 'Актуальность', min: '0', max: '10', step: '1', weight: '1' },
          ],
        },
        decision: { kind: 'plurality', minimumScore: '7.5' },
      }),
    ]);
    session.vote({ m1: { scores: { a: { c: '7' }, b: { c: '5' }, c: { c: '1' } } } });
    expect(verdictOf(session)).toContain('Итогового балла не менее 7,5 ни один номинант не набрал.');
  });

  it('nobody voted, or only for who had won before', () => {
    expect(verdictOf(sitting([bestOf()]).vote({}))).toContain('Ни один номинант голосов не получил.');
    const nominees = bestOf().nominees.map((each) => ({ ...each, entrantId: each.nomineeId }));
    const again = sitting([bestOf({ nominees })], {
      ruleSet: { ...presets['mfc-central'], oneWinPerEntrant: true },
      earlierWinners: ['a'],
    }).vote({ m1: toNominee('a') });
    expect(verdictOf(again)).toContain(
      'Никто из остальных номинантов голосов не получил. Победитель не определён.',
    );
  });

  it.each([
    ['баллов', { points: ['5', '3'] }],
    ['мест', { sumOfPlaces: true }],
  ])('[5.4] nobody ranked anybody: no %s', (what, parameters) =>
    expect(verdictOf(sitting([bestOf({ kind: 'rank', parameters })]).vote({}))).toContain(
      `Ни один номинант ${what} не получил.`,
    ),
  );

  it('[5.9] too few scored anybody to be judged, which is said before it', () => {
    const criterion = {
      criterionId: 'c',
      title: 'Актуальность',
      min: '0',
      max: '10',
      step: '1',
      weight: '1',
    };
    const parameters = { criteria: [criterion], partial: true, minimumScorers: 2 };
    const session = sitting([bestOf({ kind: 'score', parameters })], { edition: 2 });
    session.vote({ m1: { scores: { a: { c: '7' }, b: { c: '8' } } }, m2: { scores: { b: { c: '9' } } } });
    expect(votesOn(session)).toContain(
      'Не оцениваются (по всем критериям оценили менее 2) – 2: МФЦ города Тулы (Тульская область); Климова Екатерина Андреевна (Кировская область).',
    );
    expect(votesOn(session).at(-1)).toContain(
      'Номинант оценивается, если по всем критериям его оценили не менее 2 членов.',
    );
    const nobody = sitting([bestOf({ kind: 'score', parameters })], { edition: 2 });
    nobody.vote({ m1: { scores: { a: { c: '7' } } } });
    expect(verdictOf(nobody)).toBe('Подано бюллетеней – 1, воздержались – 0. Победитель не определён.');
  });

  it('[6.2] somebody ranked them, and nothing came of it', () => {
    const worthless = bestOf({ kind: 'rank', parameters: { points: ['0', '0'] } });
    const session = sitting([worthless], { edition: 2 }).vote({ m1: { places: ['a', 'b'] } });
    expect(verdictOf(session)).toContain('Ни один номинант больше нуля не набрал. Победитель не определён.');
  });

  it('is said in the number of places, whatever a winner would be called', () => {
    const session = sitting([
      bestOf({ winnerLabel: 'почётная грамота', places: { kind: 'laureates', count: 2 } }),
    ]).vote({});
    expect(verdictOf(session)).toMatch(/ Победители не определены\.$/);
    expect(resolvedOn(session)).toEqual(['1.1. Победители в номинации «Лучший МФЦ» не определены.']);
  });
});

describe('a nomination', () => {
  const present = ['m1', 'm2', 'm3', 'm4', 'm5'];
  const all = (ballot: Ballot, members = present) => Object.fromEntries(members.map((id) => [id, ballot]));

  it('in which all voted for the winner is decided unanimously', () =>
    expect(verdictOf(sitting([bestOf()], {}, present).vote(all(toNominee('a'))))).toBe(
      'Подано бюллетеней – 5, воздержались – 0. Решение принято единогласно.',
    ));

  it.each([
    ['somebody did not vote', all(toNominee('a'), ['m1', 'm2', 'm3', 'm4'])],
    ['somebody abstained', { ...all(toNominee('a')), m5: { choice: 'abstain' } as const }],
    ['somebody voted for another', { ...all(toNominee('a')), m5: toNominee('b') }],
  ])('is not, where %s', (_what, ballots) =>
    expect(verdictOf(sitting([bestOf()], {}, present).vote(ballots))).not.toContain('единогласно'),
  );

  it('[7.2] is not, where it took a casting vote', () => {
    const session = sitting(
      [
        bestOf({
          parameters: { min: 2, max: 2 },
          places: { kind: 'laureates', count: 2 },
          ties: ['casting-vote'],
        }),
      ],
      { roll: chairWithoutVote.roll.slice(0, 3), establishedSeats: 2 },
    ).vote({ m2: { nominees: ['a', 'b'] }, m3: { nominees: ['a', 'c'] } });
    session.tell(
      { type: 'give-casting-vote', roundId: session.round().roundId, nomineeId: 'b' },
      member('m1'),
    );
    expect(session.round().tally.votes).toEqual({ a: 2, b: 2, c: 1 });
    expect(verdictOf(session)).not.toContain('единогласно');
  });
});
