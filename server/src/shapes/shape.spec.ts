import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { parseCommand } from '../commands/parse-command.ts';
import { newSession } from '../sessions/new-session.dto.ts';
import { counted, strangeKeys } from '../testing/counted.ts';
import { text } from './fields.ts';
import { listOf, recordOf } from './shape.ts';

describe('what is too much', () => {
  it('is left at the first key nobody knows', () => {
    // Not a proxy at the outside, which is no plain object; what is read of it is told by the faults.
    expect(newSession.faults(strangeKeys(100_000), '')).toMatchObject([{ path: 'key0', code: 'unknown' }]);
    const body = { commandId: 'c', type: 'open-session', ...strangeKeys(100_000) };
    expect(parseCommand(body)).toMatchObject({ fields: [{ path: 'key0' }] });
  });

  it('of a list or a record is refused by its length', () => {
    const list = counted(Array.from({ length: 1_000_000 }, () => 'a'));
    expect(listOf(text(), 10).accepts(list.value)).toBe(false);
    expect(listOf(text(), 10).faults(list.value, 'list')).toHaveLength(1);
    expect(list.reads()).toBeLessThan(20);
    expect(recordOf(text(), text(), 10).faults(strangeKeys(100_000), 'record')).toHaveLength(1);
  });

  it('is not echoed at length', () => {
    const faults = Array.from({ length: 2_500 }, () => ({}));
    const told = parseCommand({ commandId: 'c', type: 'amend-session', changes: { roll: faults } });
    expect((told as unknown as { fields: unknown[] }).fields.length).toBeLessThanOrEqual(100);
  });
});
