import { describe, expect, it } from '@jest/globals';
import { presets } from '../../rules/plan/presets.ts';
import type { Ballot, QuestionDraft } from '../../rules/session.ts';
import { member, secretary } from '../../testing/lived-session.ts';
import { motion, side, toNominee } from '../../testing/protocol-samples.ts';
import { bestOf, chairWithoutVote, blocksOfVotes, sitting, votesOn } from '../../testing/vote-texts.ts';

const ofPlan = (more: Partial<QuestionDraft> = {}) => ({
  ...motion('q', 'О плане', 'Утвердить план'),
  ...more,
});
const evenly = { m2: side('for'), m3: side('for'), m4: side('against'), m5: side('against') };
const tulaAndDocuments = 'МФЦ города Тулы (Тульская область); МФЦ «Мои документы» (Пермский край)';

const tieText = (session: Parameters<typeof votesOn>[0]) =>
  votesOn(session).find((text) => /^(Голоса разделились|Равный результат|До решающего)/.test(text));

describe('[7.2] a tied motion', () => {
  it('tells only of tie-breakers that apply to a motion, and that the presiding member did not vote', () => {
    const session = sitting([ofPlan()], { ruleSet: presets['expert-scores'] }).vote(evenly);
    expect(tieText(session.tell({ type: 'close-session' }))).toBe(
      'Голоса разделились поровну. Председательствующий (В.С. Орлов) в голосовании участия не принимал, равенство его голосом не разрешено. Равенство осталось неразрешённым.',
    );
  });

  it('says that the presiding member abstained', () => {
    const session = sitting([ofPlan()]).vote({ m1: side('abstain'), ...evenly });
    expect(tieText(session)).toBe(
      'Голоса разделились поровну. Голос председательствующего (В.С. Орлов) – «воздержался» – равенства не разрешил.',
    );
  });

  it('quotes the side that decided', () => {
    const session = sitting([ofPlan()]).vote({
      m1: side('for'),
      m3: side('for'),
      m4: side('against'),
      m5: side('against'),
    });
    expect(tieText(session)).toBe(
      'Голоса разделились поровну. Решающим признан голос председательствующего (В.С. Орлов): «за».',
    );
  });

  it('is counted as it was before the casting vote', () => {
    const session = sitting([ofPlan({ ties: ['casting-vote'] })], chairWithoutVote).vote({
      m2: side('for'),
      m3: side('against'),
    });
    const { roundId } = session.round();
    session.tell({ type: 'give-casting-vote', roundId, choice: 'against' }, member('m1'));
    expect(tieText(session)).toBe(
      'До решающего голоса: «за» – 1, «против» – 1. Подан решающий голос председательствующего (В.С. Орлов): «против».',
    );
    expect(votesOn(session)).toContain(
      'Результаты голосования: «за» – 1, «против» – 2 (в том числе решающий голос председательствующего), «воздержались» – 0. Решение не принято.',
    );
  });
});

