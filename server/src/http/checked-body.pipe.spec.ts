import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import { NewAccountDto } from '../accounts/account.dto.ts';
import { NewContestDto, RehearsalDto } from '../contests/contest.dto.ts';
import { SignInDto } from '../sign-in/sign-in.dto.ts';
import { counted, strangeKeys } from '../testing/counted.ts';
import { checked } from './checked-body.pipe.ts';
import { Nested } from './nested.ts';
import type { Problem } from './problem.ts';

class TreeDto {
  @IsOptional()
  @ArrayMaxSize(3)
  @Nested(RehearsalDto, { each: true })
  readonly leaves?: RehearsalDto[];

  @IsOptional()
  @IsIn(['a', 'b'], { each: true })
  readonly boundless?: string[];
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
  it('becomes its class, and what it holds becomes its own', () => {
    const contest = { title: 'Премия', deadline: '2026-07-01T00:00:00Z' };
    const start = '2021-07-01T00:00:00Z';
    const made = checked(NewContestDto, { ...contest, rehearsal: { start } });
    expect(made).toBeInstanceOf(NewContestDto);
    expect(made.rehearsal).toBeInstanceOf(RehearsalDto);
    expect(made).toMatchObject({ ...contest, rehearsal: { start } });
    expect(checked(NewContestDto, { ...contest, rehearsal: true }).rehearsal).toBe(true);
    const { leaves } = checked(TreeDto, { leaves: [{ start }, {}] });
    expect(leaves?.map((each) => each instanceof RehearsalDto)).toEqual([true, true]);
  });

  it.each([
    [SignInDto, { login: 'a', password: { b: 1 } }, 'password', 'must not be an object'],
    [SignInDto, { login: 'a', password: ['b'] }, 'password', 'must not be a list'],
    [NewContestDto, { rehearsal: { start: {} } }, 'rehearsal.start', 'must not be an object'],
    [NewContestDto, { rehearsal: [] }, 'rehearsal', 'must not be a list'],
    [TreeDto, { leaves: [{}, { stem: 1 }] }, 'leaves.1.stem', 'is not a known field'],
    [TreeDto, { leaves: [[]] }, 'leaves.0', 'must not be a list'],
    [TreeDto, { leaves: [{}, {}, {}, {}] }, 'leaves', 'must have at most 3 elements'],
    [TreeDto, { boundless: ['a'] }, 'boundless', 'must have at most 0 elements'],
    [NewAccountDto, { roles: [{}] }, 'roles.0', 'must not be an object'],
    [SignInDto, { ['k'.repeat(1_000_000)]: 1 }, 'k'.repeat(64), 'is not a known field'],
  ])('%p is refused at what has no place in it: %#', (shape, body, path, message) => {
    expect(faultsOf(shape, body)).toEqual([{ path, message }]);
  });

  it('of a hundred thousand unknown keys is left at the first', () => {
    const body = counted(strangeKeys(100_000));
    expect(faultsOf(SignInDto, body.value)).toEqual([{ path: 'key0', message: 'is not a known field' }]);
    expect(body.reads()).toBeLessThan(10);
    const inside = counted(strangeKeys(100_000));
    const contest = { title: 'Премия', deadline: '2026-07-01T00:00:00Z' };
    expect(faultsOf(NewContestDto, { ...contest, rehearsal: inside.value })).toHaveLength(1);
    expect(inside.reads()).toBeLessThan(10);
    const misplaced = counted(strangeKeys(100_000));
    expect(faultsOf(SignInDto, { login: misplaced.value, password: 'b' })).toHaveLength(1);
    expect(misplaced.reads()).toBe(0);
  });

  it('with a list beyond its bound is refused by its length', () => {
    const list = counted(Array.from({ length: 1_000_000 }, () => 'member'));
    const account = { login: 'a', name: 'a', roles: list.value };
    expect(faultsOf(NewAccountDto, account)).toEqual([
      { path: 'roles', message: 'must have at most 2 elements' },
    ]);
    expect(list.reads()).toBeLessThan(10);
  });
});
