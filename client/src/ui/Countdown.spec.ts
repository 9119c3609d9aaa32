import { describe, expect, it } from '@jest/globals';
import { timeLeftText } from './Countdown.tsx';

const words = (key: string, values?: Readonly<Record<string, unknown>>): string =>
  key === 'days' ? `${String(values?.['count'])} d` : key;
const text = (ms: number) => timeLeftText(ms, words);
const minute = 60_000;
const hour = 60 * minute;

describe('the time left', () => {
  it('shows days with hours and minutes', () =>
    expect(text(5 * 24 * hour + 8 * hour + 41 * minute)).toBe('5 d 08:41'));
  it('shows hours with minutes and seconds', () =>
    expect(text(3 * hour + 8 * minute + 41_000)).toBe('3:08:41'));
  it('shows minutes and seconds below an hour', () => expect(text(8 * minute + 41_000)).toBe('08:41'));
  it('rounds up, so that the last second is still there until it is over', () =>
    expect(text(1)).toBe('00:01'));
  it('never rounds a minute into sixty seconds', () => expect(text(minute - 1)).toBe('01:00'));
  it('says that time is up at the moment itself and after it', () => {
    expect(text(0)).toBe('time-is-up');
    expect(text(-5_000)).toBe('time-is-up');
  });
});
