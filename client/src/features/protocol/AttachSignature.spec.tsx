import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import { AttachSignature } from './AttachSignature.tsx';

afterEach(cleanup);

it.each([
  ['empty', 0, /^Файл пуст/],
  ['too large', 385 * 1024, /^Файл больше 384 КБ/],
])('a file that is %s is not sent, and why is said at the field', async (_what, size, why) => {
  const lived = new LivedJournal().open('chair', 'ann', 'bo');
  lived.does(theSecretary, { type: 'close-session' }).does(theSecretary, { type: 'issue-protocol' });
  const { line } = await stage(lived, <AttachSignature version={1} />);
  const file = new File([new Uint8Array(size)], 'протокол.sig');
  await userEvent.upload(screen.getByLabelText(/Приложить файл подписи/), file);
  expect(screen.getByText(why)).toBeTruthy();
  expect(line.commands).toEqual([]);
});