describe('[7.2] tied nominees', () => {
  const pairs = { m2: toNominee('a'), m3: toNominee('a'), m4: toNominee('b'), m5: toNominee('b') };
  const equal = `Равный результат у номинантов: ${tulaAndDocuments}.`;

  it('of a runoff are rejected, and that is the end of it', () => {
    const session = sitting([bestOf({ ties: ['runoff', 'rejected'] })])
      .vote(pairs)
      .vote(pairs);
    session.tell({ type: 'close-session' });
    const [first, second] = votesOn(session).filter((text) => text.startsWith('Равный результат'));
    expect(first).toBe(`${equal} Проведена перебаллотировка.`);
    expect(second).toBe(`${equal} При равенстве голосов решение считается непринятым.`);
  });

  it('are told apart by the places they were given', () => {
    const places = bestOf({ kind: 'rank', parameters: { points: ['2', '1', '1'] }, ties: ['countback'] });
    const session = sitting([places]).vote({
      m2: { places: ['a', 'b', 'c'] },
      m3: { places: ['b', 'a', 'c'] },
      m4: { places: ['c', 'a', 'b'] },
    });
    expect(tieText(session)).toMatch(
      /^Равный результат у номинантов: .*\. Учтено число I мест: .* – 1; .* – 1; .* – 1; число II мест: .* – 2; .* – 1; .* – 0\.$/,
    );
  });

  it('are told nothing of countback where nobody gave places', () =>
    expect(tieText(sitting([bestOf({ ties: ['countback', 'shared'] })]).vote(pairs))).not.toContain(
      'Учтено',
    ));

  it('stay tied where nothing decides', () => {
    const session = sitting([bestOf({ ties: [] })])
      .vote(pairs)
      .tell({ type: 'close-session' });
    expect(tieText(session)).toBe(`${equal} Равенство осталось неразрешённым.`);
  });

  it('are told apart by the totals of the presiding member’s own sheet', () => {
    const points = (a: string, b: string): Ballot => ({
      scores: { a: { c: a }, b: { c: b }, c: { c: '1' } },
    });
    const scored = bestOf({
      kind: 'score',
      parameters: {
        criteria: [
          { criterionId: 'c', title: 'Актуальность', min: '0', max: '10', step: '1', weight: '0.5' },
        ],
        aggregate: 'mean',
      },
    });
    const session = sitting([scored], { ruleSet: presets['expert-scores'] });
    expect(tieText(session.vote({ m1: points('9', '5'), m2: points('5', '9') }))).toBe(
      `${equal} Решающим признан голос председательствующего (В.С. Орлов), итоговые баллы в его оценочном листе: МФЦ города Тулы (Тульская область) – 4,5; МФЦ «Мои документы» (Пермский край) – 2,5.`,
    );
  });

  it('are the only ones named of an approval ballot', () => {
    const answers = (a: 'for' | 'against', b: 'for' | 'against'): Ballot => ({
      answers: { a, b, c: 'for' },
    });
    const session = sitting([
      bestOf({ kind: 'approval', parameters: {}, places: { kind: 'laureates', count: 2 } }),
    ]);
    session.vote({ m1: answers('for', 'against'), m2: answers('against', 'for') });
    expect(tieText(session)).toBe(
      `${equal} Решающим признан голос председательствующего (В.С. Орлов): «за» – МФЦ города Тулы (Тульская область).`,
    );
  });

  it('are the only ones named of a ballot of places', () => {
    const ranked = bestOf({ kind: 'rank', parameters: { points: ['5', '2', '1'] } });
    const session = sitting([ranked]).vote({
      m1: { places: ['b', 'c', 'a'] },
      m2: { places: ['a', 'c', 'b'] },
    });
    expect(tieText(session)).toContain(
      ': I место – МФЦ «Мои документы» (Пермский край); III место – МФЦ города Тулы (Тульская область).',
    );
  });

  it('are not told apart by a ballot for all of them or for none', () =>
    expect(tieText(sitting([bestOf()]).vote({ m1: toNominee('c'), ...pairs }))).toContain(
      'Голос председательствующего (В.С. Орлов) предпочтения между этими номинантами не выражает и равенства не разрешил.',
    ));

  it('were equal before the casting vote', () => {
    const session = sitting([bestOf({ ties: ['casting-vote'] })], chairWithoutVote).vote(pairs);
    session.tell(
      { type: 'give-casting-vote', roundId: session.round().roundId, nomineeId: 'b' },
      member('m1'),
    );
    expect(tieText(session)).toBe(
      `До решающего голоса равный результат у номинантов: ${tulaAndDocuments}. Подан решающий голос председательствующего (В.С. Орлов) за номинанта: МФЦ «Мои документы» (Пермский край).`,
    );
    expect(votesOn(session)).toContain(
      'Подано бюллетеней – 4, кроме того, решающий голос председательствующего – 1, воздержались – 0.',
    );
  });

  it('keep what was given for them and for who has withdrawn since', () => {
    const places = { kind: 'ranked', counts: [1, 1] } as const;
    const session = sitting([bestOf({ ties: ['casting-vote'], places })], chairWithoutVote);
    const gives = (nomineeId: string) =>
      session.tell({ type: 'give-casting-vote', roundId: session.round().roundId, nomineeId }, member('m1'));
    session.vote({ m2: toNominee('a'), m3: toNominee('b'), m4: toNominee('c') });
    gives('b').tell({
      type: 'withdraw-nominee',
      questionId: 'q',
      nomineeId: 'c',
      reason: 'заявление участника',
    });
    expect(tieText(session)).toBe(
      `До решающего голоса равный результат у номинантов: ${tulaAndDocuments}. Подан решающий голос председательствующего (В.С. Орлов) за номинанта: МФЦ «Мои документы» (Пермский край).`,
    );
  });

  it('keep their lot when one of them withdraws after it', () => {
    const session = sitting([bestOf({ ties: ['lot-by-hand'] })]).vote(pairs);
    const { roundId } = session.round();
    session.tell({ type: 'record-lot', roundId, nomineeIds: ['b', 'a'], witnesses: 'Ким А.Л.' });
    session.tell({
      type: 'withdraw-nominee',
      questionId: 'q',
      nomineeId: 'a',
      reason: 'заявление участника',
    });
    expect(tieText(session)).toContain(
      'Проведена жеребьёвка, порядок: МФЦ «Мои документы» (Пермский край); ',
    );
  });

  it('are not told of a casting vote that a presiding member with a vote has not', () => {
    const session = sitting([bestOf({ ties: ['casting-vote', 'lot-by-hand'] })], chairWithoutVote);
    session.tell({ type: 'pass-chair', memberId: 'm2' }).vote({ m3: toNominee('a'), m4: toNominee('b') });
    expect(tieText(session)).toBe(`${equal} Ожидается жеребьёвка.`);
  });

  it('are not compared by what is not known of all of them', () => {
    const session = sitting([bestOf({ ties: ['prior-score', 'earlier-application', 'lot-by-hand'] })]).vote(
      pairs,
    );
    session.tell({
      type: 'record-lot',
      roundId: session.round().roundId,
      nomineeIds: ['b', 'a'],
      witnesses: 'Ким А.Л.',
    });
    expect(tieText(session)).toContain(
      `${equal} Оценка предыдущего этапа указана не у всех этих номинантов и равенства не разрешила. Время подачи заявки указано не у всех этих номинантов и равенства не разрешило. Проведена жеребьёвка, порядок: МФЦ «Мои документы» (Пермский край); `,
    );
  });

  it('[7.3] are ordered by a lot from the journal', () =>
    expect(tieText(sitting([bestOf({ ties: ['lot'] })]).vote(pairs))).toContain(
      'Проведена жеребьёвка по журналу, порядок: ',
    ));

  it('pass over a casting vote that was declined', () => {
    const session = sitting([bestOf({ ties: ['casting-vote', 'lot-by-hand'] })], chairWithoutVote).vote(
      pairs,
    );
    session.tell({ type: 'decline-tie-breaker', roundId: session.round().roundId }, secretary);
    expect(tieText(session)).toBe(
      `${equal} Решающий голос председательствующего не подан. Ожидается жеребьёвка.`,
    );
  });
});

it('a tie is not justified: long names would tear its lines apart', () => {
  const session = sitting([bestOf()]).vote({ m1: toNominee('a'), m2: toNominee('b') });
  const tie = blocksOfVotes(session).find(
    (block) => block.type === 'paragraph' && block.runs[0]?.text.startsWith('Равный результат'),
  );
  expect(tie).toMatchObject({ alignment: 'left' });
});
