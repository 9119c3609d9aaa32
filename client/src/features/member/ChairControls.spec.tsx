import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bestOffice, LivedJournal } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import MemberScreen from './MemberScreen.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const chair = { caller: { memberId: 'chair' }, you: { memberId: 'chair', officer: true, ballots: {} } };
const seatChair = (lived: LivedJournal) => stage(lived, <MemberScreen />, chair);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const inDialog = () => within(screen.getByRole('dialog'));
/** The dialog is closed while its command is on the way. */
const adjourn = async () => {
  await press('Объявить перерыв');
  await userEvent.type(inDialog().getByRole('textbox'), 'обед');
  await userEvent.click(inDialog().getByRole('button', { name: /^Объявить перерыв/ }));
  await userEvent.click(inDialog().getByRole('button', { name: 'Отмена' }));
};
const two = [bestOffice, { ...bestOffice, questionId: 'q2', title: 'Лучший центр' }];
const parallel = { ...presets['mfc-central'], parallelRounds: true };

describe('the chair', () => {
  it('opens one round by a double press where the next question could be opened beside it', async () => {
    const lived = new LivedJournal(parallel, two).open('chair', 'ann', 'bo');
    const { line } = await seatChair(lived);
    await press(/^Открыть голосование/);
    await press(/^Открыть голосование/);
    expect(line.commands).toMatchObject([{ type: 'open-round', questionId: 'q1' }]);
  });

  it('does not open the next question where the secretary has opened this one in the moment of the press', async () => {
    const lived = new LivedJournal(parallel, two).open('chair', 'ann', 'bo');
    const { line } = await seatChair(lived);
    const from = lived.entries.length;
    lived.openRound();
    line.tell(from);
    const open = screen.getByRole('button', { name: /^Открыть голосование/ });
    expect(open.getAttribute('aria-busy')).toBe('true');
    await userEvent.click(open);
    expect(line.commands).toEqual([]);
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await press(/^Открыть голосование/);
    expect(line.commands).toMatchObject([{ type: 'open-round', questionId: 'q2' }]);
  });

  it('asks before it closes a round, naming who has not voted, and hears why it was refused', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    lived.votes(lived.openRound(), { chair: 'x', ann: 'x' });
    const { line } = await seatChair(lived);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    await press('Закрыть голосование');
    expect(inDialog().getByText(/Не голосовал один из присутствующих: Громов/)).toBeTruthy();
    await userEvent.click(inDialog().getByRole('button', { name: 'Закрыть без них' }));
    expect(inDialog().getByRole('alert').textContent).toContain('Сервер временно не может записывать');
  });

  it('hears that the round was closed meanwhile, though nothing of it is shown any more', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x' });
    const { line } = await seatChair(lived);
    const receiptsCome = line.holdReceipts();
    line.override = () => ({ outcome: 'refused', code: 'round-not-open', detail: '' });
    await press('Закрыть голосование');
    await userEvent.click(inDialog().getByRole('button', { name: 'Закрыть без них' }));
    const from = lived.entries.length;
    lived.closeRound(roundId);
    line.tell(from);
    await receiptsCome();
    expect(screen.getByText(/^Проголосовали не все\. |Закрыть голосование\?\. /)).toBeTruthy();
  });

  it('keeps the dialog that was opened while another one waited for its receipt', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const { line } = await seatChair(lived);
    const receiptsCome = line.holdReceipts();
    await adjourn();
    await press('Передать ведение');
    const to = inDialog().getByRole<HTMLSelectElement>('combobox');
    fireEvent.change(to, { target: { value: 'ann' } });
    await receiptsCome();
    expect(inDialog().getByRole('combobox')).toBe(to);
    expect(to.value).toBe('ann');
  });

  it('hears why what a tie awaits was not declined', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], ties: ['lot-by-hand'] });
    const roundId = lived.open('chair', 'ann', 'bo', 'cy').openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'y', cy: 'y' }).closeRound(roundId);
    const { line } = await seatChair(lived);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    await press(/^Не применять/);
    await userEvent.click(inDialog().getByRole('button', { name: /^Не применять/ }));
    expect(inDialog().getByRole('alert').textContent).toContain('Сервер временно не может записывать');
    line.override = undefined;
    await userEvent.click(inDialog().getByRole('button', { name: /^Не применять/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(line.commands.map(({ type }) => type)).toEqual(['decline-tie-breaker', 'decline-tie-breaker']);
  });

  it('hears in passing what was refused after its dialog was closed', async () => {
    const { line } = await seatChair(new LivedJournal().open('chair', 'ann', 'bo'));
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    const receiptsCome = line.holdReceipts();
    await adjourn();
    await receiptsCome();
    expect(screen.getByText(/^Объявить перерыв\. Сервер временно не может записывать/)).toBeTruthy();
  });
});
