import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './schema/data-source.ts';
import { openDatabase } from './schema/open-database.ts';
import { checked } from './http/checked-body.pipe.ts';
import { Problem } from './http/problem.ts';
import { NewAccountDto } from './accounts/account.dto.ts';
import { AccountsService } from './accounts/accounts.service.ts';
import { Audit } from './sign-in/audit.ts';
import { Links } from './sign-in/links.ts';
import { PeopleNotices } from './sign-in/people-notices.ts';
import { ownLinkKey, ownSettings } from './settings.ts';

/**
 * `npm run create-administrator` and `create-secretary`: an account from outside, for a house that has none yet.
 * An administrator makes further accounts and says who is secretary of which contest (rule 18).
 */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        login: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string', default: 'secretary' },
        'password-stdin': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    // An unknown option: the usage says which there are.
    console.error(
      '--login ЛОГИН --name "ФАМИЛИЯ ИМЯ ОТЧЕСТВО" [--password-stdin] · --login LOGIN --name NAME',
    );
    return process.exit(2);
  }
}
const given = readArguments();

let lines: AsyncIterator<string> | undefined;
/** The next line of whoever sits there, or of a pipe; empty when there is none. */
async function ask(question: string): Promise<string> {
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  process.stderr.write(question);
  const line = await lines.next();
  return line.done ? '' : line.value.trim();
}

const password = given['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
const wanted = {
  login: given.login ?? (await ask('Логин / login: ')),
  name: given.name ?? (await ask('Фамилия, имя, отчество / name: ')),
  ...(password !== undefined && { password }),
};

const settings = ownSettings();
const linkKey = await ownLinkKey(settings);
const database = await openDatabase(settings);
const connection = await new DataSource(dataSourceOptions(database.url)).initialize();
const accounts = new AccountsService(
  connection,
  new Links(connection, linkKey),
  new Audit(connection),
  new PeopleNotices(connection),
);
try {
  const account = checked(NewAccountDto, {
    ...wanted,
    roles: given.role === 'administrator' ? ['administrator'] : ['secretary', 'member'],
  });
  const { link } = await accounts.create(account);
  const address = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  console.log(
    [
      `Учётная запись создана. Одноразовая ссылка для входа, действует до ${link.expiresAt.toISOString()}:`,
      'The account is made. A one-time link to come in by:',
      '',
      `  ${address}/l#${link.token}`,
      '',
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`Не создана / Not made: ${error.detail}`);
  process.exitCode = 1;
} finally {
  await connection.destroy();
  await database.close();
  process.stdin.destroy(); // an open terminal would keep the program waiting
}
