import type { Browser } from '@playwright/test';
import type { QuestionDraft } from '@open-ballot/shared/rules/session';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { MemberScreen, narrowPhone } from '../people/screens/member-screen.ts';
import { ObserverScreen } from '../people/screens/observer-screen.ts';
import { words } from '../people/screens/words.ts';
import { expect, test } from '../people/story.ts';

const pervomaysky = 'МФЦ Первомайского района';
const leninsky = 'МФЦ Ленинского района';
const oktyabrsky = 'МФЦ Октябрьского района';
const novovyatsky = 'МФЦ Нововятского района';
const three = [
  nominee('pervomaysky', pervomaysky),
  nominee('leninsky', leninsky),
  nominee('oktyabrsky', oktyabrsky),
];
const four = [...three, nominee('novovyatsky', novovyatsky)];
const { paper } = words;

/** Three members at phones, one of them very narrow; who presides has no vote. */
async function votingIsOpen(browser: Browser, house: string, question: QuestionDraft) {
  const seats = [
    { name: 'Председатель', votes: false },
    ...['Анна', 'Борис', 'Вера'].map((name) => ({ name })),
  ];
  const commission = await Commission.convenes(house, { seats, questions: [question] });
  await commission.opens();
  const roundId = await commission.putsToTheVote(question.questionId);
  const [, anna, boris, vera] = commission.members;
  const screens = {
    anna: await MemberScreen.enters(browser, house, anna!),
    boris: await MemberScreen.enters(browser, house, boris!),
    vera: await MemberScreen.enters(browser, house, vera!, narrowPhone),
  };
  const observer = await ObserverScreen.opens(browser, house, commission.sessionId);
  /** Closes and waits until phone and observer show the same numbers. */
  const comesTo = async (headline: RegExp, counts: Readonly<Record<string, string>>) => {
    await commission.closesRound(roundId);
    for (const screen of [screens.anna, screens.vera, observer]) {
      await screen.reads(headline);
      await screen.showsCount(counts);
    }
    await screens.vera.fitsItsWidth();
    await observer.fitsAPhone();
    commission.leaves();
  };
  return { ...screens, observer, comesTo };
}

test('[5.2, 6.3] rating: a side on every nominee, and who is below the floor drops out', async ({
  browser,
  house,
}) => {
  const rating = nomination('rating', 'Рейтинговое голосование', three, {
    kind: 'approval',
    parameters: {},
    places: { kind: 'laureates', count: 2 },
    winnerLabel: 'лауреат',
    decision: {
      kind: 'plurality',
      floor: { base: 'present', threshold: { n: 1, d: 2, compare: 'more-than' } },
    },
  });
  const { anna, boris, vera, observer, comesTo } = await votingIsOpen(browser, house, rating);

  await anna.paper.answers(pervomaysky, paper.for);
  await anna.isNotReady(/ответов: 1 из 3/);
  await anna.reads(/Бюллетень ещё не заполнен/);
  await anna.paper.answers(leninsky, paper.against);
  await anna.paper.answers(oktyabrsky, paper.abstain);
  await anna.sends();

  await boris.paper.answersAll(paper.allFor);
  await boris.sends();
  await boris.changes(() => boris.paper.answers(leninsky, paper.against));
  await observer.showsVote('Борис', /изменён 1 раз/);

  await vera.fitsItsWidth();
  await vera.paper.answersAll(paper.allAbstain);
  await vera.sends();
  await observer.showsVote('Вера', /воздерж\./);

  // For: 2, 0, 1 of three present; more than half is two.
  await comesTo(/Лауреат: МФЦ Первомайского района/, {
    [pervomaysky]: '2',
    [leninsky]: '0',
    [oktyabrsky]: '1',
  });
  await anna.reads(/Одно место не присуждено/);
  await observer.reads(/против 2 · воздержались 1/);
});

test('[5.4] places for 5, 3 and 1 points, filled in by keyboard alone', async ({ browser, house }) => {
  const points = nomination('points', 'Баллы за места', four, {
    kind: 'rank',
    parameters: { points: ['5', '3', '1'] },
  });
  const { anna, boris, vera, comesTo } = await votingIsOpen(browser, house, points);

  const { keyboard } = anna.page;
  await expect(anna.page.getByRole('button', { name: paper.place(1, pervomaysky) })).toBeVisible();
  await anna.paper.tabsTo(paper.place(1, pervomaysky));
  await keyboard.press('Enter');
  // The next nominee has the focus, so that a second press gives the second place.
  await expect(anna.page.getByRole('button', { name: paper.place(2, leninsky) })).toBeFocused();
  await keyboard.press('Enter');
  await anna.isNotReady(/Бюллетень ещё не заполнен/);
  await keyboard.press('Space');
  await anna.paper.hasOrder(pervomaysky, leninsky, oktyabrsky);
  await anna.paper.tabsTo(words.member.vote);
  await keyboard.press('Enter');
  await anna.hasReceipt();

  await boris.paper.places(pervomaysky, oktyabrsky, leninsky);
  await boris.sends();
  await boris.changes(async () => {
    await boris.paper.movesUp(oktyabrsky);
    await boris.paper.hasOrder(oktyabrsky, pervomaysky, leninsky);
  });

  await vera.fitsItsWidth();
  await vera.paper.places(novovyatsky);
  await vera.fitsItsWidth();
  await vera.paper.abstains();
  await vera.sends();

  // 5+3, 3+1, 1+5, and nothing.
  await comesTo(/Победитель: МФЦ Первомайского района/, {
    [pervomaysky]: '8',
    [leninsky]: '4',
    [oktyabrsky]: '6',
    [novovyatsky]: '0',
    Воздержались: '1',
  });
});

