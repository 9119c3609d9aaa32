import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { CatchingUp, type Caught } from './catching-up.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Each attempt, by whether it asked for the whole; they end as they are told, one after the other. */
function asking(isLeft = () => false) {
  const attempts: boolean[] = [];
  const ends: ((caught: Caught | Error) => void)[] = [];
  const catching = new CatchingUp((whole) => {
    attempts.push(whole);
    return new Promise((resolve, reject) =>
      ends.push((caught) => (caught instanceof Error ? reject(caught) : resolve(caught))),
    );
  }, isLeft);
  const end = async (caught: Caught | Error) => {
    ends.shift()!(caught);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { attempts, catching, end };
}

it('asks one question at a time', async () => {
  const { attempts, catching, end } = asking();
  void catching.begin();
  void catching.begin();
  expect(attempts).toEqual([false]);
  expect(catching.isUnderWay).toBe(true);
  await end('gap');
  expect(catching.isUnderWay).toBe(false);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(attempts).toEqual([false]);
});

it('asks for the whole until it has come, whether the line drops or the answer is of no use', async () => {
  const { attempts, catching, end } = asking();
  void catching.begin(true);
  await end(new Error('down'));
  await jest.advanceTimersByTimeAsync(1_000);
  await end('nothing');
  await jest.advanceTimersByTimeAsync(1_000);
  await end('whole');
  void catching.begin();
  expect(attempts).toEqual([true, true, true, false]);
});

it('delivers what arrived meanwhile after the answer, in order', async () => {
  const { catching, end } = asking();
  const heard: string[] = [];
  void catching.begin();
  catching.holdBack(() => heard.push(`one, under way: ${catching.isUnderWay}`));
  catching.holdBack(() => heard.push('two'));
  expect(heard).toEqual([]);
  await end('gap');
  expect(heard).toEqual(['one, under way: false', 'two']);
});

it('asks no more once the screen is left', async () => {
  let left = false;
  const { attempts, catching, end } = asking(() => left);
  void catching.begin();
  left = true;
  await end('nothing');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(attempts).toEqual([false]);
});
