import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '../../rules/plan/rule-set.ts';
import type { QuestionDraft } from '../../rules/session.ts';
import {
  aCriterion,
  aMotion,
  aNomination,
  aNominee,
  aPlan,
  aSeat,
  approves,
  atLeast,
  chooses,
  majority,
  moreThan,
  quorum,
  ranked,
  ranks,
  says,
  scores,
  seats,
  share,
} from '../../testing/a-session.ts';
import { inSession, member, spread, type LivedSession } from '../../testing/lived-session.ts';
import { explanationOf } from './sentences.ts';

const meeting = (question: QuestionDraft, rules: Partial<RuleSet> = {}, members = 5): LivedSession =>
  inSession(aPlan({ members, questions: [question], rules, earlierWinners: ['x'] }));

/** The sentences with short names and without what holds words together, each followed by its lines. */
const said = (lived: LivedSession, language: 'ru' | 'en' = 'ru', round = lived.round()): string[] =>
  explanationOf(lived.session, lived.question(), round, language)
    .flatMap(({ text, details = [] }) => [text, ...details])
    .map((each) => each.replaceAll('\u00a0', ' ').replaceAll(/Nominee |Name of /g, ''));

const tiedChoice = (ties: RuleSet['ties'], more: Partial<QuestionDraft> = {}): QuestionDraft =>
  aNomination('choose', 'a b', { ties, ...more });

/** The presiding member m1 abstains, so that nothing but the tie-breaker decides. */
const evenly = { m1: says('abstain'), m2: chooses('a'), m3: chooses('b') };

