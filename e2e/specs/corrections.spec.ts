import { Commission, motion, nomination, nominee } from '../people/commission.ts';
import { HallScreen } from '../people/screens/hall-screen.ts';
import { ChairScreen, MemberScreen } from '../people/screens/member-screen.ts';
import { ObserverScreen } from '../people/screens/observer-screen.ts';
import { ProtocolPage } from '../people/screens/protocol-page.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { test } from '../people/story.ts';

const pervomaysky = 'МФЦ Первомайского района';
const leninsky = 'МФЦ Ленинского района';
const oktyabrsky = 'МФЦ Октябрьского района';
const nominees = [
  nominee('pervomaysky', pervomaysky),
  nominee('leninsky', leninsky),
  nominee('oktyabrsky', oktyabrsky),
];
const anna = { name: 'Белова Анна' };
const boris = { name: 'Гусев Борис' };
const vera = { name: 'Дроздова Вера' };
const gleb = { name: 'Зимин Глеб' };
const chairWithoutVote = { name: 'Орлов Павел', votes: false };

test('[7.2] a casting vote from a seat without a vote, then a lot before witnesses', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, {
    seats: [chairWithoutVote, anna, boris],
    questions: [
      motion('agenda', 'Утвердить повестку дня'),
      nomination('centre', 'Лучший МФЦ', nominees, { ties: ['casting-vote', 'lot-by-hand'] }),
    ],
    rules: { ties: ['casting-vote', 'rejected'] },
  });
  await commission.opens();
  const { sessionId, members } = commission;
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const member = await MemberScreen.enters(browser, house, members[1]!);
  const observer = await ObserverScreen.opens(browser, house, sessionId);
  const side = async (index: number, choice: 'for' | 'against', roundId: string) =>
    commission.does(
      { type: 'cast-ballot', roundId, ballot: { choice }, replaces: null },
      members[index]!.caller,
    );

  await test.step('the presiding member decides a tied motion', async () => {
    const roundId = await commission.putsToTheVote('agenda');
    await side(1, 'for', roundId);
    await side(2, 'against', roundId);
    await commission.closesRound(roundId);
    await member.reads(/Ждём решающий голос председательствующего/);
    await chair.reads(/Голоса разделились поровну/);
    await chair.givesCastingVote('За');
    for (const screen of [chair, member, observer]) {
      await screen.reads(/Решение принято/);
      await screen.reads(/Равенство разрешено: решающий голос председательствующего/);
    }
    await observer.showsCount({ За: '2', Против: '1' });
  });

  const secretary = await SecretaryConsole.enters(browser, house, sessionId);
  await test.step('declined, the casting vote leaves the tie to a lot that the secretary records', async () => {
    const roundId = await commission.putsToTheVote('centre');
    await members[1]!.casts(roundId, 'pervomaysky');
    await members[2]!.casts(roundId, 'leninsky');
    await commission.closesRound(roundId);
    await secretary.looksAt('Лучший МФЦ');
    await chair.declines('решающий голос председательствующего');
    await member.reads(/Ждём жребий/);
    await secretary.recordsLot([leninsky, pervomaysky], 'А. Белова, Б. Гусев');
    for (const screen of [chair, member, observer, secretary]) {
      await screen.reads(/Победитель: МФЦ Ленинского района/);
      await screen.reads(/Равенство разрешено: жребий/);
    }
  });

  const protocol = await ProtocolPage.opens(secretary.page, sessionId);
  await protocol.reads(
    'Подан решающий голос председательствующего (Орлов Павел): «за».',
    ' (в том числе решающий голос председательствующего)',
    'Решающий голос председательствующего не подан.',
    `Проведена жеребьёвка, порядок: ${leninsky}`,
    'Свидетели: А. Белова, Б. Гусев.',
  );
  commission.leaves();
});

