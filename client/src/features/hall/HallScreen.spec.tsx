import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import HallScreen from './HallScreen.tsx';

afterEach(cleanup);

const said = async (lived: LivedJournal): Promise<string> => {
  lived.votes(lived.openRound(), { ann: 'x' });
  await stage(lived, <HallScreen />);
  return screen.getByRole('complementary').textContent ?? '';
};

it('counts the votes among those who are present', async () => {
  expect(await said(new LivedJournal().open('chair', 'ann', 'bo'))).toContain(
    'Проголосовали 1 из 3 присутствующих',
  );
});

it('[1.8] names nobody present in a written procedure, and says of a quorum to come that it is not there yet', async () => {
  const lived = new LivedJournal(undefined, undefined, 'correspondence');
  const wall = await said(lived.does(theSecretary, { type: 'open-session' }));
  expect(wall).toContain('Проголосовали 1 из 5');
  expect(wall).not.toContain('присутств');
  expect(wall).toContain('Кворума пока нет');
});

it('[1.6] shows of a cancelled session why it is not held, and says of no question that it was decided', async () => {
  const lived = new LivedJournal().arrive('ann');
  lived.does(theSecretary, { type: 'cancel-session', reason: 'Перенесено на июль' });
  await stage(lived, <HallScreen />);
  const wall = screen.getByRole('main').textContent;
  expect(wall).toContain('Перенесено на июль');
  expect(wall).toContain('не рассматривался');
  expect(wall).not.toMatch(/решение не принято|Присутствуют/);
});
