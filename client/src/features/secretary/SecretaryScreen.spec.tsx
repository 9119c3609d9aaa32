import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { LivedJournal, memberNames } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import SecretaryScreen from './SecretaryScreen.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** Everything that a press sets going has come back when this is over. */
const settled = (press: () => void) =>
  act(async () => {
    press();
    await new Promise((resolve) => setTimeout(resolve));
  });
const ctrlEnter = () => settled(() => void fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true }));
const press = (name: string) => settled(() => void fireEvent.click(screen.getByRole('button', { name })));

describe('the console', () => {
  it('says why the session cannot be opened yet, before anybody tries', async () => {
    const { line } = await stage(new LivedJournal(), <SecretaryScreen />);
    const open = screen.getByRole('button', { name: /Открыть заседание/ });
    expect((open as HTMLButtonElement).disabled).toBe(true);
    expect(screen.getByText(/Кворума нет\. Присутствуют 0 из 5, нужно не менее 3/)).toBeTruthy();
    await ctrlEnter();
    expect(line.commands).toEqual([]);
  });

  it('marks all present in one press and takes it back', async () => {
    const { line } = await stage(new LivedJournal(), <SecretaryScreen />);
    await press('Отметить всех присутствующими (5)');
    expect(screen.getByText(/присутствуют 5 из 5/)).toBeTruthy();
    expect(line.commands).toHaveLength(5);
    await press('Отменить отметку');
    expect(screen.getByText(/^: присутствуют 0 из 5|присутствуют 0 из 5, нужно/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Отменить отметку' })).toBeNull();
  });

  it('opens a round by Ctrl+Enter and does not close it by the same press repeated', async () => {
    const { line } = await stage(new LivedJournal().open('chair', 'ann', 'bo'), <SecretaryScreen />);
    await ctrlEnter();
    await ctrlEnter();
    expect(line.commands.map((each) => each.type)).toEqual(['open-round']);
    expect(screen.getByRole('button', { name: /Закрыть голосование/ })).toBeTruthy();
  });

  it('tells what closing would mean and who has not voted', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    lived.votes(lived.openRound(), { chair: 'x', ann: 'x' });
    await stage(lived, <SecretaryScreen />);
    const note = screen.getByText(/Если закрыть сейчас/);
    expect(note.textContent).toContain('победитель: МФЦ города Иркутска');
    expect(note.textContent).toContain(`Не голосовал один из присутствующих: ${memberNames['bo']}`);
  });

  it('puts a refusal in words', async () => {
    const { line } = await stage(new LivedJournal().open('chair', 'ann', 'bo'), <SecretaryScreen />);
    line.override = () => ({ outcome: 'refused', code: 'another-round-open', detail: 'another question' });
    await ctrlEnter();
    expect(
      within(screen.getByRole('alert')).getByText('Уже идёт голосование по другому вопросу.'),
    ).toBeTruthy();
  });

  it('[13] is not for somebody who is no officer', async () => {
    await stage(new LivedJournal(), <SecretaryScreen />, { you: { memberId: 'ann', ballots: {} } });
    expect(screen.getByText('Пульт не для вас')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Открыть заседание/ })).toBeNull();
  });
});