test('[8.3, 8.5] a substitute signs in and votes; a written ballot and one by hand are marked', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, {
    seats: [chairWithoutVote, anna, boris, vera, gleb],
    questions: [nomination('centre', 'Лучший МФЦ', nominees)],
    rules: {
      substitutes: true,
      absentee: true,
      quorum: {
        base: 'appointed',
        recusedStay: false,
        threshold: { n: 1, d: 2, compare: 'at-least' },
        counts: ['in-person', 'remote', 'absentee', 'substitute'],
        ofBallots: false,
      },
    },
  });
  const { sessionId } = commission;
  const present = [chairWithoutVote, anna, gleb].map(({ name }) => commission.member(name));
  await commission.marksPresent(...present);
  const stranger = await commission.invites('Кузнецов Егор');
  const secretary = await SecretaryConsole.enters(browser, house, sessionId);
  const observer = await ObserverScreen.opens(browser, house, sessionId);

  await secretary.appointsSubstitute(boris.name, {
    name: stranger.name,
    login: stranger.login,
    mandate: 'доверенность № 7 от 20.06.2021',
  });
  await secretary.reads(/замена: Кузнецов Егор/);
  await secretary.marksPresent(boris.name);
  await secretary.opensSession();
  await secretary.opensRound();

  const substitute = await MemberScreen.enters(browser, house, { ...stranger, sessionId });
  await substitute.isAt(/замещает: Гусев Борис/);
  await substitute.casts(leninsky);
  const roundId = (await commission.question('centre')).rounds[0]!.roundId;
  await commission.member(anna.name).casts(roundId, 'leninsky');
  await secretary.entersByHand(gleb.name, pervomaysky);
  await secretary.entersWritten(vera.name, 'вх. № 15 от 24.06.2021', pervomaysky);
  await observer.showsVote('Кузнецов Егор', leninsky);
  await observer.showsVote(gleb.name, /внесён со слов/);
  await observer.showsVote(vera.name, /письменно/);

  await secretary.closesRound();
  await secretary.rollCallShows(gleb.name, /внесён со слов/);
  await secretary.rollCallShows(vera.name, /письменно/);

  const protocol = await ProtocolPage.opens(secretary.page, sessionId);
  await protocol.reads(
    'Голос внесён секретарём со слов члена комиссии – 1: Зимин Глеб.',
    'Письменный бюллетень – 1: Дроздова Вера (вх. № 15 от 24.06.2021).',
    'За замещаемых членов комиссии голосовали – 1: Кузнецов Егор (член комиссии – Гусев Борис, доверенность № 7 от 20.06.2021).',
    'со слов',
    'письм.',
    'замест.',
  );
  commission.leaves();
});

test('[1.2, 4.2, 4.5, 11.5] the chair passes, a nominee withdraws, a nomination is void, the deadline moves', async ({
  browser,
  house,
}) => {
  const deputy = { name: 'Левина Зоя', role: 'deputy-chair' as const };
  const commission = await Commission.convenes(house, {
    seats: [{ name: 'Орлов Павел' }, deputy, anna, boris],
    questions: [
      nomination('centre', 'Лучший МФЦ', nominees),
      nomination('specialist', 'Лучший специалист', nominees.slice(0, 1), { minEntries: 2 }),
    ],
    rules: { ties: ['runoff'] },
  });
  await commission.opens();
  const { sessionId, members } = commission;
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const next = await ChairScreen.enters(browser, house, commission.member(deputy.name));
  const secretary = await SecretaryConsole.enters(browser, house, sessionId);

  await test.step('the chair passes between rounds, and the acts go with it', async () => {
    await chair.passesChair(deputy.name);
    await chair.doesNotPreside();
    await next.presides();
  });

  await test.step('[4.4, 4.5] one of three tied withdraws, the runoff is between the others', async () => {
    const roundId = await commission.putsToTheVote('centre');
    for (const [index, id] of ['pervomaysky', 'leninsky', 'oktyabrsky'].entries())
      await members[index]!.casts(roundId, id);
    await next.closesRound();
    await secretary.looksAt('Лучший МФЦ');
    await secretary.withdraws(oktyabrsky, 'письмо заявителя от 25.06.2021');
    await next.opensRound(/^Открыть перебаллотировку/);
    const runoff = (await commission.question('centre')).rounds.at(-1)!;
    await next.isOfferedOnly(pervomaysky, leninsky);
    for (const member of members.slice(0, 3)) await member.casts(runoff.roundId, 'leninsky');
    await next.closesRound();
    await secretary.reads(/Победитель: МФЦ Ленинского района/);
  });

  await test.step('[4.2, 11.5] too few nominees, and a later deadline', async () => {
    await secretary.looksAt('Лучший специалист');
    await secretary.reads(/Участников меньше, чем требуют правила/);
    await secretary.declaresVoid('подана одна заявка из двух');
    await secretary.reads(/не состоялась/);
    await secretary.extendsDeadline('2021-07-05T18:00', 'приказ № 12 от 25.06.2021');
  });

  const protocol = await ProtocolPage.opens(secretary.page, sessionId);
  await protocol.reads(
    'Председательствующий – Левина Зоя',
    '(заявка снята после голосования: письмо заявителя от 25.06.2021)',
    /Номинация «Лучший специалист» не состоялась \(подана одна заявка из двух\)\. Голосование не проводилось/,
    'Срок подведения итогов перенесён на 5 июля 2021 г., 18:00 (основание: приказ № 12 от 25.06.2021).',
  );
  commission.leaves();
});

