import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings, variables, WrongSettings } from './settings.ts';

const house = path.resolve(import.meta.dirname, '../..');

describe('settings', () => {
  it('are sensible where nothing is set, or only empty variables', () => {
    const plain = { dataDir: path.resolve('.data'), host: '127.0.0.1', port: 3000 };
    expect(readSettings({})).toEqual(plain);
    expect(readSettings({ DATABASE_URL: '', PORT: ' ' })).toEqual(plain);
  });

  it('are typed', () => {
    expect(
      readSettings({ PORT: '0', DEMONSTRATION: '0', HOST: '::1', DATABASE_URL: 'postgres://db/x' }),
    ).toMatchObject({ port: 0, demonstration: false, host: '::1', databaseUrl: 'postgres://db/x' });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['DEMONSTRATION', 'yes'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://root:secret@db/x'],
    ['PUBLIC_URL', 'example.org'],
    ['REHEARSAL_START', 'tomorrow'],
  ])('name %s where it is wrong, and never repeat it', (variable, value) => {
    const read = () => readSettings({ [variable]: value });
    expect(read).toThrow(WrongSettings);
    expect(read).toThrow(new RegExp(`^${variable}: `));
    expect(read).not.toThrow(value);
  });

  it('name both halves of what letters need', () => {
    expect(() => readSettings({ SMTP_URL: 'smtp://mail.example' })).toThrow(/MAIL_FROM/);
    const both = { SMTP_URL: 'smtps://me:word@mail.example:465', MAIL_FROM: 'ballot@example.org' };
    expect(readSettings(both)).toMatchObject({ smtpUrl: both.SMTP_URL, mailFrom: both.MAIL_FROM });
    expect(() => readSettings({ ...both, MAIL_FROM: 'a@b\r\nBcc: c@d' })).toThrow(/^MAIL_FROM/);
  });

  it('are all told in the README', () => {
    const readme = readFileSync(path.join(house, 'README.md'), 'utf8');
    expect(variables.filter((each) => !readme.includes(`| \`${each}\``))).toEqual([]);
  });
});
