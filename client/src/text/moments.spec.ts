import { afterEach, expect, it } from '@jest/globals';
import { cleanup, renderHook } from '@testing-library/react';
import { useMoments } from './moments.ts';

afterEach(cleanup);

it.each([
  ['2026-10-31T21:00:00.000Z', 'Europe/Moscow', '1 ноября 2026 г.'],
  ['2026-10-31T21:00:00.000Z', 'Asia/Omsk', '1 ноября 2026 г. в 03:00'],
  ['2026-11-01T06:30:00.000Z', 'Europe/Moscow', '1 ноября 2026 г. в 09:30'],
])('%s in %s may have been given as a day: «%s»', (at, timeZone, text) => {
  const { result } = renderHook(() => useMoments(timeZone));
  expect(result.current.dayOrMoment(at)).toBe(text);
});
