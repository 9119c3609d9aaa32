import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import ProtocolScreen from './ProtocolScreen.tsx';

afterEach(cleanup);

it('[1.6] has no protocol to draft or to issue of a session that was cancelled, and says why', async () => {
  const lived = new LivedJournal();
  lived.does(theSecretary, { type: 'cancel-session', reason: 'перенесено' });
  await stage(lived, <ProtocolScreen />);
  expect(screen.getByText('Протокола не будет: заседание отменено')).toBeTruthy();
  expect(screen.getByText(/Причина: перенесено\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Выпустить/ })).toBeNull();
  expect(screen.queryByText(/Вопрос ещё не рассмотрен/)).toBeNull();
});
