import path from 'node:path';
import { isIP } from 'node:net';
import { type LinkKey, linkKeyFrom, WrongLinkKey } from './sign-in/link-key.ts';

/** An environment variable: what may stand there, in both languages, and what is made of it; undefined is a refusal. */
interface Setting<Value> {
  readonly variable: string;
  readonly mayBe: string;
  readonly read: (text: string) => Value | undefined;
}

const setting = <Value>(
  variable: string,
  mayBe: string,
  read: (text: string) => Value | undefined,
): Setting<Value> => ({ variable, mayBe, read });

const address =
  (...protocols: readonly string[]) =>
  (text: string): string | undefined =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;
const whole = (most: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
const anyText = (text: string): string => text;

/** Every variable the server reads. README tells the same, and a spec holds them together. */
const table = {
  databaseUrl: setting('DATABASE_URL', 'postgres://…', address('postgres:', 'postgresql:')),
  dataDir: setting('DATA_DIR', 'папка / a folder', (text) => path.resolve(text)),
  embeddedNative: setting(
    'PG_EMBEDDED_NATIVE',
    'папка установки PostgreSQL / a folder of PostgreSQL',
    (text) => path.resolve(text),
  ),
  host: setting('HOST', 'адрес или имя / an address or a name', (text) =>
    isIP(text) > 0 || /^[\w.-]+$/.test(text) ? text : undefined,
  ),
  port: setting('PORT', '0…65535', whole(65_535)),
  publicUrl: setting('PUBLIC_URL', 'http(s)://…', address('http:', 'https:')),
  linkKey: setting('LINK_KEY', 'base64, от 32 байт / of at least 32 bytes', (text) =>
    Buffer.from(text, 'base64').length >= 32 ? text : undefined,
  ),
  linkKeyFile: setting('LINK_KEY_FILE', 'файл с таким ключом / a file with such a key', (text) =>
    path.resolve(text),
  ),
  smtpUrl: setting('SMTP_URL', 'smtp(s)://…', address('smtp:', 'smtps:')),
  mailFrom: setting('MAIL_FROM', 'адрес отправителя / the address of the sender', (text) =>
    /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : undefined,
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'адреса и подсети через запятую / addresses and subnets, by commas',
    anyText,
  ),
  demonstration: setting('DEMONSTRATION', '0, 1', (text) =>
    ['0', '1'].includes(text) ? text === '1' : undefined,
  ),
  rehearsalStart: setting('REHEARSAL_START', 'момент / a moment: 2021-06-25T10:00:00+03:00', (text) =>
    Number.isNaN(Date.parse(text)) ? undefined : text,
  ),
};

type Read = {
  readonly [Name in keyof typeof table]?: NonNullable<ReturnType<(typeof table)[Name]['read']>>;
};

export interface Settings extends Read {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
}

export const variables: readonly string[] = Object.values(table).map(({ variable }) => variable);

/** A variable holds what it may not. Nothing was started. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/** A variable that is empty counts as not set: containers hand on empty ones. @throws {WrongSettings} with every wrong one. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const entries = Object.entries<Setting<unknown>>(table).flatMap(([name, { variable, mayBe, read }]) => {
    const text = environment[variable]?.trim();
    if (!text) return [];
    const value = read(text);
    if (value === undefined) wrong.push(`${variable}: допустимо / may be: ${mayBe}`);
    return [[name, value]];
  });
  const has = (name: keyof typeof table): boolean => entries.some(([each]) => each === name);
  if (has('smtpUrl') !== has('mailFrom')) wrong.push('SMTP_URL, MAIL_FROM: обе или ни одной / both or none');
  if (wrong.length > 0) throw new WrongSettings(wrong.join('\n'));
  return {
    dataDir: path.resolve('.data'),
    host: '127.0.0.1',
    port: 3000,
    ...(Object.fromEntries(entries) as Read),
  };
}

/** The settings of this process. Without the value: it may be the password of the database. */
export function ownSettings(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return endedBy(error);
  }
}

/** The key of this process, before anything is started. */
export const ownLinkKey = (settings: Settings): Promise<LinkKey> => linkKeyFrom(settings).catch(endedBy);

/** What an operator has set wrong is said without a stack; it tells them nothing. */
function endedBy(error: unknown): never {
  if (!(error instanceof WrongSettings || error instanceof WrongLinkKey)) throw error;
  console.error(error.message);
  return process.exit(1);
}
