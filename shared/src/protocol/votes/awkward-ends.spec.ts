import { describe, expect, it } from '@jest/globals';
import type { QuestionDraft } from '../../rules/session.ts';
import type { LivedSession } from '../../testing/lived-session.ts';
import { motion, nominee, roll, ruleSet, side, toNominee } from '../../testing/protocol-samples.ts';
import {
  appendixTable,
  bestOf,
  blocksOfVotes,
  documents,
  nomineesOf,
  resolvedOn,
  sitting,
  tula,
  votesOn,
} from '../../testing/vote-texts.ts';
import { buildSheets } from '../sheets/sheets.ts';

const all = roll.map(({ memberId }) => memberId);
const sat = (question: QuestionDraft, more: Parameters<typeof sitting>[1] = {}): LivedSession =>
  sitting([question], more, all);
const plainly = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll('\u00A0', ' '));
const said = (session: Parameters<typeof votesOn>[0], start: RegExp): string[] =>
  plainly(votesOn(session)).filter((text) => start.test(text));
const tied = { m2: toNominee('a'), m3: toNominee('b') };
const both = 'МФЦ города Тулы (Тульская область); МФЦ «Мои документы» (Пермский край)';
const outcomeCells = (session: LivedSession): (string | undefined)[] =>
  buildSheets(session.entries, { version: '1' })[0]!.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.type === 'text' ? [cell.text] : [])),
  );

describe('[8.3] a substitute in the presiding seat', () => {
  it('is who decides a tie, and a member who voted before is', () => {
    const second = motion('r', 'О смете', 'Утвердить смету');
    const session = sitting(
      [motion('q', 'О плане', 'Утвердить план'), second],
      {
        ruleSet: { ...ruleSet, substitutes: true },
      },
      all,
    );
    const evenly = { m1: side('for'), m2: side('against') };
    session.vote(evenly);
    session.tell(
      {
        type: 'appoint-substitute',
        memberId: 'm1',
        name: 'Сидоров Олег Ильич',
        accountLogin: 's',
        mandate: 'доверенность № 7',
      },
      { secretaryId: 'one', signedIn: true },
    );
    session.arrive('m1').vote(evenly, 'r');
    const decided = (number: number) =>
      plainly(votesOn(session, number)).find((text) => text.startsWith('Голоса разделились'));
    expect(decided(1)).toContain('голос председательствующего (В.С. Орлов): «за»');
    expect(decided(2)).toContain(
      'голос председательствующего (О.И. Сидоров, замещаемый член комиссии – В.С. Орлов): «за»',
    );
  });
});

describe('[7.2] a runoff', () => {
  const question = bestOf({ ties: ['runoff'] });

  it('that is being held is not yet held', () =>
    expect(said(sat(question).vote(tied).openRound(), /^Равный/)).toEqual([
      `Равный результат у номинантов: ${both}. Проводится перебаллотировка.`,
    ]));

  it('[9.2] that was annulled and not held again leaves the tie', () => {
    const session = sat(question)
      .vote(tied)
      .openRound()
      .cast({ m2: toNominee('a') })
      .close();
    session.annul().tell({ type: 'close-session' });
    expect(said(session, /^Равный/)).toEqual([
      `Равный результат у номинантов: ${both}. Проведена перебаллотировка, её результаты аннулированы. Равенство осталось неразрешённым.`,
    ]);
  });

  it('[6.2] about the first places leaves the place below them to the first vote', () => {
    const session = sat(bestOf({ ties: ['runoff'], places: { kind: 'ranked', counts: [1, 1, 1] } }));
    session.vote({
      m1: toNominee('a'),
      m2: toNominee('a'),
      m3: toNominee('b'),
      m4: toNominee('b'),
      m5: toNominee('c'),
    });
    session
      .openRound()
      .cast({ m1: toNominee('a'), m2: toNominee('a'), m3: toNominee('b') })
      .close();
    const [header, ...rows] = nomineesOf(session);
    const place = header!.indexOf('Место');
    expect(rows.map((cells) => cells[place])).toEqual(['', '', 'III']);
    expect(plainly(resolvedOn(session)).at(-1)).toContain('III место');
  });
});

describe('[4.5] an application withdrawn from a tie', () => {
  it('is told with the tie that it resolved', () => {
    const session = sat(bestOf({ ties: ['lot-by-hand'] })).vote(tied);
    session.tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'a', reason: 'отказ участника' });
    expect(said(session, /^Равный/)).toEqual([
      `Равный результат был у номинантов: ${both}. Снята с рассмотрения после голосования заявка: МФЦ города Тулы (Тульская область). Результат определён среди остальных.`,
    ]);
    expect(nomineesOf(session)[1]?.join(' ')).toContain('(заявка снята после голосования: отказ участника)');
  });
});

describe('[3.3] a quorum', () => {
  it('that only the ballots lacked is told by their number', () => {
    const ofBallots = { ...ruleSet, quorum: { ...ruleSet.quorum, ofBallots: true } };
    const session = sat(motion('q', 'О плане', 'Утвердить план'), { ruleSet: ofBallots });
    session.vote({ m1: side('for'), m2: side('for') }).tell({ type: 'close-session' });
    expect(plainly(votesOn(session))).toContain(
      'Кворум по числу поданных бюллетеней не набран: подано 2, необходимо не менее 5.',
    );
    expect(plainly(resolvedOn(session))).toEqual([
      '1.1. Решение не принято: кворум по числу поданных бюллетеней не набран.',
    ]);
  });
});

