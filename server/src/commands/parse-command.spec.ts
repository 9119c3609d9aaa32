import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { commandDtos } from './commands.dto.ts';
import { parseCommand } from './parse-command.ts';

const ballot = {
  commandId: 'c-1',
  type: 'cast-ballot',
  roundId: 'r',
  ballot: { choice: 'for' },
  replaces: null,
};
const pathsOf = (body: unknown): string[] => {
  const answer = parseCommand(body);
  if (answer.outcome !== 'invalid') throw new Error(`expected invalid, got ${JSON.stringify(answer)}`);
  return answer.fields.map(({ path }) => path);
};

describe('parseCommand', () => {
  it('passes on exactly the fields of the command, without its id', () => {
    expect(parseCommand(ballot)).toMatchObject({
      outcome: 'parsed',
      commandId: 'c-1',
      command: { type: 'cast-ballot', roundId: 'r', ballot: { choice: 'for' }, replaces: null },
    });
    expect(parseCommand(ballot)).not.toHaveProperty('command.commandId');
  });

  it('takes every form of a ballot', () => {
    const forms = [
      { answers: { a: 'for', b: 'abstain' } },
      { nominees: ['a'] },
      { choice: 'against-all' },
      { places: ['b', 'a'] },
      { scores: { a: { quality: '7.5' } } },
    ];
    for (const form of forms) expect(parseCommand({ ...ballot, ballot: form }).outcome).toBe('parsed');
  });

  it.each([
    ['at the top', { ...ballot, memberId: 'somebody-else' }, ['memberId']],
    ['in a ballot', { ...ballot, ballot: { choice: 'for', memberId: 'x' } }, ['ballot.memberId']],
    ['two ballots in one', { ...ballot, ballot: { choice: 'for', nominees: ['a'] } }, ['ballot.nominees']],
    [
      'in a nominee of a question',
      {
        commandId: 'c',
        type: 'add-question',
        question: {
          questionId: 'q',
          title: 't',
          wording: 'w',
          kind: 'choose',
          nominees: [{ nomineeId: 'n', name: 'N', votes: 9 }],
        },
      },
      ['question.nominees.0.votes'],
    ],
    [
      'in the rule set',
      { commandId: 'c', type: 'amend-session', changes: { ruleSet: { quorum: { secret: 1 } } } },
      expect.arrayContaining(['changes.ruleSet.quorum.secret', 'changes.ruleSet.visibility']),
    ],
    [
      'the prototype as a field',
      JSON.parse('{"commandId":"c","type":"open-session","__proto__":{"x":1}}'),
      ['__proto__'],
    ],
  ])('[8.6] refuses unknown fields %s', (_where, body, paths) => {
    expect(pathsOf(body)).toEqual(paths);
  });

  it.each([
    ['no object', 'cast-ballot', ['']],
    ['a list', [ballot], ['']],
    ['no type', { commandId: 'c' }, ['type']],
    ['a type of objects', { ...ballot, type: 'constructor' }, ['type']],
    ['no command id', { ...ballot, commandId: undefined }, ['commandId']],
    ['an empty command id', { ...ballot, commandId: '' }, ['commandId']],
    ['a long command id', { ...ballot, commandId: 'x'.repeat(65) }, ['commandId']],
    ['NUL', { commandId: 'c', type: 'adjourn-session', reason: 'a\0b' }, ['reason']],
    ['a lone surrogate', { commandId: 'c', type: 'adjourn-session', reason: '\ud800' }, ['reason']],
    [
      'null where a field may be left out',
      { commandId: 'c', type: 'issue-protocol', reason: null },
      ['reason'],
    ],
    ['no word on what it replaces', { ...ballot, replaces: undefined }, ['replaces']],
    ['a score that is a number', { ...ballot, ballot: { scores: { a: { q: 7.5 } } } }, ['ballot.scores.a.q']],
    ['a nominee that is a number', { ...ballot, ballot: { nominees: ['a', 7] } }, ['ballot.nominees.1']],
    ['bytes for a ballot', { ...ballot, ballot: Buffer.from('for') }, ['ballot']],
    [
      'fractions of a second',
      { commandId: 'c', type: 'open-round', questionId: 'q', seconds: 1.5 },
      ['seconds'],
    ],
    [
      'a day that does not exist',
      { commandId: 'c', type: 'extend-deadline', moment: '2021-02-30T00:00:00Z', document: 'd' },
      ['moment'],
    ],
  ])('names the field at fault: %s', (_what, body, paths) => {
    expect(pathsOf(body)).toEqual(paths);
  });

  it('names the bound of what is too large', () => {
    const answer = parseCommand({ commandId: 'c', type: 'adjourn-session', reason: 'я'.repeat(10_001) });
    expect(answer).toMatchObject({ outcome: 'refused', code: 'too-large' });
    expect(answer).toHaveProperty('detail', expect.stringContaining('10000'));
  });

  it('spells moments in UTC with milliseconds, as the journal compares them', () => {
    const body = {
      commandId: 'c',
      type: 'extend-deadline',
      moment: '2021-07-01T00:00:00+03:00',
      document: '№ 7',
    };
    expect(parseCommand(body)).toHaveProperty('command.moment', '2021-06-30T21:00:00.000Z');
  });

  it('fills in what most questions leave out', () => {
    const question = { questionId: 'q', title: 't', wording: 'w', kind: 'motion' };
    expect(parseCommand({ commandId: 'c', type: 'add-question', question })).toMatchObject({
      command: { question: { parameters: {}, nominees: [], places: { kind: 'laureates', count: 1 } } },
    });
  });

  it('keeps logins out of what enters the journal', () => {
    const roll = [
      { memberId: 'm', name: 'N', post: '', body: '', role: 'member', votes: true, accountLogin: 'secret' },
    ];
    const answer = parseCommand({ commandId: 'c', type: 'amend-session', changes: { roll } });
    expect(JSON.stringify((answer as { command: unknown }).command)).not.toContain('secret');
  });

  it('checks every command type: nothing but the type is never enough for one with fields', () => {
    const bare = new Set(['open-session', 'close-session', 'issue-protocol']);
    for (const type of Object.keys(commandDtos)) {
      expect(parseCommand({ commandId: 'c', type }).outcome).toBe(bare.has(type) ? 'parsed' : 'invalid');
    }
  });
});