test('[5.4, 6.4] a full ranking, where the lowest sum of places wins', async ({ browser, house }) => {
  const sum = nomination('sum', 'Сумма мест', three, {
    kind: 'rank',
    parameters: { sumOfPlaces: true },
    places: { kind: 'ranked', counts: [1, 1, 1] },
  });
  const { anna, boris, vera, observer, comesTo } = await votingIsOpen(browser, house, sum);

  await anna.paper.places(leninsky, pervomaysky, oktyabrsky);
  await anna.sends();
  await boris.paper.places(leninsky, oktyabrsky, pervomaysky);
  await boris.sends();
  await vera.paper.places(oktyabrsky, leninsky);
  await vera.isNotReady(/Бюллетень ещё не заполнен/);
  await vera.fitsItsWidth();
  await vera.paper.places(pervomaysky);
  await vera.sends();

  // 2+3+3, 1+1+2, 3+2+1.
  await comesTo(/I место – МФЦ Ленинского района/, {
    [pervomaysky]: '8',
    [leninsky]: '4',
    [oktyabrsky]: '6',
  });
  await observer.reads(/II место – МФЦ Октябрьского района/);
  await observer.reads(/III место – МФЦ Первомайского района/);
});

test('[5.5, 5.7, 5.8] points on weighted criteria, those from before, and a score that is not offered', async ({
  browser,
  house,
}) => {
  const criterion = (criterionId: string, title: string, step: string, weight: string) => ({
    criterionId,
    title,
    min: '0',
    max: '10',
    step,
    weight,
  });
  const brought = [
    { ...three[0]!, priorScore: '12.345678' },
    { ...three[1]!, priorScore: '12.5' },
  ];
  const scores = nomination('scores', 'Экспертная оценка', brought, {
    kind: 'score',
    parameters: {
      criteria: [criterion('k', 'Качество', '1', '0.7'), criterion('s', 'Скорость', '0.5', '0.3')],
      rounding: { at: 'total', digits: 2 },
      carry: { weight: '1' },
    },
  });
  const { anna, boris, vera, observer, comesTo } = await votingIsOpen(browser, house, scores);

  await anna.paper.scores(pervomaysky, { Качество: '8', Скорость: '7,5' });
  await anna.isNotReady(/заполнено 2 из 4/);
  await anna.reads(/Бюллетень ещё не заполнен/);
  await anna.paper.scores(leninsky, { Качество: '9', Скорость: '6,3' });
  await anna.reads(/от 0 до 10 · шаг 0,5 · вес 0,3/);
  await anna.isNotReady(/Шаг 0,5: вместо 6,3 подойдёт 6 или 6,5 \(Скорость, МФЦ Ленинского района\)/);
  await expect(anna.paper.score(leninsky, 'Скорость')).toHaveAttribute('aria-invalid', 'true');
  await expect(anna.paper.score(leninsky, 'Качество')).not.toHaveAttribute('aria-invalid');
  await anna.paper.scores(leninsky, { Скорость: '6' });
  await anna.sends();

  await boris.paper.scores(pervomaysky, { Качество: '6', Скорость: '9' });
  await boris.paper.scores(leninsky, { Качество: '10', Скорость: '5,5' });
  await boris.sends();
  await boris.changes(async () => {
    // The arrow keys step along the criterion's own grid.
    await boris.paper.score(pervomaysky, 'Качество').press('ArrowUp');
    await expect(boris.paper.score(pervomaysky, 'Качество')).toHaveValue('7');
  });
  await observer.showsVote('Борис', /Качество 7, Скорость 9/);

  await vera.fitsItsWidth();
  await vera.paper.scores(pervomaysky, { Качество: '11' });
  await vera.isNotReady(/Значение вне допустимых пределов/);
  await vera.paper.abstains();
  await vera.sends();

  // 0.7 · 7.5 + 0.3 · 8.25 = 7.725, rounded half up, and what was brought; 0.7 · 9.5 + 0.3 · 5.75 = 8.375.
  await comesTo(/Победитель: МФЦ Ленинского района/, {
    [pervomaysky]: '20,075678',
    [leninsky]: '20,88',
    Воздержались: '1',
  });
});
