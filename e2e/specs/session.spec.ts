import { writeFile } from 'node:fs/promises';
import { Commission, nomination, nominee } from '../people/commission.ts';
import { runs } from '../people/command-line.ts';
import { HallScreen } from '../people/screens/hall-screen.ts';
import { ChairScreen, MemberScreen } from '../people/screens/member-screen.ts';
import { ObserverScreen } from '../people/screens/observer-screen.ts';
import { ProtocolPage } from '../people/screens/protocol-page.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { VerifyPage } from '../people/screens/verify-page.ts';
import { expect, test } from '../people/story.ts';

const centres = [
  nominee('pervomaysky', 'МФЦ Первомайского района'),
  nominee('leninsky', 'МФЦ Ленинского района'),
  nominee('oktyabrsky', 'МФЦ Октябрьского района'),
];
const specialists = [nominee('klimova', 'Екатерина Климова'), nominee('second', 'Специалист из Орлова')];
const questions = [
  nomination('centre', 'Лучший МФЦ', centres),
  nomination('specialist', 'Лучший универсальный специалист МФЦ', specialists),
];
const seats = ['Председатель', 'Анна', 'Борис', 'Вера', 'Глеб', 'Дина'].map((name) => ({ name }));

test('one session of the contest, from opening to the checked protocol, watched live', async ({
  browser,
  house,
}, testInfo) => {
  test.setTimeout(300_000);
  const commission = await Commission.convenes(house, { seats, questions });
  const { sessionId } = commission;
  const enters = (name: string) => MemberScreen.enters(browser, house, commission.member(name));
  const secretary = await SecretaryConsole.enters(browser, house, sessionId);
  const chair = await ChairScreen.enters(browser, house, commission.presiding);
  const [anna, boris, vera, gleb, dina] = [
    await enters('Анна'),
    await enters('Борис'),
    await enters('Вера'),
    await enters('Глеб'),
    await enters('Дина'),
  ];
  const hall = await HallScreen.opens(browser, house, sessionId);
  const observers = [
    await ObserverScreen.opens(browser, house, sessionId),
    await ObserverScreen.opens(browser, house, sessionId),
  ];
  const everybodySees = async (name: string, vote: string | RegExp) => {
    await hall.showsSeat(name, vote);
    for (const observer of observers) await observer.showsVote(name, vote);
  };

  await test.step('the secretary marks who is here and opens the session', async () => {
    await dina.reads(/не отмечены/);
    for (const name of ['Председатель', 'Анна', 'Борис', 'Вера', 'Глеб']) await secretary.marksPresent(name);
    await secretary.opensSession();
    await secretary.looksAt('Лучший МФЦ');
    await anna.scrollsAway();
    await secretary.opensRound();
    await anna.isLedTo('Лучший МФЦ');
    await hall.isVoting();
  });

  await test.step('every vote appears by name on all screens, and can be changed', async () => {
    await anna.casts('МФЦ Первомайского района');
    await everybodySees('Анна', 'МФЦ Первомайского района');
    await boris.casts('МФЦ Первомайского района');
    await vera.casts('МФЦ Первомайского района');
    await hall.shows({ 'МФЦ Первомайского района': 3, 'МФЦ Ленинского района': 0 });
    await anna.changesTo('МФЦ Ленинского района');
    await everybodySees('Анна', 'МФЦ Ленинского района');
    await chair.casts('МФЦ Ленинского района');
    await gleb.casts('МФЦ Октябрьского района');
    await everybodySees('Глеб', 'МФЦ Октябрьского района');
    await hall.shows({
      'МФЦ Первомайского района': 2,
      'МФЦ Ленинского района': 2,
      'МФЦ Октябрьского района': 1,
    });
    await dina.isOfferedNoBallot();
  });

  await test.step('[7.2] a tie is decided by the own vote of the presiding member', async () => {
    await secretary.closesRound();
    await hall.announces(/Победитель: МФЦ Ленинского района/);
    await hall.announces(/голос председательствующего/i);
    await anna.reads(/Победитель: МФЦ Ленинского района/);
    for (const observer of observers) await observer.reads(/голос председательствующего/i);
    const { rounds } = await commission.question('centre');
    await hall.showsClosingHash(rounds[0]!.closedHash!);
    await anna.isOfferedNoBallot();
  });

  await test.step('[8.1, 8.5] a recusal, and a ballot by hand', async () => {
    await secretary.marksPresent('Дина');
    await secretary.looksAt('Лучший универсальный специалист');
    await chair.opensRound();
    await dina.isOfferedBallot();
    await boris.recuses('Работал с одним из участников');
    await everybodySees('Борис', /самоотвод/);
    await boris.isOfferedNoBallot();
    await secretary.entersByHand('Дина', 'Специалист из Орлова');
    await dina.reads(/внёс голос с ваших слов/);
    await everybodySees('Дина', 'Специалист из Орлова');
    for (const observer of observers) await observer.showsVote('Дина', /внесён со слов/);
  });

  await test.step('[4.4] a tie that the own vote leaves goes to a runoff', async () => {
    await anna.casts('Екатерина Климова');
    await vera.casts('Екатерина Климова');
    await gleb.casts('Специалист из Орлова');
    await chair.casts('Воздержаться');
    await hall.shows({ 'Екатерина Климова': 2, 'Специалист из Орлова': 2 });
    await chair.closesRound();
    await hall.announces(/перебаллотировк/i);
    await chair.opensRound();
    await hall.isVoting();
    for (const member of [chair, anna, vera]) await member.casts('Екатерина Климова');
    for (const member of [gleb, dina]) await member.casts('Специалист из Орлова');
    await secretary.closesRound();
    await hall.announces(/Победитель: Екатерина Климова/);
    for (const observer of observers) await observer.reads(/Екатерина Климова/);
  });

  await test.step('the session closes and every observer has checked the whole chain', async () => {
    await secretary.closesSession();
    await hall.announces(/Заседание закрыто/);
    await anna.reads(/Заседание закрыто/);
    const { position } = await commission.snapshot();
    for (const observer of observers) await observer.hasCheckedChain(position);
  });

  await test.step('the protocol is downloaded, the journal recounted on the page and at the command line', async () => {
    const protocol = await ProtocolPage.opens(secretary.page, sessionId);
    await protocol.recordsTemplates();
    const docx = await protocol.downloads('word');
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    const pdf = await protocol.downloads('pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const journal = await protocol.downloads('journal');
    const { headHash } = await commission.snapshot();

    const file = testInfo.outputPath('journal.json');
    await writeFile(file, journal);
    const counted = await runs('verify', file, '--head', headHash);
    expect(counted.output).toContain('Победили: МФЦ Ленинского района');
    expect(counted.output).toContain('Победили: Екатерина Климова');
    expect(counted.code).toBe(0);

    const verifier = await VerifyPage.opens(browser, house);
    await verifier.checks(journal, headHash);
    await verifier.findsItSound();
    await verifier.startsAgain();
    await verifier.checks(journal.toString('utf8').replace('Первомайского', 'Первомайскава'));
    await verifier.findsItBrokenAt(1);
  });
});
