import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { gapsOf } from '@open-ballot/shared/protocol/gaps';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import { bestOffice, LivedJournal, memberNames, theSecretary } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import { chooseLanguage } from '../../text/texts.ts';
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
const press = (name: string | RegExp) =>
  settled(() => void fireEvent.click(screen.getByRole('button', { name })));
/** The button has shown for long enough what it does now. */
const rested = () => act(() => new Promise((resolve) => setTimeout(resolve, 700)));
const closing = () => screen.getByRole('button', { name: /Закрыть голосование/ });
const fill = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${name}`) }), { target: { value } });
const submit = () => settled(() => void fireEvent.submit(screen.getByRole('dialog').querySelector('form')!));
/** Ann's, as far as the press that sends it. */
const recusal = async () => {
  await press(/Отметить самоотвод/);
  fireEvent.change(screen.getByRole('combobox', { name: /^Член комиссии/ }), { target: { value: 'ann' } });
  fill('Причина', 'конфликт интересов');
  fill('Документ', 'заявление');
  await submit();
};

const two = [bestOffice, { ...bestOffice, questionId: 'q2', title: 'Лучший центр' }];
const byHandOnce = { ...presets['mfc-central'], absentee: false, changeUntilClose: false };

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

  it('opens a round by Ctrl+Enter, does not close it by the same press repeated, and shows from when it would', async () => {
    const { line } = await stage(new LivedJournal().open('chair', 'ann', 'bo'), <SecretaryScreen />);
    await ctrlEnter();
    await ctrlEnter();
    expect(line.commands.map((each) => each.type)).toEqual(['open-round']);
    expect(closing().getAttribute('aria-busy')).toBe('true');
    await rested();
    expect(closing().getAttribute('aria-busy')).toBeNull();
    await ctrlEnter();
    await press('Закрыть без них');
    expect(line.commands.map((each) => each.type)).toEqual(['open-round', 'close-round']);
  });

  it('asks once before a round is closed that somebody present has not voted in, and names them', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x' });
    const { line } = await stage(lived, <SecretaryScreen />);
    await ctrlEnter();
    expect(line.commands).toEqual([]);
    const dialog = within(screen.getByRole('dialog', { name: 'Проголосовали не все' }));
    expect(dialog.getByText(`Не голосовал один из присутствующих: ${memberNames['bo']}.`)).toBeTruthy();
    // The keys that opened it do not confirm it.
    await settled(() => void fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Enter', ctrlKey: true }));
    expect(line.commands).toEqual([]);
    await press('Закрыть без них');
    expect(line.commands).toMatchObject([{ type: 'close-round', roundId }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    [false, 0],
    [true, 1],
  ])(
    '[1.8] of a written procedure speaks of ballots, not of a room (on paper: %s)',
    async (absentee, entered) => {
      const lived = new LivedJournal({ ...presets['mfc-central'], absentee }, undefined, 'correspondence');
      lived.does(theSecretary, { type: 'open-session' });
      const roundId = lived.openRound();
      lived.votes(roundId, { ann: 'x' });
      await stage(lived, <SecretaryScreen />);
      const said = screen.getByRole('main').textContent;
      expect(said).toContain('Бюллетеней для кворума пока не хватает');
      expect(said).toContain('Голосование закончится само 1 июля 2100 г. в 00:00.');
      expect(said).toContain('Ещё не голосовали (4): ');
      expect(said).toContain('Кворума пока нет');
      expect(said).not.toMatch(/присутств|ожидается|со слов/i);
      await settled(() => void fireEvent.keyDown(document, { key: 'F2' }));
      expect(screen.queryAllByRole('dialog')).toHaveLength(entered);
      expect(screen.queryByRole('radio', { name: /Устно/ })).toBeNull();
    },
  );

  it('[1.8] [3.3] counts the quorum of a written procedure by its ballots', async () => {
    const lived = new LivedJournal(undefined, undefined, 'correspondence');
    lived.does(theSecretary, { type: 'open-session' });
    lived.votes(lived.openRound(), { ann: 'x', bo: 'x', cy: 'y' });
    await stage(lived, <SecretaryScreen />);
    const said = screen.getByRole('main').textContent;
    expect(said).toContain('Кворум есть');
    expect(said).not.toContain('не хватает');
    expect(said).toContain('Ещё не голосовали (2): ');
  });

  it('[1.6] keeps of a cancelled session what it was to be, and asks for nothing more', async () => {
    const lived = new LivedJournal().arrive('ann');
    lived.does(theSecretary, { type: 'cancel-session', reason: 'Перенесено на июль' });
    await stage(lived, <SecretaryScreen />);
    const said = screen.getByRole('main').textContent;
    expect(said).toContain('Перенесено на июль');
    expect(said).toContain('не рассматривался');
    expect(said).not.toMatch(/решение не принято|Кворум|СЛУШАЛИ/);
  });

  it('closes at once where everybody present has voted', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'y' });
    const { line } = await stage(lived, <SecretaryScreen />);
    await ctrlEnter();
    expect(line.commands).toMatchObject([{ type: 'close-round', roundId }]);
  });

  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
    ['Alt+↓', { key: 'ArrowDown', altKey: true }],
  ])('leaves %s to the field it is pressed in', async (_, key) => {
    const lived = new LivedJournal(undefined, two).open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'y' });
    const { line } = await stage(lived, <SecretaryScreen />);
    await settled(() => void fireEvent.keyDown(screen.getByRole('textbox', { name: /^СЛУШАЛИ/ }), key));
    expect(line.commands).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: bestOffice.title })).toBeTruthy();
  });

  it('closes a round although the receipt of its opening is still to come', async () => {
    const { line } = await stage(new LivedJournal().open('chair', 'ann', 'bo'), <SecretaryScreen />);
    const receiptsCome = line.holdReceipts();
    await press(/Открыть голосование/);
    await rested();
    await press(/Закрыть голосование/);
    await press('Закрыть без них');
    expect(line.commands.map((each) => each.type)).toEqual(['open-round', 'close-round']);
    await receiptsCome();
  });

  it('does not close the round that somebody else has opened in the moment of the press', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const { line } = await stage(lived, <SecretaryScreen />);
    const from = lived.entries.length;
    lived.openRound();
    line.tell(from);
    await ctrlEnter();
    expect(line.commands).toEqual([]);
    expect(closing().getAttribute('aria-busy')).toBe('true');
  });

  it('needs no rest on a question that the secretary has just chosen', async () => {
    const { line } = await stage(
      new LivedJournal(undefined, two).open('chair', 'ann', 'bo'),
      <SecretaryScreen />,
    );
    await settled(() => void fireEvent.keyDown(document, { key: 'ArrowDown', altKey: true }));
    await ctrlEnter();
    expect(line.commands).toMatchObject([{ type: 'open-round', questionId: 'q2' }]);
  });

  it('turns to the next question by a press and does not open it by the same press repeated', async () => {
    const lived = new LivedJournal(undefined, two).open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'x' }).closeRound(roundId);
    const { line } = await stage(lived, <SecretaryScreen />);
    await press(/К следующему вопросу/);
    await ctrlEnter();
    expect(screen.getByRole('heading', { level: 1, name: 'Лучший центр' })).toBeTruthy();
    expect(line.commands).toEqual([]);
    await rested();
    await ctrlEnter();
    expect(line.commands).toMatchObject([{ type: 'open-round', questionId: 'q2' }]);
  });

  it('does not say of one question why the press on another was refused', async () => {
    const lived = new LivedJournal(undefined, two).open('chair', 'ann', 'bo');
    const { line } = await stage(lived, <SecretaryScreen />);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    const receiptsCome = line.holdReceipts();
    await ctrlEnter();
    await press(/^2\. Лучший центр/);
    expect(screen.getByRole('button', { name: /Открыть голосование/ }).getAttribute('aria-busy')).toBeNull();
    await receiptsCome();
    expect(screen.queryByRole('alert')).toBeNull();
    await press(/^1\. Лучший МФЦ/);
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('keeps the dialog that was opened while another one waited for its receipt', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const { line } = await stage(lived, <SecretaryScreen />);
    const receiptsCome = line.holdReceipts();
    await recusal();
    await press('Отмена');
    await press(/Добавить вопрос/);
    fill('Вопрос', 'О порядке работы');
    await receiptsCome();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Вопрос/ }).value).toBe('О порядке работы');
  });

  it('says in passing what was refused after its dialog was closed', async () => {
    const { line } = await stage(new LivedJournal().open('chair', 'ann', 'bo'), <SecretaryScreen />);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    const receiptsCome = line.holdReceipts();
    await recusal();
    await press('Отмена');
    await receiptsCome();
    expect(screen.getByText(/^Самоотвод по заявлению\. Сервер временно не может записывать/)).toBeTruthy();
  });

  it('stays with the last ballot entered by hand until its receipt is there', async () => {
    const lived = new LivedJournal(byHandOnce).open('chair', 'ann', 'bo');
    lived.votes(lived.openRound(), { chair: 'x', ann: 'x' });
    const { line } = await stage(lived, <SecretaryScreen />);
    const receiptsCome = line.holdReceipts();
    await press(/Внести голос со слов/);
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByRole('combobox'), { target: { value: 'bo' } });
    fireEvent.click(dialog.getByRole('radio', { name: /Иркутска/ }));
    await submit();
    expect(line.commands).toHaveLength(1);
    expect(screen.getByRole('dialog').querySelector('form')).toBeTruthy();
    await receiptsCome();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('marks everybody once, however often it is pressed before the receipts are there, and takes all of it back', async () => {
    const { line } = await stage(new LivedJournal(), <SecretaryScreen />);
    const pushesCome = line.holdPushes();
    const receiptsCome = line.holdReceipts();
    await press('Отметить всех присутствующими (5)');
    const again = screen.queryByRole('button', { name: /Отметить всех присутствующими/ });
    if (again) await settled(() => void fireEvent.click(again));
    expect(line.commands).toHaveLength(5);
    await pushesCome();
    expect(screen.queryByRole('button', { name: 'Отменить отметку' })).toBeNull();
    await receiptsCome();
    expect(screen.getByRole('button', { name: 'Отменить отметку' })).toBeTruthy();
  });

  it('does not take one’s own minutes for somebody else’s when their receipt is late', async () => {
    const lived = new LivedJournal(undefined, two).open('chair', 'ann', 'bo');
    const { line } = await stage(lived, <SecretaryScreen />);
    const receiptsCome = line.holdReceipts();
    const pushesCome = line.holdPushes();
    fill('СЛУШАЛИ', 'Докладчика');
    await press(/^2\. Лучший центр/);
    await press(/^1\. Лучший МФЦ/);
    fill('СЛУШАЛИ', 'Докладчика и содокладчика');
    await pushesCome();
    await receiptsCome();
    expect(screen.queryByText(/Этот текст изменил кто-то другой/)).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /СЛУШАЛИ/ }).value).toBe(
      'Докладчика и содокладчика',
    );
  });

  it('puts what is typed in the place of a template that nobody has recorded', async () => {
    await stage(new LivedJournal(undefined, two).open('chair', 'ann', 'bo'), <SecretaryScreen />);
    const discussed = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^ВЫСТУПИЛИ/ });
    expect(discussed().value).toBe('Выступлений не было.');
    fill('ВЫСТУПИЛИ', 'Выступлений не было.К');
    expect(discussed().value).toBe('К');
    fill('ВЫСТУПИЛИ', 'Кузнецов П. А. поддержал. Выступлений не было.');
    expect(discussed().value).toBe('Кузнецов П. А. поддержал. Выступлений не было.');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^СЛУШАЛИ/ }).value).toContain('доклад');
  });

  describe('records the templates of every question that was voted on', () => {
    const bothVotedOn = () => {
      const lived = new LivedJournal(undefined, two).open('chair', 'ann', 'bo');
      for (const questionId of ['q1', 'q2']) {
        const roundId = lived.openRound(questionId);
        lived.votes(roundId, { chair: 'x', ann: 'x', bo: 'x' }).closeRound(roundId);
      }
      return lived;
    };

    it('[13.2] by one press, over what is written there by now', async () => {
      const lived = bothVotedOn();
      lived.does(theSecretary, {
        type: 'note-minutes',
        questionId: 'q2',
        edits: null,
        discussed: 'Выступил Громов.',
      });
      const edits = lived.entries.length;
      const { line } = await stage(lived, <SecretaryScreen />);
      await press('Записать все шаблоны');
      const [first, second] = line.commands;
      expect(first).toMatchObject({ questionId: 'q1', edits: null, discussed: 'Выступлений не было.' });
      expect(second).toMatchObject({ questionId: 'q2', edits });
      expect(second).not.toHaveProperty('discussed');
      expect(gapsOf(lived.session)).toEqual([]);
      expect(screen.getByText('Шаблоны записаны. Вопросов: 2.')).toBe(document.activeElement);
      expect(screen.queryByRole('button', { name: 'Записать все шаблоны' })).toBeNull();
    });

    it('and says how far it came where one was refused', async () => {
      const { line } = await stage(bothVotedOn(), <SecretaryScreen />);
      line.override = (command) =>
        'questionId' in command && command.questionId === 'q2'
          ? { outcome: 'refused', code: 'database-away', detail: '' }
          : undefined;
      await press('Записать все шаблоны');
      expect(screen.getByRole('alert').textContent).toContain('Записано 1 из 2. Сервер временно');
      line.override = undefined;
      await press('Записать все шаблоны');
      expect(screen.getByText('Шаблоны записаны. Вопросов: 1.')).toBeTruthy();
    });
  });

  it('tells what closing would mean and who has not voted', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    lived.votes(lived.openRound(), { chair: 'x', ann: 'x' });
    await stage(lived, <SecretaryScreen />);
    const note = screen.getByText(/Если закрыть сейчас/);
    expect(note.textContent).toContain('Если закрыть сейчас – победитель: МФЦ города Иркутска');
    expect(note.textContent).toContain(`Не голосовал один из присутствующих: ${memberNames['bo']}`);
  });

  it('tells a closed round in sentences, in the language of whoever reads', async () => {
    const label = { ...bestOffice, winnerLabel: 'победитель' };
    const lived = new LivedJournal(undefined, [label]).open('chair', 'ann', 'bo');
    const roundId = lived.openRound();
    lived.votes(roundId, { chair: 'x', ann: 'y' }).closeRound(roundId);
    await stage(lived, <SecretaryScreen />);
    const said = () => screen.getByRole('article').textContent;
    expect(said()).toContain('Победитель: МФЦ города Иркутска. Равенство разрешено');
    act(() => chooseLanguage('en'));
    expect(said()).toContain('Winner: МФЦ города Иркутска. The tie was decided');
    act(() => chooseLanguage('ru'));
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
