import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { NewAccountDto } from '../accounts/account.dto.ts';
import { ContestChangesDto, NewContestDto, RehearsalDto } from '../contests/contest.dto.ts';
import { SignInDto } from '../sign-in/sign-in.dto.ts';
import { counted, strangeKeys } from '../testing/counted.ts';
import { checked } from './checked-body.pipe.ts';
import { listOf, OptionalField, shapeOf } from '../shapes/shape.ts';
import type { Problem } from './problem.ts';

class TreeDto {
  @OptionalField(listOf(shapeOf(RehearsalDto), 3)) readonly leaves?: RehearsalDto[];
}

const faultsOf = (...asked: Parameters<typeof checked>) => {
  try {
    checked(...asked);
  } catch (problem) {
    return (problem as Problem).members.fields;
  }
  throw new Error('nothing is at fault');
};

describe('a body', () => {
  it('becomes its class, as it stands', () => {
    const contest = { title: 'Премия', deadline: '2026-07-01T00:00:00Z' };
    const start = '2021-07-01T00:00:00Z';
    const made = checked(NewContestDto, { ...contest, rehearsal: { start } });
    expect(made).toBeInstanceOf(NewContestDto);
    expect(made).toEqual({ ...contest, rehearsal: { start } });
    expect(checked(NewContestDto, { ...contest, rehearsal: true }).rehearsal).toBe(true);
  });

  const contest = { title: 'Премия', deadline: '2026-07-01T00:00:00Z' };
  it.each([
    [SignInDto, { login: 'a', password: { b: 1 } }, 'password', 'text'],
    [SignInDto, { login: 'a', password: ['b'] }, 'password', 'text'],
    [NewContestDto, { ...contest, rehearsal: { start: {} } }, 'rehearsal.start', 'moment'],
    [NewContestDto, { ...contest, rehearsal: [] }, 'rehearsal', 'rehearsal'],
    [ContestChangesDto, { title: null }, 'title', 'text'],
    [TreeDto, { leaves: [{}, { stem: 1 }] }, 'leaves.1.stem', 'unknown'],
    [TreeDto, { leaves: [[]] }, 'leaves.0', 'object'],
    [TreeDto, { leaves: [{}, {}, {}, {}] }, 'leaves', 'too-many'],
    [NewAccountDto, { login: 'a', name: 'a', roles: [{}] }, 'roles.0', 'one-of'],
    [SignInDto, { login: 'a' }, 'password', 'missing'],
    [SignInDto, { ['k'.repeat(1_000_000)]: 1 }, 'k'.repeat(64), 'unknown'],
  ])('%p is refused at what has no place in it: %#', (shape, body, path, code) => {
    expect(faultsOf(shape, body)).toMatchObject([{ path, code }]);
  });

  it('of a hundred thousand unknown keys is left at the first', () => {
    const body = counted(strangeKeys(100_000));
    expect(faultsOf(SignInDto, body.value)).toMatchObject([{ path: 'key0', code: 'unknown' }]);
    expect(body.reads()).toBeLessThan(10);
    const inside = counted(strangeKeys(100_000));
    expect(faultsOf(NewContestDto, { ...contest, rehearsal: inside.value })).toHaveLength(1);
    expect(inside.reads()).toBeLessThan(10);
    const misplaced = counted(strangeKeys(100_000));
    expect(faultsOf(SignInDto, { login: misplaced.value, password: 'b' })).toHaveLength(1);
    expect(misplaced.reads()).toBe(0);
  });

  it('with a list beyond its bound is refused by its length', () => {
    const list = counted(Array.from({ length: 1_000_000 }, () => 'member'));
    const account = { login: 'a', name: 'a', roles: list.value };
    expect(faultsOf(NewAccountDto, account)).toMatchObject([
      { path: 'roles', code: 'too-many', parameters: { most: 3 } },
    ]);
    expect(list.reads()).toBeLessThan(10);
  });
});
