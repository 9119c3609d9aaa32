import { Commission, motion } from '../people/commission.ts';
import { HallScreen } from '../people/screens/hall-screen.ts';
import { MemberScreen } from '../people/screens/member-screen.ts';
import { SecretaryConsole } from '../people/screens/secretary-console.ts';
import { expect, test } from '../people/story.ts';

const seats = ['Председатель', 'Анна', 'Борис'].map((name) => ({ name }));
const questions = [motion('agenda', 'Утвердить повестку дня'), motion('order', 'Утвердить порядок работы')];

test('[1.6] [1.7] a question is taken off the agenda, and then the whole session is cancelled', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, { seats, questions });
  const secretary = await SecretaryConsole.enters(browser, house, commission.sessionId);
  const anna = await MemberScreen.enters(browser, house, commission.member('Анна'));
  const hall = await HallScreen.opens(browser, house, commission.sessionId);

  await secretary.looksAt('Утвердить порядок работы');
  await secretary.drops('Докладчик болен');
  await expect(secretary.page.getByRole('navigation', { name: 'Повестка' })).toContainText(
    'снят с рассмотрения',
  );
  await secretary.cancels('Перенесено на июль');
  await expect(secretary.page.getByRole('main')).toContainText('Заседание отменено');
  await anna.reads(/Заседание отменено/);
  await anna.reads(/Перенесено на июль/);
  await expect(hall.page.getByRole('heading', { name: 'Заседание отменено' })).toBeVisible();
  commission.leaves();
});

test('[2.4] a chair who is not there does not preside: the chair is passed first', async ({
  browser,
  house,
}) => {
  const commission = await Commission.convenes(house, { seats, questions });
  const secretary = await SecretaryConsole.enters(browser, house, commission.sessionId);
  for (const name of ['Анна', 'Борис']) await secretary.marksPresent(name);
  await expect(secretary.page.getByRole('button', { name: 'Открыть заседание' })).toBeDisabled();
  await secretary.passesChair('Анна');
  await secretary.opensSession();
  await secretary.opensRound();
  commission.leaves();
});

test('[1.8] two members vote in writing, and the round ends by itself', async ({ browser, house }) => {
  const commission = await Commission.convenes(house, {
    seats: seats.slice(0, 2),
    questions: [questions[0]!],
    form: 'correspondence',
    rules: { closeWhenAllVoted: true, visibility: 'turnout' },
  });
  const secretary = await SecretaryConsole.enters(browser, house, commission.sessionId);
  const chair = await MemberScreen.enters(browser, house, commission.presiding);
  const anna = await MemberScreen.enters(browser, house, commission.member('Анна'));
  await secretary.opensSession();
  await secretary.opensRoundUntil('2021-06-28T18:00');
  await expect(secretary.page.getByRole('button', { name: /^Закрыть голосование/ })).toBeHidden();
  await chair.casts('За');
  await anna.picks('За');
  await anna.page.getByRole('button', { name: 'Проголосовать', exact: true }).click();
  await anna.reads(/Решение принято единогласно/);
  expect((await commission.question('agenda')).rounds[0]).toMatchObject({
    closesAt: '2021-06-28T15:00:00.000Z',
    closedBy: 'all-voted',
    present: [],
    quorumStood: true,
  });
  commission.leaves();
});
