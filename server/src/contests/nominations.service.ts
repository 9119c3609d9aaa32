import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bounds } from '@open-ballot/shared/rules/bounds';
import { fault } from '@open-ballot/shared/rules/fault';
import { refuseFields } from '@open-ballot/shared/rules/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import { violates } from '../database/unique-violation.ts';
import { invalid, refusal, refused } from '../http/problem.ts';
import { lockedRowOf } from './contests.service.ts';
import { NominationRow } from './nomination.entity.ts';
import type {
  NewNominationDto,
  NewNomineeDto,
  NominationChangesDto,
  NomineeChangesDto,
} from './nomination.dto.ts';
import { NomineeRow } from './nominee.entity.ts';

/** Each may become a question of a session, which holds no more (rules, "Bounds"). */

/** The nominations of a contest and who was put forward in them. */
@Injectable()
export class NominationsService {
  constructor(private readonly database: DataSource) {}

  /** @throws {Problem} `not-found`, `too-large`. */
  add(contestId: string, { title, category }: NewNominationDto): Promise<{ readonly nominationId: string }> {
    return this.database.transaction(async (transaction) => {
      await lockedRowOf(transaction, contestId);
      const count = await transaction.countBy(NominationRow, { contestId });
      if (count >= bounds.nominations)
        throw refused(refuseFields('too-large', fault('', 'too-many', { most: bounds.nominations })));
      const last = (await transaction.maximum(NominationRow, 'ordinal', { contestId })) ?? 0;
      const id = randomUUID();
      await transaction.insert(NominationRow, {
        id,
        contestId,
        ordinal: last + 1,
        title,
        category: category ?? null,
      });
      return { nominationId: id };
    });
  }

  /** @throws {Problem} `not-found`. */
  async change(
    contestId: string,
    nominationId: string,
    { title, category }: NominationChangesDto,
  ): Promise<void> {
    await nominationRow(this.database.manager, contestId, nominationId);
    const columns = { ...(title !== undefined && { title }), ...(category !== undefined && { category }) };
    if (Object.keys(columns).length > 0)
      await this.database.manager.update(NominationRow, { id: nominationId }, columns);
  }

  /** With its nominees. @throws {Problem} `not-found`. */
  async remove(contestId: string, nominationId: string): Promise<void> {
    await nominationRow(this.database.manager, contestId, nominationId);
    await this.database.manager.delete(NominationRow, { id: nominationId });
  }

  /** @throws {Problem} `not-found`, `too-large`, `invalid` for an id that is taken. */
  addNominee(
    contestId: string,
    nominationId: string,
    nominee: NewNomineeDto,
  ): Promise<{ readonly nomineeId: string }> {
    return this.database.transaction(async (transaction) => {
      await lockedRowOf(transaction, contestId);
      await nominationRow(transaction, contestId, nominationId);
      const count = await transaction.countBy(NomineeRow, { nominationId });
      if (count >= bounds.nominees)
        throw refused(refuseFields('too-large', fault('', 'too-many', { most: bounds.nominees })));
      const last = (await transaction.maximum(NomineeRow, 'ordinal', { nominationId })) ?? 0;
      const nomineeId = nominee.nomineeId ?? randomUUID();
      try {
        await transaction.insert(NomineeRow, {
          nominationId,
          nomineeId,
          ordinal: last + 1,
          name: nominee.name,
          ...detailsOf(nominee),
        });
      } catch (error) {
        if (violates(error, 'nominee_pkey')) throw invalid(fault('nomineeId', 'taken'));
        throw error;
      }
      return { nomineeId };
    });
  }

  /** @throws {Problem} `not-found`. */
  async changeNominee(
    contestId: string,
    nominationId: string,
    nomineeId: string,
    changes: NomineeChangesDto,
  ): Promise<void> {
    await nominationRow(this.database.manager, contestId, nominationId);
    const columns = { ...(changes.name !== undefined && { name: changes.name }), ...detailsOf(changes) };
    const isThere = await this.database.manager.existsBy(NomineeRow, { nominationId, nomineeId });
    if (!isThere) throw refusal('not-found', 'there is no such nominee');
    if (Object.keys(columns).length > 0)
      await this.database.manager.update(NomineeRow, { nominationId, nomineeId }, columns);
  }

  /** @throws {Problem} `not-found`. */
  async removeNominee(contestId: string, nominationId: string, nomineeId: string): Promise<void> {
    await nominationRow(this.database.manager, contestId, nominationId);
    const { affected } = await this.database.manager.delete(NomineeRow, { nominationId, nomineeId });
    if (affected === 0) throw refusal('not-found', 'there is no such nominee');
  }
}

async function nominationRow(
  manager: EntityManager,
  contestId: string,
  nominationId: string,
): Promise<NominationRow> {
  const nomination = await manager.findOneBy(NominationRow, { id: nominationId, contestId });
  if (!nomination) throw refusal('not-found', 'there is no such nomination in this contest');
  return nomination;
}

/** The columns that may be empty, as far as they are named. */
export function detailsOf({
  entrantId,
  region,
  organisation,
  appliedAt,
  priorScore,
  materials,
}: NomineeChangesDto): Partial<NomineeRow> {
  return {
    ...(entrantId !== undefined && { entrantId }),
    ...(region !== undefined && { region }),
    ...(organisation !== undefined && { organisation }),
    ...(appliedAt !== undefined && { appliedAt: appliedAt === null ? null : new Date(appliedAt) }),
    ...(priorScore !== undefined && { priorScore }),
    ...(materials !== undefined && { materials }),
  };
}
