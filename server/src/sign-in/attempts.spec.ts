import { describe, expect, it } from '@jest/globals';
import { type Attempt, Attempts, digestsAtOnce } from './attempts.ts';
import { isProofOf, proofOfDevice } from './known-device.ts';
import { Turns } from './turns.ts';
import { WrongAttempts } from './wrong-attempts.ts';

const from = (address: string, login: string, rest: Partial<Attempt> = {}): Attempt => ({
  address,
  login,
  isFromKnownDevice: false,
  isAbandoned: () => false,
  ...rest,
});

const always = () => true;
const drained = (turns: Turns<string>): string[] => {
  const out: string[] = [];
  for (let next = turns.next(always); next !== undefined; next = turns.next(always)) out.push(next);
  return out;
};

describe('turns', () => {
  it('go round at each level, however many wait behind one name', () => {
    const turns = new Turns<string>();
    for (const n of [1, 2, 3]) turns.add(['hall', 'chair'], `chair ${n}`);
    turns.add(['hall', 'ann'], 'ann');
    turns.add(['home', 'bob'], 'bob');
    expect(drained(turns)).toEqual(['chair 1', 'bob', 'ann', 'chair 2', 'chair 3']);
    expect(turns.size).toBe(0);
    expect(turns.sizeAt(['hall', 'chair'])).toBe(0);
  });

  it('are not taken by who is not ready', () => {
    const turns = new Turns<string>();
    turns.add(['a'], 'early');
    turns.add(['b'], 'late');
    expect(turns.next((each) => each === 'late')).toBe('late');
    expect(turns.next(() => false)).toBeUndefined();
    expect(turns.size).toBe(1);
  });
});

describe('wrong attempts', () => {
  const slowing = { free: 2, forgottenAfter: 1_000, step: 100, most: 300 };

  it('slow down the next ones up to a bound, and are forgotten', () => {
    let now = 0;
    const wrong = new WrongAttempts(slowing, () => now);
    const delays = Array.from({ length: 8 }, () => (wrong.add('chair'), wrong.delayOf('chair')));
    expect(delays).toEqual([0, 0, 100, 200, 300, 300, 300, 300]);
    expect(wrong.delayOf('ann')).toBe(0);
    now = 5_000;
    expect(wrong.delayOf('chair')).toBe(0);
  });

  it('are counted for a bounded number of keys', () => {
    const wrong = new WrongAttempts(slowing);
    for (let n = 0; n < 50_000; n += 1) wrong.add(`login ${n}`);
    expect(wrong.size).toBe(10_000);
  });
});

describe('a known device', () => {
  const chair = { login: 'chair', passwordHash: '$argon2id$one' };
  const proof = proofOfDevice(chair, 0);

  it('is known for its own login, until the password changes or half a year has passed', () => {
    expect(isProofOf(chair, proof, 0)).toBe(true);
    expect(isProofOf({ ...chair, login: 'ann' }, proof, 0)).toBe(false);
    expect(isProofOf({ ...chair, passwordHash: '$argon2id$two' }, proof, 0)).toBe(false);
    expect(isProofOf({ ...chair, passwordHash: null }, proof, 0)).toBe(false);
    expect(isProofOf(chair, proof, 181 * 24 * 60 * 60 * 1000)).toBe(false);
  });
});

describe('attempts', () => {
  /** Work that goes on until it is let go. */
  function gate() {
    const open: (() => void)[] = [];
    let atOnce = 0;
    let most = 0;
    const order: string[] = [];
    const look = (name: string) => async () => {
      order.push(name);
      most = Math.max(most, (atOnce += 1));
      await new Promise<void>((resolve) => open.push(resolve));
      atOnce -= 1;
      return name;
    };
    const letGo = async () => {
      for (let tick = 0; tick < 2_000; tick += 1) {
        open.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    return { look, letGo, order, most: () => most };
  }

  it('are looked at two at a time, known devices in between', async () => {
    const { look, letGo, order, most } = gate();
    const attempts = new Attempts();
    const asked = [
      ...Array.from({ length: 6 }, (_, n) => attempts.at(from('hall', 'chair'), look(`guess ${n}`))),
      attempts.at(from('hall', 'chair', { isFromKnownDevice: true }), look('known')),
      attempts.at(from('hall', 'ann'), look('ann')),
    ];
    await letGo();
    await Promise.all(asked);
    expect(most()).toBe(digestsAtOnce);
    expect(order.indexOf('known')).toBeLessThan(4);
    expect(order.indexOf('ann')).toBeLessThan(5);
  });

  it('are refused where too many wait, but not the first of another login', async () => {
    const { look, letGo, order } = gate();
    const attempts = new Attempts();
    const guesses = Array.from({ length: 1_000 }, (_, n) => attempts.at(from('hall', 'chair'), look(`${n}`)));
    const settled = Promise.allSettled(guesses);
    const people = Array.from({ length: 500 }, (_, n) =>
      attempts.at(from('hall', `seat ${n}`), look('seat')),
    );
    await letGo();
    expect(new Set(await Promise.all(people))).toEqual(new Set(['seat']));
    const refused = (await settled).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(500);
    expect(refused[0]).toMatchObject({ reason: { code: 'too-many' } });
    expect(order.length + refused.length).toBe(1_500);
  });

  it('of whoever has hung up are not looked at', async () => {
    const { look, letGo, order } = gate();
    const attempts = new Attempts();
    const busy = [1, 2].map(() => attempts.at(from('hall', 'chair'), look('busy')));
    const gone = attempts.at(from('hall', 'ann', { isAbandoned: always }), look('gone'));
    const told = expect(gone).rejects.toThrow();
    await letGo();
    await Promise.all([...busy, told]);
    expect(order).toEqual(['busy', 'busy']);
  });

  it('after wrong ones wait, each for its own login and no longer than a few seconds', async () => {
    const attempts = new Attempts();
    const wrong = () => Promise.resolve(undefined);
    for (let n = 0; n < 5; n += 1) await attempts.at(from('hall', 'chair'), wrong);
    const since = async (attempt: Attempt) => {
      const begun = performance.now();
      await attempts.at(attempt, () => Promise.resolve('right'));
      return performance.now() - begun;
    };
    const [other, known, chair] = await Promise.all([
      since(from('hall', 'ann')),
      since(from('hall', 'chair', { isFromKnownDevice: true })),
      since(from('hall', 'chair')),
    ]);
    expect(chair).toBeGreaterThan(400);
    expect(other).toBeLessThan(chair);
    expect(known).toBeLessThan(chair);
    // The right password has made good what was wrong.
    expect(await since(from('hall', 'chair'))).toBeLessThan(400);
  });
});
