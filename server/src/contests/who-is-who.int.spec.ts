import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answered, type RunningApp, startApp } from '../testing/running-app.ts';

// A machine that builds and tests at once is slow to start an application.
jest.setTimeout(60_000);

let house: RunningApp;
let secretary: string;

beforeAll(async () => {
  house = await startApp();
  secretary = await house.signedIn({
    login: 'petrova.n.n',
    name: 'Петрова Нина Николаевна',
    password: 'пароль секретаря',
    roles: ['secretary'],
  });
});
afterAll(() => house.stop());

const ask = (path: string, body?: object, method?: string): Promise<Answered> =>
  house.ask(`/api${path}`, {
    cookie: secretary,
    ...(body !== undefined && { body }),
    ...(method !== undefined && { method }),
  });

const contestWith = async (name: string): Promise<{ contestId: string; member: string }> => {
  const { contestId } = (await ask('/contests', { title: 'Конкурс', deadline: '2199-01-01T00:00:00Z' })).body;
  const seat = { name, post: '', body: '', role: 'member', votes: true };
  const { memberId } = (await ask(`/contests/${contestId}/members`, seat)).body;
  return { contestId, member: `/contests/${contestId}/members/${memberId}` };
};

describe('an account that may be somebody else’s', () => {
  it('is not taken by a member of the same surname and initials in another contest', async () => {
    const first = await contestWith('Иванова Анна Петровна');
    await ask('/accounts', { login: 'ivanova.a.p', name: 'Иванова Анна Петровна' });
    expect((await ask(first.member, { accountLogin: 'ivanova.a.p' }, 'PATCH')).status).toBe(204);

    const other = await contestWith('Иванова Алла Павловна');
    const taken = await ask(other.member, { accountLogin: 'ivanova.a.p' }, 'PATCH');
    expect(taken).toMatchObject({ status: 422, body: { fields: [{ path: 'accountLogin' }] } });
    expect(taken.body.detail).toContain('Иванова Анна Петровна');
    const namesake = await contestWith('Иванова Анна Петровна');
    expect((await ask(namesake.member, { accountLogin: 'ivanova.a.p' }, 'PATCH')).status).toBe(422);
    const chosen = { accountLogin: 'ivanova.a.p', accountName: 'Иванова Анна  Петровна' };
    expect((await ask(namesake.member, chosen, 'PATCH')).status).toBe(204);
  });

  it('is not taken by a member whose name gives the login of a secretary, and no link opens it', async () => {
    const { member } = await contestWith('Петрова Нина Николаевна');
    expect((await ask(member, { accountLogin: 'petrova.n.n' }, 'PATCH')).status).toBe(422);
    const { accountId } = (await ask('/me')).body;
    expect((await ask(`/accounts/${accountId}/link`, {})).body).toMatchObject({ code: 'forbidden' });
  });
});
