import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BallotParameters, QuestionDraft } from '@open-ballot/shared/rules/session';
import { presets } from '@open-ballot/shared/rules/plan/presets';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bestOffice, LivedJournal } from '../../testing/lived-journal.ts';
import { stage } from '../../testing/live-stage.tsx';
import { chooseLanguage } from '../../text/texts.ts';
import MemberScreen from './MemberScreen.tsx';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

const ann = { caller: { memberId: 'ann' }, you: { memberId: 'ann', ballots: {} } };
const seatAnn = (lived: LivedJournal) => stage(lived, <MemberScreen />, ann);
const opened = (question: Partial<QuestionDraft> = {}, ruleSet = presets['mfc-central']) => {
  const lived = new LivedJournal(ruleSet, [{ ...bestOffice, ...question }]).open('chair', 'ann', 'bo');
  return { lived, roundId: lived.openRound() };
};
const three = [...bestOffice.nominees, { nomineeId: 'z', name: 'МФЦ города Тюмени' }];
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const voteButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Проголосовать' });

describe('a ballot', () => {
  it('says what will be recorded, then that it is recorded, with its entry', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    expect(voteButton().disabled).toBe(true);
    await userEvent.click(radio(/Иркутска/));
    expect(screen.getByText('Будет записано:', { exact: false }).textContent).toBe(
      'Будет записано: за МФЦ города Иркутска',
    );
    await userEvent.click(voteButton());
    const position = lived.entries.length;
    expect(screen.getByText(new RegExp(`^Голос учтён, № ${position}, \\d\\d:\\d\\d:\\d\\d$`))).toBeTruthy();
    expect(line.commands).toEqual([
      expect.objectContaining({ type: 'cast-ballot', ballot: { nominees: ['x'] }, replaces: null }),
    ]);
  });

  it('is not claimed when it was refused, and stays filled in', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    await userEvent.click(radio(/Иркутска/));
    await userEvent.click(voteButton());
    expect(screen.getByText('Голос не учтён')).toBeTruthy();
    expect(screen.queryByText(/Голос учтён/)).toBeNull();
    expect(radio(/Иркутска/).checked).toBe(true);
  });

  it('that failed goes again under its old command id [9.3]', async () => {
    const { lived } = opened();
    const { line, live } = await seatAnn(lived);
    live.submit = async (command, commandId) => {
      ids.push(commandId);
      return ids.length === 1
        ? { outcome: 'failed', code: 'failed', requestId: 'q1' }
        : ((await line.ask('command', { command: { ...command, commandId } })) as never);
    };
    const ids: (string | undefined)[] = [];
    await userEvent.click(radio(/Иркутска/));
    await userEvent.click(voteButton());
    await userEvent.click(voteButton());
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('half filled in is not reset by anything that arrives, nor by a reload', async () => {
    const { lived, roundId } = opened();
    const { line, unmount } = await seatAnn(lived);
    await userEvent.click(radio(/Ульяновска/));
    const from = lived.entries.length;
    lived.votes(roundId, { bo: 'x', chair: 'x' }).arrive('cy');
    await act(async () => line.tell(from));
    expect(radio(/Ульяновска/).checked).toBe(true);
    unmount();
    await seatAnn(lived);
    expect(radio(/Ульяновска/).checked).toBe(true);
  });

  it('is changed until the round closes, naming the entry it replaces [9.1]', async () => {
    const { lived, roundId } = opened();
    lived.votes(roundId, { ann: 'x' });
    const first = lived.entries.length;
    const { line } = await seatAnn(lived);
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    expect(radio(/Иркутска/).checked).toBe(true);
    await userEvent.click(radio(/Ульяновска/));
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    expect(line.commands[0]).toMatchObject({ ballot: { nominees: ['y'] }, replaces: first });
    expect(screen.getByText(/Голос учтён/)).toBeTruthy();
  });

  it('is changed although its own receipt comes after the change was begun', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    const receiptsCome = line.holdReceipts();
    await userEvent.click(radio(/Иркутска/));
    await userEvent.click(voteButton());
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    await receiptsCome();
    expect(radio(/Иркутска/).checked).toBe(true);
    await userEvent.click(radio(/Ульяновска/));
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    expect(line.commands.map((each) => each.type === 'cast-ballot' && each.ballot)).toEqual([
      { nominees: ['x'] },
      { nominees: ['y'] },
    ]);
    expect(screen.queryByRole('radio', { name: /Ульяновска/ })).toBeNull();
    expect(screen.getByText(/Голос учтён/)).toBeTruthy();
  });

  it('can be replaced while the receipt of the one before is still to come', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    const receiptsCome = line.holdReceipts();
    await userEvent.click(radio(/Иркутска/));
    await userEvent.click(voteButton());
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    await userEvent.click(radio(/Ульяновска/));
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    expect(line.commands).toHaveLength(2);
    await receiptsCome();
    expect(screen.getByText(/^Голос учтён, № \d+, \d/)).toBeTruthy();
    expect(screen.getByText('за МФЦ города Ульяновска')).toBeTruthy();
  });

  it('is recorded without a warning while its entry is still to come', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    const pushesCome = line.holdPushes();
    await userEvent.click(radio(/Иркутска/));
    await userEvent.click(voteButton());
    expect(screen.getByText(/Голос учтён/)).toBeTruthy();
    expect(screen.queryByText(/уже изменён с другого устройства/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Изменить голос' })).toBeTruthy();
    await pushesCome();
    expect(screen.getByText(/Голос учтён/)).toBeTruthy();
  });

  it.each(['the entry', 'the refusal'])(
    'that came too late is said to be so, though the round goes away: first %s',
    async (first) => {
      const { lived, roundId } = opened();
      const { line } = await seatAnn(lived);
      const receiptsCome = line.holdReceipts();
      await userEvent.click(radio(/Иркутска/));
      const from = lived.entries.length;
      lived.closeRound(roundId);
      await userEvent.click(voteButton());
      if (first === 'the entry') line.tell(from);
      await receiptsCome();
      line.tell(from);
      expect(screen.queryByRole('button', { name: 'Проголосовать' })).toBeNull();
      expect(screen.getByText('Голос не учтён. Голосование по этому вопросу закрыто.')).toBeTruthy();
    },
  );

  it('is said not to be recorded where one from another device came first [9.1]', async () => {
    const { lived, roundId } = opened();
    const { line } = await seatAnn(lived);
    await userEvent.click(radio(/Иркутска/));
    const from = lived.entries.length;
    lived.votes(roundId, { ann: 'y' });
    const receiptsCome = line.holdReceipts();
    await userEvent.click(voteButton());
    line.tell(from);
    await receiptsCome();
    expect(screen.getByText('за МФЦ города Ульяновска')).toBeTruthy();
    expect(screen.getByText('Голос не учтён')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Изменить голос' }));
    expect(screen.queryByText('Голос не учтён')).toBeNull();
  });

  it('cannot be changed where the rules forbid it [9.1]', async () => {
    const { lived, roundId } = opened({}, { ...presets['mfc-central'], changeUntilClose: false });
    lived.votes(roundId, { ann: 'x' });
    await seatAnn(lived);
    expect(screen.getByText(/Голос учтён/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Изменить голос' })).toBeNull();
  });

  it('appears by itself when the member is marked present [2.2]', async () => {
    const lived = new LivedJournal().open('chair', 'bo', 'cy');
    lived.openRound();
    const { line } = await seatAnn(lived);
    expect(screen.queryAllByRole('radio', { name: /Иркутска/ })).toEqual([]);
    const from = lived.entries.length;
    lived.arrive('ann');
    await act(async () => line.tell(from));
    expect(radio(/Иркутска/)).toBeTruthy();
  });

  it('offers no abstention where the rules forbid it [5.6]', async () => {
    const { lived } = opened({}, { ...presets['mfc-central'], abstain: false });
    await seatAnn(lived);
    expect(screen.queryAllByRole('radio', { name: 'Воздержаться' })).toEqual([]);
  });
});

describe('the form of each kind', () => {
  const cast = async (question: Partial<QuestionDraft>, fill: () => Promise<void>) => {
    const { lived } = opened(question);
    const { line } = await seatAnn(lived);
    await fill();
    await userEvent.click(voteButton());
    const [command] = line.commands;
    return command?.type === 'cast-ballot' ? command.ballot : undefined;
  };
  const of = (kind: QuestionDraft['kind'], parameters: BallotParameters) => ({
    kind,
    parameters,
    nominees: three,
  });

  it('motion: a side [5.1]', async () => {
    expect(
      await cast({ kind: 'motion', parameters: {}, nominees: [] }, () => userEvent.click(radio(/^Против/))),
    ).toEqual({ choice: 'against' });
  });

  it('choose: no more than the maximum can be marked, and abstaining clears the marks [5.3]', async () => {
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    const ballot = await cast(of('choose', { min: 1, max: 2 }), async () => {
      await userEvent.click(box(/Иркутска/));
      await userEvent.click(box(/Тюмени/));
      expect(box(/Ульяновска/).disabled).toBe(true);
      await userEvent.click(box(/Воздержаться/));
      expect(box(/Иркутска/).checked).toBe(false);
      await userEvent.click(box(/Ульяновска/));
    });
    expect(ballot).toEqual({ nominees: ['y'] });
  });

  it('approval: an answer on every nominee, incomplete until the last [5.2]', async () => {
    const answer = (nominee: RegExp, side: RegExp) =>
      userEvent.click(
        within(screen.getByRole('group', { name: nominee })).getByRole('radio', { name: side }),
      );
    const ballot = await cast(of('approval', {}), async () => {
      await answer(/Иркутска/, /^За/);
      await answer(/Ульяновска/, /^Против/);
      expect(voteButton().disabled).toBe(true);
      await answer(/Тюмени/, /^Воздержаться/);
    });
    expect(ballot).toEqual({ answers: { x: 'for', y: 'against', z: 'abstain' } });
  });

  it('rank: places given and moved by buttons [5.4]', async () => {
    const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
    const ballot = await cast(of('rank', { points: ['3', '1'] }), async () => {
      await press('Поставить на 1 место: МФЦ города Тюмени');
      expect(voteButton().disabled).toBe(true);
      await press('Поставить на 2 место: МФЦ города Иркутска');
      await press('Выше: МФЦ города Иркутска');
    });
    expect(ballot).toEqual({ places: ['x', 'z'] });
  });

  it('score: typed with a comma or stepped, sent as decimal text [5.5]', async () => {
    const criterion = { criterionId: 'k', title: 'Качество', min: '0', max: '10', step: '0.1', weight: '1' };
    const field = (nominee: string) => screen.getByRole('textbox', { name: `Качество, ${nominee}` });
    const ballot = await cast(of('score', { criteria: [criterion] }), async () => {
      await userEvent.type(field('МФЦ города Иркутска'), '7,5');
      await userEvent.type(field('МФЦ города Ульяновска'), '0,3');
      await userEvent.keyboard('{ArrowDown}');
      expect(voteButton().disabled).toBe(true);
      await userEvent.click(screen.getByRole('button', { name: 'Больше: Качество, МФЦ города Тюмени' }));
    });
    expect(ballot).toEqual({ scores: { x: { k: '7.5' }, y: { k: '0.2' }, z: { k: '5' } } });
  });
});

describe('a score between two steps', () => {
  const criterion = { criterionId: 'k', title: 'Качество', min: '0', max: '10', step: '0.5', weight: '1' };
  const scores = { kind: 'score', parameters: { criteria: [criterion] }, nominees: three } as const;
  const type = (score: string) =>
    userEvent.type(screen.getByRole('textbox', { name: 'Качество, МФЦ города Иркутска' }), score);
  afterEach(() => act(() => chooseLanguage('ru')));

  it('is told which step it misses and what stands next to it [5.5]', async () => {
    await seatAnn(opened(scores).lived);
    await type('6,3');
    const words = 'Шаг 0,5: вместо 6,3 подойдёт 6 или 6,5 (Качество, МФЦ города Иркутска).';
    expect(screen.getByText(words)).toBeTruthy();
    act(() => chooseLanguage('en'));
    expect(screen.getByText(/^Step 0\.5: instead of 6\.3 give 6 or 6\.5/)).toBeTruthy();
  });

  it('is told apart from one beyond the bounds, which is named as well [5.5]', async () => {
    await seatAnn(opened(scores).lived);
    await type('11');
    const words = 'Значение вне допустимых пределов: 11, а можно от 0 до 10 (Качество, МФЦ города Иркутска).';
    expect(screen.getByText(words)).toBeTruthy();
  });
});

describe('a round that opens while the page is open', () => {
  const two = [bestOffice, { ...bestOffice, questionId: 'q2', title: 'Лучший центр' }];
  const announced = () => document.querySelector('[data-announces]')?.textContent;
  const scrolled: (string | undefined)[] = [];
  const { scrollIntoView } = Element.prototype;
  beforeEach(() => {
    scrolled.length = 0;
    Element.prototype.scrollIntoView = function scrollsTo(this: HTMLElement) {
      scrolled.push(this.dataset['news']);
    };
  });
  afterEach(() => {
    Element.prototype.scrollIntoView = scrollIntoView;
  });

  it('is brought into view, announced and put into the title, and so is its result', async () => {
    const lived = new LivedJournal().open('chair', 'ann', 'bo');
    const { line } = await seatAnn(lived);
    expect(announced()).toBe('');
    let from = lived.entries.length;
    const roundId = lived.openRound();
    line.tell(from);
    expect(scrolled).toEqual([roundId]);
    expect(announced()).toBe('Началось голосование: Лучший МФЦ');
    expect(document.title).toMatch(/^● Голосуйте: Лучший МФЦ · /);
    from = lived.entries.length;
    lived.votes(roundId, { ann: 'x', bo: 'x' });
    line.tell(from);
    expect(document.title).toMatch(/^Бюллетень · /);
    from = lived.entries.length;
    lived.closeRound(roundId);
    line.tell(from);
    expect(scrolled).toEqual([roundId, roundId]);
    expect(announced()).toBe('Голосование закрыто. Лучший МФЦ. Победитель: МФЦ города Иркутска');
    expect(document.title).toMatch(/^Итог: Лучший МФЦ · /);
  });

  it('does not move the page under a draft of another one, but leads there', async () => {
    const lived = new LivedJournal({ ...presets['mfc-central'], parallelRounds: true }, two).open(
      'chair',
      'ann',
      'bo',
    );
    const first = lived.openRound('q2');
    const { line } = await seatAnn(lived);
    await userEvent.click(radio(/Иркутска/));
    const from = lived.entries.length;
    const second = lived.openRound('q1');
    line.tell(from);
    expect(scrolled).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Показать' }));
    expect(scrolled).toEqual([second]);
    expect(first).not.toBe(second);
    expect(screen.queryByRole('button', { name: 'Показать' })).toBeNull();
  });
});

describe('a recusal', () => {
  const dialog = () => within(screen.getByRole('dialog'));
  const confirm = () => userEvent.click(dialog().getByRole('button', { name: 'Взять самоотвод' }));
  const begin = async (reason: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Взять самоотвод' }));
    await userEvent.type(dialog().getByRole('textbox'), reason);
  };

  it('warns that it withdraws the ballot, and needs a reason [8.1]', async () => {
    const { lived, roundId } = opened();
    lived.votes(roundId, { ann: 'x' });
    const { line } = await seatAnn(lived);
    await userEvent.click(screen.getByRole('button', { name: 'Взять самоотвод' }));
    expect(dialog().getByText('Ваш голос в этом туре будет отозван.')).toBeTruthy();
    const button = dialog().getByRole<HTMLButtonElement>('button', { name: 'Взять самоотвод' });
    expect(button.disabled).toBe(true);
    await userEvent.type(dialog().getByRole('textbox'), 'конфликт интересов');
    await confirm();
    expect(line.commands[0]).toMatchObject({
      type: 'recuse',
      questionId: 'q1',
      reason: 'конфликт интересов',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/Вы взяли самоотвод/)).toBeTruthy();
  });

  it('says why it was not recorded, and goes again from the same dialog', async () => {
    const { lived } = opened();
    const { line } = await seatAnn(lived);
    line.override = () => ({ outcome: 'refused', code: 'database-away', detail: '' });
    await begin('конфликт интересов');
    await confirm();
    expect(dialog().getByRole('alert').textContent).toContain('Сервер временно не может записывать');
    line.override = undefined;
    await confirm();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/Вы взяли самоотвод/)).toBeTruthy();
  });

  it('keeps the text begun where its round closes meanwhile', async () => {
    const { lived, roundId } = opened({}, { ...presets['mfc-central'], ties: ['runoff'] });
    lived.votes(roundId, { chair: 'x', bo: 'y' });
    const { line } = await seatAnn(lived);
    await begin('конфликт');
    const from = lived.entries.length;
    lived.closeRound(roundId).openRound();
    await act(async () => line.tell(from));
    await userEvent.click(screen.getByRole('button', { name: 'Взять самоотвод' }));
    expect(dialog().getByRole<HTMLTextAreaElement>('textbox').value).toBe('конфликт');
  });
});
