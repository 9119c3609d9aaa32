import { describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock.ts';

describe('[11.3] the clock of the screens', () => {
  it('goes by the server, whatever the device believes', () => {
    let monotonic = 1_000;
    const clock = new ServerClock(
      () => monotonic,
      () => Date.parse('1999-01-01T00:00:00.000Z'),
    );
    const asked = clock.started();
    monotonic += 200;
    clock.set('2021-06-25T10:00:00.000Z', asked);
    expect(clock.now()).toBe(Date.parse('2021-06-25T10:00:00.100Z'));
    monotonic += 5_000;
    expect(clock.now()).toBe(Date.parse('2021-06-25T10:00:05.100Z'));
  });

  it('goes by the device until the server has been heard', () => {
    const clock = new ServerClock(
      () => 7,
      () => 42,
    );
    expect(clock.now()).toBe(42);
  });
});
