import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { patient, prompt } from '../database/connection-options.ts';
import { ImpatientClient } from '../database/impatient-client.ts';
import { AuditRow } from '../sign-in/audit.entity.ts';
import { ContestMemberRow } from '../contests/contest-member.entity.ts';
import { ContestSecretaryRow } from '../contests/contest-secretary.entity.ts';
import { ContestRow } from '../contests/contest.entity.ts';
import { NominationRow } from '../contests/nomination.entity.ts';
import { NomineeRow } from '../contests/nominee.entity.ts';
import { JournalEntryRow } from '../journal/journal-entry.entity.ts';
import { LetterRow } from '../letters/letter.entity.ts';
import { ProtocolFileRow } from '../protocol/protocol-file.entity.ts';
import { SessionSeatRow } from '../sessions/session-seat.entity.ts';
import { SessionRow } from '../sessions/session.entity.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { SignInLinkRow } from '../sign-in/sign-in-link.entity.ts';
import { SignInRow } from '../sign-in/sign-in.entity.ts';
import { CreateAccounts1767225600000 } from './migrations/1767225600000-create-accounts.ts';
import { CreateContests1767225601000 } from './migrations/1767225601000-create-contests.ts';
import { CreateSessions1767225602000 } from './migrations/1767225602000-create-sessions.ts';
import { CreateJournal1767225603000 } from './migrations/1767225603000-create-journal.ts';
import { FindFilesByDigest1767225604000 } from './migrations/1767225604000-find-files-by-digest.ts';
import { FreeCancelledNumbers1767225620000 } from './migrations/1767225620000-free-cancelled-numbers.ts';
import { NameWhoIsWho1767225630000 } from './migrations/1767225630000-name-who-is-who.ts';
import { CreateLetters1767225640000 } from './migrations/1767225640000-create-letters.ts';

/** `connections` are `prompt` where people wait for answers. */
export const dataSourceOptions = (
  url: string,
  connections: object = { ...prompt, Client: ImpatientClient },
) =>
  ({
    type: 'postgres',
    url,
    applicationName: 'open-ballot',
    poolSize: 12,
    extra: connections,
    entities: [
      AccountRow,
      SignInRow,
      SignInLinkRow,
      ContestRow,
      NominationRow,
      NomineeRow,
      ContestMemberRow,
      ContestSecretaryRow,
      AuditRow,
      SessionRow,
      SessionSeatRow,
      JournalEntryRow,
      ProtocolFileRow,
      LetterRow,
    ],
    migrations: [
      CreateAccounts1767225600000,
      CreateContests1767225601000,
      CreateSessions1767225602000,
      CreateJournal1767225603000,
      FindFilesByDigest1767225604000,
      FreeCancelledNumbers1767225620000,
      NameWhoIsWho1767225630000,
      CreateLetters1767225640000,
    ],
    synchronize: false,
  }) satisfies DataSourceOptions;

/** Any number no other program takes for an advisory lock of this database. */
const startingLock = 7_205_759;

/** Runs the migrations that are missing. Several processes may start at once: one runs them, the others wait. */
export async function migrate(url: string): Promise<void> {
  // A migration takes the time it takes.
  const database = await new DataSource(dataSourceOptions(url, patient)).initialize();
  try {
    await alone(database, async () => void (await database.runMigrations()));
  } finally {
    await database.destroy();
  }
}

/** How often whoever waits for the others asks again, in ms: a statement that waits for a lock itself has its time-out. */
const askAgainMs = 100;

/** Runs `work` while no other process runs its own. */
export async function alone<Result>(database: DataSource, work: () => Promise<Result>): Promise<Result> {
  // A connection of its own: the lock belongs to it and outlives the transactions of the work.
  const keeper = database.createQueryRunner();
  try {
    while (!(await takes(keeper))) await sleep(askAgainMs);
    try {
      return await work();
    } finally {
      await keeper.query('SELECT pg_advisory_unlock($1)', [startingLock]);
    }
  } finally {
    await keeper.release();
  }
}

async function takes(keeper: QueryRunner): Promise<boolean> {
  const rows = (await keeper.query('SELECT pg_try_advisory_lock($1) AS taken', [startingLock])) as {
    readonly taken: boolean;
  }[];
  return rows[0]?.taken ?? false;
}
