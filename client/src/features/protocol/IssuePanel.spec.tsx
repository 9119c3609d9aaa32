import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LivedJournal, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import { IssuePanel } from './IssuePanel.tsx';

afterEach(cleanup);

it('the reason of a version that is being written outlives the receipt of the version before it', async () => {
  const lived = new LivedJournal().open('chair', 'ann', 'bo');
  lived.does(theSecretary, { type: 'close-session' }).does(theSecretary, { type: 'issue-protocol' });
  const { line } = await stage(lived, <IssuePanel />);
  const reason = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Что исправлено/ });
  const issue = () => userEvent.click(screen.getByRole('button', { name: 'Выпустить протокол' }));
  const receiptsCome = line.holdReceipts();
  await userEvent.type(reason(), 'дата');
  await issue();
  expect(screen.getByText(/Файлы версии 3/)).toBeTruthy();
  await userEvent.type(reason(), ' и место');
  await receiptsCome();
  expect(reason().value).toBe('дата и место');
  await issue();
  expect(line.commands.map((each) => each.type === 'issue-protocol' && each.reason)).toEqual([
    'дата',
    'дата и место',
  ]);
  expect(reason().value).toBe('');
});

it('says that the version is issued, and keeps the focus of whoever pressed the button that now waits', async () => {
  const lived = new LivedJournal().open('chair', 'ann', 'bo');
  lived.does(theSecretary, { type: 'close-session' });
  await stage(lived, <IssuePanel />);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Выпустить протокол' });
  await userEvent.click(button);
  expect(button.disabled).toBe(true);
  expect(screen.getByText(/^Протокол выпущен/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Выпуск' }));
});