test('[9.2, 1.4] an annulment that two officers make, a revote, and a dissent', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, {
    seats: [{ name: 'Орлов Павел' }, anna, boris],
    questions: [nomination('centre', 'Лучший МФЦ', nominees)],
  });
  await commission.opens();
  const { sessionId, members } = commission;
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const member = await MemberScreen.enters(browser, house, members[1]!);
  const secretary = await SecretaryConsole.enters(browser, house, sessionId);
  const observer = await ObserverScreen.opens(browser, house, sessionId);

  const roundId = await commission.putsToTheVote('centre');
  for (const each of members) await each.casts(roundId, 'pervomaysky');
  await commission.closesRound(roundId);
  await member.reads(/Победитель: МФЦ Первомайского района/);

  await secretary.asksAnnulment('голосование открыто до оглашения справки');
  await secretary.reads(/Подтвердить должен второй: председательствующий/);
  await chair.reads(/Секретарь просит аннулировать тур/);
  await chair.reads(/голосование открыто до оглашения справки/);
  await chair.confirmsAnnulment();
  await secretary.reads(/Тур аннулирован/);
  await observer.reads(/Тур аннулирован/);

  await chair.opensRound();
  await chair.casts(leninsky);
  await member.casts(leninsky);
  await members[2]!.casts((await commission.question('centre')).rounds[1]!.roundId, 'pervomaysky');
  await chair.closesRound();
  await member.reads(/Победитель: МФЦ Ленинского района/);
  await secretary.closesSession();
  const opinion = 'Считаю, что отмена первого тура не была обоснована.';
  await member.filesDissent('Лучший МФЦ', opinion);

  const protocol = await ProtocolPage.opens(secretary.page, sessionId);
  await protocol.reads(
    'Результаты этого голосования аннулированы. Основание: нарушение процедуры – голосование открыто до оглашения справки.',
    'Переголосование (голосование 2).',
    'Белова Анна: особое мнение по вопросу № 1 прилагается (приложение № 3).',
    opinion,
  );
  commission.leaves();
});

test('[4.4, 6.4] the last leaves in a next round, and the picture shows who stands and who has won', async ({
  browser,
  house,
}) => {
  const overHalf = { base: 'present', threshold: { n: 1, d: 2, compare: 'more-than' } } as const;
  const commission = await Commission.convenes(house, {
    seats: [{ name: 'Орлов Павел' }, anna, boris, vera],
    questions: [
      nomination('centre', 'Лучший МФЦ', nominees, {
        decision: { kind: 'majority', majority: overHalf, nextRound: 'eliminate-last' },
      }),
      nomination('all', 'Знак качества', nominees, {
        kind: 'approval',
        parameters: {},
        places: { kind: 'all' },
        decision: { kind: 'plurality', floor: overHalf },
      }),
    ],
  });
  await commission.opens();
  const { sessionId, members } = commission;
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const member = await MemberScreen.enters(browser, house, members[1]!);
  const observer = await ObserverScreen.opens(browser, house, sessionId);
  const hall = await HallScreen.opens(browser, house, sessionId);

  // Two for one of them and one for each other: the chair’s own vote keeps its nominee in.
  const first = await commission.putsToTheVote('centre');
  for (const [index, id] of ['leninsky', 'pervomaysky', 'pervomaysky', 'oktyabrsky'].entries())
    await members[index]!.casts(first, id);
  await commission.closesRound(first);
  await chair.reads(/Будет следующий тур/);
  await observer.reads(/Будет следующий тур/);

  await chair.opensRound();
  await hall.isVoting();
  await member.reads(/тур 2/);
  await member.isOfferedOnly(pervomaysky, leninsky);
  await chair.casts(leninsky);
  await member.casts(leninsky);
  await members[2]!.casts((await commission.question('centre')).rounds[1]!.roundId, 'leninsky');
  await chair.closesRound();
  await member.reads(/Победитель: МФЦ Ленинского района/);
  await hall.announces(/МФЦ Ленинского района/);

  const second = await commission.putsToTheVote('all');
  const answers = { pervomaysky: 'for', leninsky: 'for', oktyabrsky: 'against' } as const;
  for (const { caller } of members.slice(0, 3))
    await commission.does(
      { type: 'cast-ballot', roundId: second, ballot: { answers }, replaces: null },
      caller,
    );
  await commission.closesRound(second);
  await observer.reads(/Победители: МФЦ Первомайского района и МФЦ Ленинского района/);

  await commission.does({ type: 'close-session' });
  const protocol = await ProtocolPage.opens(
    (await SecretaryConsole.enters(browser, house, sessionId)).page,
    sessionId,
  );
  await protocol.reads(
    'Следующий тур (голосование 2).',
    'Признать победителями в номинации «Знак качества»: МФЦ Первомайского района (Кировская область); МФЦ Ленинского района (Кировская область).',
  );
  commission.leaves();
});
