import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useDownload } from './use-download.ts';

const browserFetch = globalThis.fetch;
const waiting: ((response: Response) => void)[] = [];

beforeEach(() => {
  waiting.length = 0;
  globalThis.fetch = () => new Promise((resolve) => waiting.push(resolve));
});
afterEach(() => void (globalThis.fetch = browserFetch));

const missing = {
  ok: false,
  status: 404,
  statusText: '',
  json: async () => undefined,
} as unknown as Response;

it('a file that was asked for later is still shown as on its way when an earlier one ends', async () => {
  const { result } = renderHook(() => useDownload());
  act(() => result.current.start('/one', 'PDF'));
  act(() => result.current.start('/other', 'DOCX'));
  await act(async () => waiting[0]?.(missing));
  expect(result.current.running?.name).toBe('DOCX');
  expect(result.current.failed?.name).toBe('PDF');
  await act(async () => waiting[1]?.(missing));
  expect(result.current.running).toBeUndefined();
});
