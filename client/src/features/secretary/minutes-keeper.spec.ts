import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Receipt } from '@open-ballot/shared/contract/receipt';
import type { Minutes } from '@open-ballot/shared/rules/session';
import { MinutesKeeper, type DraftStore } from './minutes-keeper.ts';

const recordedAt = (position: number): Receipt => ({
  outcome: 'recorded',
  position,
  hash: '',
  recordedAt: '2021-06-25T10:00:00.000Z',
});
const stale: Receipt = { outcome: 'refused', code: 'stale', detail: '' };

class Store implements DraftStore {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, text: string) => void this.kept.set(key, text);
  removeItem = (key: string) => void this.kept.delete(key);
}

const journal: Minutes = { position: 7, reported: 'Доклад', discussed: 'Выступлений не было.' };

describe('the minutes of a question', () => {
  const store = new Store();
  const note = jest.fn<(command: object) => Promise<Receipt>>();
  const keep = (minutes?: Minutes) => new MinutesKeeper('key', 'q1', minutes, note, store);
  beforeEach(() => {
    jest.useFakeTimers();
    store.kept.clear();
    note.mockReset().mockResolvedValue(recordedAt(8));
  });
  afterEach(() => void jest.useRealTimers());
  const settled = () => jest.advanceTimersByTimeAsync(2_000);

  it('are recorded a moment after the last key, over the position they were written on', async () => {
    const keeper = keep(journal);
    keeper.write({ reported: 'Доклад с' });
    keeper.write({ reported: 'Доклад секретаря' });
    await settled();
    expect(note.mock.calls).toEqual([
      [{ type: 'note-minutes', questionId: 'q1', edits: 7, reported: 'Доклад секретаря' }],
    ]);
    expect(keeper.isDirty).toBe(false);
    keeper.write({ discussed: 'Выступил Громов.' });
    await settled();
    expect(note).toHaveBeenLastCalledWith({
      type: 'note-minutes',
      questionId: 'q1',
      edits: 8,
      discussed: 'Выступил Громов.',
    });
  });

  it('do not take their own echo for somebody else', async () => {
    let answer: (receipt: Receipt) => void = () => undefined;
    note.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const keeper = keep(journal);
    keeper.write({ reported: 'Доклад секретаря' });
    await settled();
    keeper.heed({ ...journal, position: 8, reported: 'Доклад секретаря' });
    keeper.write({ reported: 'Доклад секретаря и члена комиссии' });
    answer(recordedAt(8));
    await settled();
    expect(keeper.getState().conflicts).toEqual([]);
    expect(note).toHaveBeenLastCalledWith(
      expect.objectContaining({ edits: 8, reported: 'Доклад секретаря и члена комиссии' }),
    );
  });

  it('[13.2] show both texts when the same field was changed elsewhere, and save nothing until somebody decides', async () => {
    note.mockResolvedValueOnce(stale);
    const keeper = keep(journal);
    keeper.write({ reported: 'Мой текст' });
    await settled();
    keeper.heed({ ...journal, position: 9, reported: 'Чужой текст' });
    await settled();
    const { conflicts, draft } = keeper.getState();
    expect({ conflicts, theirs: draft.base.reported, mine: draft.texts.reported }).toEqual({
      conflicts: ['reported'],
      theirs: 'Чужой текст',
      mine: 'Мой текст',
    });
    expect(note).toHaveBeenCalledTimes(1);
    keeper.settle('reported', 'both');
    await settled();
    expect(note).toHaveBeenLastCalledWith(
      expect.objectContaining({ edits: 9, reported: 'Чужой текст\nМой текст' }),
    );
  });

  it('[13.2] ask nothing more once both sides wrote the same', async () => {
    note.mockResolvedValueOnce(stale);
    const keeper = keep(journal);
    keeper.write({ reported: 'Мой текст' });
    await settled();
    keeper.heed({ ...journal, position: 9, reported: 'Чужой текст' });
    expect(keeper.getState().conflicts).toEqual(['reported']);
    keeper.heed({ ...journal, position: 10, reported: 'Мой текст' });
    expect(keeper.getState().conflicts).toEqual([]);
    expect(keeper.isDirty).toBe(false);
  });

  it('[13.2] join without a question what touched different fields', async () => {
    note.mockResolvedValueOnce(stale).mockResolvedValueOnce(recordedAt(10));
    const keeper = keep(journal);
    keeper.write({ reported: 'Мой текст' });
    await settled();
    keeper.heed({ ...journal, position: 9, discussed: 'Выступил Зимин.' });
    await keeper.save();
    expect(keeper.getState().conflicts).toEqual([]);
    expect(keeper.getState().draft.texts).toMatchObject({
      reported: 'Мой текст',
      discussed: 'Выступил Зимин.',
    });
    expect(note).toHaveBeenLastCalledWith({
      type: 'note-minutes',
      questionId: 'q1',
      edits: 9,
      reported: 'Мой текст',
    });
  });

  it('survive a reload that came before the receipt', async () => {
    note.mockReturnValue(new Promise(() => undefined));
    keep(journal).write({ resolved: 'Поручить опубликовать.' });
    await settled();
    const reopened = keep(journal);
    expect(reopened.getState().draft.texts.resolved).toBe('Поручить опубликовать.');
    note.mockResolvedValue(recordedAt(8));
    await settled();
    expect(reopened.isDirty).toBe(false);
    expect(store.kept.size).toBe(0);
  });

  it('keep the text and the reason when nothing was recorded', async () => {
    note.mockResolvedValue({ outcome: 'failed', code: 'failed', requestId: 'r1' });
    const keeper = keep();
    keeper.write({ reported: 'Доклад' });
    await settled();
    expect(keeper.getState().problem).toMatchObject({ outcome: 'failed' });
    expect(store.kept.get('key')).toContain('Доклад');
  });
});