describe('an end that is rarely come to', () => {
  it('[6.3] laureates who are equal are all laureates: they have no places to share', () => {
    const session = sat(bestOf({ ties: ['shared'], winnerLabel: 'лауреат' })).vote(tied);
    expect(said(session, /^Равный/)).toEqual([
      `Равный результат у номинантов: ${both}. Лауреатами признаны все эти номинанты.`,
    ]);
  });

  it('[7.1] a tie that was narrowed is told as what remained of it', () => {
    const ties = ['prior-score', 'lot-by-hand'] as const;
    const nominees = [
      { ...tula, priorScore: '9' },
      { ...documents, priorScore: '9' },
      { ...nominee('c', 'МФЦ № 3', 'Томская область'), priorScore: '5' },
    ];
    const session = sat({ ...bestOf({ ties: [...ties] }), nominees });
    session.vote({ m1: toNominee('a'), m2: toNominee('b'), m3: toNominee('c') });
    expect(votesOn(session).join(' ')).toContain('Равный результат остался у номинантов');
  });

  it('[6.1] a workbook calls votes equal only of a motion', () => {
    expect(outcomeCells(sat(bestOf({ ties: ['lot-by-hand'] })).vote(tied))).toContain('равный результат');
  });

  it('[5.5] a mean that goes on is said to be shown in part', () => {
    const criteria = [{ criterionId: 'k', title: 'Качество', min: '0', max: '10', step: '1', weight: '1' }];
    const question = {
      ...bestOf(),
      kind: 'score' as const,
      parameters: { criteria, aggregate: 'mean' as const, rounding: { at: 'none' as const, digits: 0 } },
    };
    const scores = (a: string, b: string) => ({ scores: { a: { k: a }, b: { k: b }, c: { k: '1' } } });
    const text = votesOn(
      sat(question).vote({ m1: scores('7', '5'), m2: scores('7', '5'), m3: scores('8', '5') }),
    ).join(' ');
    expect(text).toContain('без округления (показано до шести знаков после запятой)');
    const whole = votesOn(sat(question).vote({ m1: scores('7', '5') })).join(' ');
    expect(whole).toContain('без округления.');
  });

  it('a wording in lower case is resolved with a capital, and notes lose their own number', () => {
    const session = sat(motion('q', 'О плане', 'утвердить план')).vote({ m1: side('for'), m2: side('for') });
    session.tell({
      type: 'note-minutes',
      questionId: 'q',
      edits: null,
      reported: 'Доклад.',
      discussed: 'Нет.',
      resolved: '1. Опубликовать.',
    });
    expect(plainly(resolvedOn(session))).toEqual(['1.1. Утвердить план.', '1.2. Опубликовать.']);
  });

  it.each([
    ['1.4 Опубликовать протокол;', 'Опубликовать протокол.'],
    ['2) Опубликовать протокол', 'Опубликовать протокол.'],
    ['2.5 часа отвести на доклады', '2.5 часа отвести на доклады.'],
    ['Секретарю направить:', 'Секретарю направить:'],
  ])('a noted line loses its own number and ends as a sentence: %s', (resolved, line) => {
    const session = sat(motion('q', 'О плане', 'Утвердить план')).vote({ m1: side('for') });
    const [reported, discussed] = ['Доклад.', 'Нет.'];
    session.tell({ type: 'note-minutes', questionId: 'q', edits: null, reported, discussed, resolved });
    expect(plainly(resolvedOn(session)).at(-1)).toBe(`1.2. ${line}`);
  });

  it('[5.2] where not every nominee had to be answered for, that is said', () => {
    const approval = (partial: boolean) => bestOf({ kind: 'approval', parameters: { partial } });
    const answers = { m1: { answers: { a: 'for', b: 'for', c: 'against' } } } as const;
    const sentence = 'Отвечать по каждому номинанту не требовалось.';
    expect(votesOn(sat(approval(true)).vote(answers)).at(-1)).toContain(sentence);
    expect(votesOn(sat(approval(false)).vote(answers)).at(-1)).not.toContain(sentence);
  });

  it('of one nominee nobody abstains on all', () => {
    const question = { ...bestOf(), kind: 'approval' as const, nominees: [tula] };
    const session = sat(question).vote({ m1: { answers: { a: 'for' } }, m2: { choice: 'abstain' } });
    expect(said(session, /^Подано/)).toEqual([expect.stringContaining('воздержались – 1.')]);
    expect(votesOn(session).join(' ')).not.toContain('по всем номинантам');
  });

  it('more than ten who did not vote are named in the appendix', () => {
    const many = Array.from({ length: 20 }, (_each, index) => ({
      ...roll[8]!,
      memberId: `n${index}`,
      name: `Гость-${'АБВГДЕЖЗИКЛМНОПРСТУФ'.charAt(index)}ин Пётр Петрович`,
    }));
    const ids = [...all, ...many.map(({ memberId }) => memberId)];
    const session = sitting([bestOf()], { roll: [...roll, ...many], establishedSeats: 29 }, ids);
    session.vote(Object.fromEntries(ids.slice(0, 15).map((id) => [id, toNominee('a')])));
    expect(said(session, /^Не голосовали/)).toEqual([
      'Не голосовали – 14 (поимённо – в приложении к протоколу «Поименные результаты голосования»).',
    ]);
    expect(appendixTable(session, 'roll-call', 'Член комиссии').flat()).toContain('не голос.');
    expect(blocksOfVotes(session).length).toBeGreaterThan(3);
  });
});