describe('an explanation in sentences', () => {
  it('[6.1] [3.1] tells a motion from who was entitled to what came of it', () => {
    const question = aMotion({ decision: majority('participants', moreThan(1, 2)) });
    const lived = meeting(question, {}, 9).vote(
      spread([
        [4, says('for')],
        [2, says('against')],
      ]),
    );
    expect(said(lived)).toEqual([
      'Право голоса имели 9 членов комиссии: проголосовали 6, не голосовали 3.',
      'Кворум был: учтены 9 из 9, нужно не менее 5.',
      'За – 4, против – 2, воздержались – 0.',
      'Нужно более половины голосовавших, считая воздержавшихся (6), то есть не менее 4 голосов.',
      'Итог: решение принято.',
    ]);
    expect(said(lived, 'en')).toEqual([
      '9 members were entitled to vote: 6 voted, 3 did not.',
      'There was a quorum: 9 of 9 counted, at least 5 needed.',
      'For 4, against 2, abstained 0.',
      'Needed: more than half of those who voted, abstentions included (6), that is at least 4 votes.',
      'Outcome: adopted.',
    ]);
  });

  it('[3.4] says that there was no quorum, and nothing of votes', () => {
    const lived = meeting(aMotion()).openRound().leave('m3', 'm4', 'm5').close();
    expect(said(lived)).toEqual([
      'Право голоса имели 2 члена комиссии: проголосовали 0, не голосовали 2.',
      'Кворума не было: учтены 2 из 5, нужно не менее 3.',
      'Итог: без кворума решения нет.',
    ]);
  });

  it('[3.3] says that too few ballots were cast for a quorum of those present', () => {
    const lived = meeting(aMotion(), { quorum: quorum({ ofBallots: true }) }).vote({ m1: says('for') });
    expect(said(lived)).toContain('Кворум был: учтены 5 из 5, нужно не менее 3.');
    expect(said(lived)).toContain('Поданных голосов для кворума не хватило: 1, нужно не менее 3.');
  });

  it('[6.2] [6.6] says who dropped out, and why', () => {
    const nominees = [aNominee('a'), aNominee('b', { entrantId: 'x' }), aNominee('c'), aNominee('d')];
    const decision = { kind: 'plurality', floor: share('present', moreThan(1, 3)) } as const;
    const lived = meeting(
      aNomination('choose', '', { nominees, decision }),
      { oneWinPerEntrant: true },
      9,
    ).vote(
      spread([
        [4, chooses('a')],
        [3, chooses('b')],
        [2, chooses('c')],
      ]),
    );
    const [, , ...rest] = said(lived);
    expect(rest).toEqual([
      'Голоса по убыванию:',
      'a – 4',
      'b – 3',
      'c – 2',
      'd – 0',
      'Побеждает тот, у кого больше голосов.',
      'Нужно более одной трети присутствующих (9), то есть не менее 4 голосов.',
      'Выбывает (победа у участника может быть одна, и она уже есть): b (до этого заседания).',
      'Выбывает (нужное большинство не набрано): c.',
      'Выбывает (нет ни одного голоса): d.',
      'Итог: победитель – a.',
    ]);
  });

  it('[4.5] says who has withdrawn between the rounds', () => {
    const lived = meeting(tiedChoice(['runoff'])).vote(evenly);
    lived.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'a', reason: 'asked' });
    expect(said(lived)).toContain('Выбывает (снято с голосования): a.');
    expect(said(lived)).toContain('Итог: победитель – b.');
  });

  it('[6.3] says that nobody has more than against all', () => {
    const question = aNomination('choose', 'a b', { parameters: { againstAll: true } });
    const lived = meeting(question).vote({
      m1: says('against-all'),
      m2: says('against-all'),
      m3: chooses('a'),
    });
    expect(said(lived)).toContain('Против всех – 2. Больше не набрал никто, поэтому победителя нет.');
    expect(said(lived).at(-1)).toBe('Итог: победителя нет.');
    const won = meeting(question).vote({ m1: says('against-all'), m2: chooses('a'), m3: chooses('a') });
    expect(said(won)).toContain('Против всех – 1.');
  });

  it('[6.1] gives each nominee of an approval the base of its own', () => {
    const decision = majority('for-and-against', atLeast(2, 3));
    const lived = meeting(aNomination('approval', 'a b', { decision })).vote({
      m1: approves('a+ b-'),
      m2: approves('a+ b+'),
      m3: approves('a- b-'),
    });
    expect(said(lived)).toContain(
      'Каждому нужно не менее двух третей голосов «за» и «против», поданных именно по нему:',
    );
    expect(said(lived)).toContain('a – за 2 из 3, нужно 2');
    expect(said(lived)).toContain('Выбывает (нужное большинство не набрано): b.');
  });

  it('[5.4] [5.5] [6.4] tells points, sums of places and a minimum as such', () => {
    const decision = { kind: 'plurality', minimumScore: '6.5' } as const;
    const scored = meeting(
      aNomination('score', 'a b', { parameters: { criteria: [aCriterion('c')] }, decision }),
    ).vote({ m1: scores({ a: '7', b: '6' }) });
    expect(said(scored)).toContain('Побеждает тот, у кого больше баллов.');
    expect(said(scored)).toContain('Выбывает (ниже минимального балла 6,5): b.');
    const places = ranked(1, 1);
    const placed = meeting(aNomination('rank', 'a b', { parameters: { sumOfPlaces: true }, places })).vote({
      m1: ranks('b', 'a'),
      m2: ranks('b', 'a'),
    });
    expect(said(placed)).toContain('Суммы мест, начиная с наименьшей:');
    expect(said(placed).filter((each) => /^[ab] – /.test(each))).toEqual(['b – 2', 'a – 4']);
    expect(said(placed).at(-1)).toBe('Итог: I место – b; II место – a.');
  });

  it('[5.8] tells what of a total was brought from before', () => {
    const nominees = [
      aNominee('a', { name: 'a', priorScore: '4' }),
      aNominee('b', { name: 'b', priorScore: '1.5' }),
    ];
    const parameters = { criteria: [aCriterion('c')], carry: { weight: '0.5' } };
    const lived = meeting(aNomination('score', '', { nominees, parameters })).vote({
      m1: scores({ a: '7', b: '6' }),
    });
    expect(said(lived)).toEqual(
      expect.arrayContaining(['a – 9, из них прежние баллы – 2', 'b – 6,75, из них прежние баллы – 0,75']),
    );
  });

  it('[5.9] says whom too few have scored', () => {
    const parameters = { criteria: [aCriterion('c')], partial: true, minimumScorers: 2 };
    const lived = meeting(aNomination('score', 'a b', { parameters })).vote({
      m1: scores({ a: '7', b: '6' }),
      m2: scores({ b: '6' }),
    });
    expect(said(lived)).toContain('Выбывает (оценили менее чем 2 по всем критериям): a.');
  });

  it('[9.2] says that the outcome of an annulled round does not stand', () => {
    const lived = meeting(aMotion())
      .vote({ m1: says('for') })
      .annul();
    expect(said(lived).slice(-2)).toEqual([
      'Итог: решение принято.',
      'Тур аннулирован: этот итог не действует.',
    ]);
  });

  it('has nothing to say of an open round', () => expect(said(meeting(aMotion()).openRound())).toEqual([]));
});

