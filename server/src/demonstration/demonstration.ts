import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ContestMemberRow } from '../contests/contest-member.entity.ts';
import { ContestSecretaryRow } from '../contests/contest-secretary.entity.ts';
import { ContestRow } from '../contests/contest.entity.ts';
import { NominationRow } from '../contests/nomination.entity.ts';
import { NomineeRow } from '../contests/nominee.entity.ts';
import { alone } from '../schema/data-source.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { AccountRow } from '../sign-in/account.entity.ts';
import { hashPassword } from '../sign-in/password.ts';
import {
  accounts,
  commission,
  contest,
  nominations,
  password,
  rehearsalStart,
  secretary,
} from './contest-of-2020.ts';
import { sessionOf } from './session-of-2021.ts';

/** Fills an empty database with the contest of 2020 as a rehearsal: accounts, contest, a convened session. */
export async function loadDemonstration(app: INestApplicationContext, start = rehearsalStart): Promise<void> {
  const database = app.get(DataSource);
  // Two processes may start on one empty database.
  await alone(database, async () => {
    if (await database.manager.existsBy(AccountRow, {})) return;
    const { contestId, accountId } = await database.transaction((transaction) =>
      prepare(transaction, new Date(start)),
    );
    await app.get(SessionsService).create(sessionOf(contestId), {
      accountId,
      name: secretary.name,
      secretaryOf: [contestId],
    });
  });
}

/** Whether this database holds the demonstration, so that its accounts may be told. */
export const holdsDemonstration = (app: INestApplicationContext): Promise<boolean> =>
  app.get(DataSource).manager.existsBy(AccountRow, { login: secretary.login, name: secretary.name });

/** Answers with the contest and the account of its secretary. */
async function prepare(
  transaction: EntityManager,
  start: Date,
): Promise<{ contestId: string; accountId: string }> {
  const passwordHash = await hashPassword(password);
  const people = accounts.map((account) => ({
    id: randomUUID(),
    ...account,
    passwordHash,
    // The password is printed wherever somebody starts the program.
    rehearsalOnly: true,
  }));
  await transaction.insert(AccountRow, people);
  const accountIds = new Map(people.map(({ login, id }) => [login, id]));

  const contestId = randomUUID();
  await transaction.insert(ContestRow, {
    id: contestId,
    ...contest,
    deadline: new Date(contest.deadline),
    rehearsalRealStart: new Date(),
    rehearsalStart: start,
  });
  const secretaryId = accountIds.get(secretary.login);
  if (secretaryId === undefined) throw new Error('the demonstration has no secretary');
  await transaction.insert(ContestSecretaryRow, { contestId, accountId: secretaryId });
  await transaction.insert(
    ContestMemberRow,
    commission.map(({ accountLogin, ...seat }, index) => ({
      contestId,
      ordinal: index + 1,
      accountId: accountIds.get(accountLogin) ?? null,
      ...seat,
    })),
  );
  for (const [index, { title, category = null, nominees }] of nominations.entries()) {
    const nominationId = randomUUID();
    await transaction.insert(NominationRow, {
      id: nominationId,
      contestId,
      ordinal: index + 1,
      title,
      category,
    });
    await transaction.insert(
      NomineeRow,
      nominees.map(({ nomineeId, name, region, organisation, entrantId }, place) => ({
        nominationId,
        nomineeId,
        ordinal: place + 1,
        name,
        region: region ?? null,
        organisation: organisation ?? null,
        entrantId: entrantId ?? null,
      })),
    );
  }
  return { contestId, accountId: secretaryId };
}
