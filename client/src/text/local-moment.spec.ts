import { describe, expect, it } from '@jest/globals';
import { localOfMoment, momentOfLocal, timeZones } from './local-moment.ts';

it('[11.1] reads a wall clock in the time zone of the contest', () => {
  expect(momentOfLocal('2021-07-01T00:00', 'Europe/Moscow')).toBe('2021-06-30T21:00:00.000Z');
  expect(momentOfLocal('2021-07-01T00:00', 'Asia/Kamchatka')).toBe('2021-06-30T12:00:00.000Z');
  expect(momentOfLocal('', 'Europe/Moscow')).toBeUndefined();
});

it('gives back the wall clock it was given, also beside a change of offset', () => {
  for (const local of ['2021-07-01T00:00', '2021-03-28T01:30', '2021-03-28T03:30', '2021-10-31T04:30'])
    expect(localOfMoment(momentOfLocal(local, 'Europe/Berlin') ?? '', 'Europe/Berlin')).toBe(local);
});

describe('the list of time zones', () => {
  it('begins in Russia, says how far ahead each is there, and names none twice', () => {
    const zones = timeZones('Europe/Moscow');
    expect(zones.slice(0, 2)).toEqual([
      { value: 'Europe/Kaliningrad', text: 'Europe/Kaliningrad (UTC+2)' },
      { value: 'Europe/Moscow', text: 'Europe/Moscow (UTC+3)' },
    ]);
    expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
    expect(zones).toContainEqual({ value: 'Asia/Colombo', text: 'Asia/Colombo' });
  });

  it('keeps offering what a contest already has, under a name of another edition too', () => {
    expect(timeZones('Asia/Calcutta_old')[0]).toEqual({
      value: 'Asia/Calcutta_old',
      text: 'Asia/Calcutta_old',
    });
  });
});