describe('[7.2] a tie in sentences', () => {
  it('[7.3] gives what anybody needs to draw the lot from the journal again', () => {
    const lived = meeting(tiedChoice(['own-vote', 'lot'])).vote(evenly);
    const { closedHash } = lived.round();
    const digest = (id: string) => createHash('sha256').update(`${closedHash}:${id}`).digest('hex');
    const [first, second] = ['a', 'b'].toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1));
    expect(said(lived).slice(-7)).toEqual([
      'Поровну: a, b. Голос председательствующего: равных не различает.',
      'm1: воздерж.',
      `Поровну: a, b. Жребий по журналу: решает, порядок – ${first}, ${second}.`,
      `Для каждого берётся SHA-256 от «хеш записи о закрытии:номинант», порядок – по возрастанию. Хеш записи: ${closedHash}`,
      `${first} (${first}) – ${digest(first!)}`,
      `${second} (${second}) – ${digest(second!)}`,
      `Итог: победитель – ${first}.`,
    ]);
  });

  it('counts back through the places, or says that it does not apply', () => {
    const ranking = aNomination('rank', 'a b', {
      parameters: { points: ['1', '1'] },
      ties: ['countback', 'lot-by-hand'],
    });
    const ballots = { m1: ranks('a', 'b'), m2: ranks('b', 'a') };
    expect(said(meeting(ranking).vote(ballots))).toEqual(
      expect.arrayContaining([
        'Поровну: a, b. Больше первых мест или наивысших оценок: равных не различает.',
        'Число I мест: a – 1; b – 1',
        'Число II мест: a – 1; b – 1',
      ]),
    );
    expect(said(meeting(tiedChoice(['countback', 'lot-by-hand'])).vote(evenly))).toContain(
      'Поровну: a, b. Больше первых мест или наивысших оценок: здесь не применяется.',
    );
  });

  it('names the casting vote, which is nobody’s ballot', () => {
    const lived = inSession(
      aPlan({
        roll: [aSeat('chair', { role: 'chair', votes: false }), ...seats(4)],
        presidingId: 'chair',
        questions: [aMotion({ ties: ['casting-vote'] })],
      }),
    ).vote({ m1: says('for'), m2: says('against') });
    expect(said(lived).slice(-2)).toEqual([
      'Голоса «за» и «против» разделились поровну. Решающий голос председательствующего: ожидается.',
      'Итог: поровну, решения ещё нет.',
    ]);
    lived.tell({ type: 'give-casting-vote', roundId: lived.round().roundId, choice: 'for' }, member('chair'));
    expect(said(lived)[0]).toBe('Право голоса имели 4 члена комиссии: проголосовали 2, не голосовали 2.');
    expect(said(lived)).toContain('За – 2, против – 1, воздержались – 0, считая решающий голос.');
    expect(said(lived).slice(-3)).toEqual([
      'Голоса «за» и «против» разделились поровну. Решающий голос председательствующего: решает.',
      'chair: за',
      'Итог: решение принято.',
    ]);
  });

  it('shows the scores, applications and witnesses that decided', () => {
    const nominees = [
      aNominee('a', { priorScore: '8.5', appliedAt: '2021-05-02T09:00:00.000Z' }),
      aNominee('b', { priorScore: '9', appliedAt: '2021-05-01T21:30:00.000Z' }),
    ];
    const tiedBy = (tie: RuleSet['ties'][number]) => meeting(tiedChoice([tie], { nominees })).vote(evenly);
    expect(said(tiedBy('prior-score')).slice(-4)).toEqual([
      'Поровну: a, b. Балл предварительной оценки: решает, порядок – b, a.',
      'a – 8,5',
      'b – 9',
      'Итог: победитель – b.',
    ]);
    expect(said(tiedBy('earlier-application'))).toContain('b – 2021-05-02 00:30:00 (Europe/Moscow)');
    const drawn = tiedBy('lot-by-hand');
    const { roundId } = drawn.round();
    drawn.tell({ type: 'record-lot', roundId, nomineeIds: ['b'], witnesses: 'm2 и m3' });
    expect(said(drawn)).toContain('Свидетели: m2 и m3');
  });

  it('[4.4] points to the runoff that decides', () => {
    const lived = meeting(tiedChoice(['runoff'])).vote(evenly);
    expect(said(lived).at(-1)).toBe('Итог: поровну, решения ещё нет.');
    lived.vote({ m1: chooses('b') });
    expect(said(lived, 'ru', lived.question().rounds[0]).slice(-2)).toEqual([
      'Поровну: a, b. Перебаллотировка: проводится следующим туром.',
      'Итог: поровну, решает следующий тур.',
    ]);
  });

  it('tells what was declined from what does not apply', () => {
    const lived = meeting(tiedChoice(['runoff', 'lot-by-hand', 'shared']))
      .vote(evenly)
      .vote(evenly);
    lived.tell({ type: 'decline-tie-breaker', roundId: lived.round().roundId });
    expect(said(lived).slice(-4)).toEqual([
      'Поровну: a, b. Перебаллотировка: здесь не применяется.',
      'Поровну: a, b. Жребий: от этого отказались.',
      'Поровну: a, b. Место делится: решает.',
      'Итог: победители – a, b.',
    ]);
  });

  it('[1.4] of a closed session awaits nothing any more', () => {
    const lived = meeting(tiedChoice(['runoff']))
      .vote(evenly)
      .tell({ type: 'close-session' });
    expect(said(lived).slice(-2)).toEqual([
      'Поровну: a, b. Перебаллотировка: заседание закрыто раньше.',
      'Итог: поровну, решение не принято.',
    ]);
  });
});
