import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContestRow } from './contest.entity.ts';
import { AccountRow } from '../sign-in/account.entity.ts';

const key = { primaryKeyConstraintName: 'contest_secretary_pkey' };

/** Who is secretary of which contest (rule 18.1). */
@Entity({ name: 'contest_secretary' })
@Index('contest_secretary_of_account', ['accountId'])
export class ContestSecretaryRow {
  @PrimaryColumn('uuid', { name: 'contest_id', ...key })
  @ForeignKey(() => ContestRow, { name: 'contest_secretary_contest', onDelete: 'CASCADE' })
  readonly contestId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', ...key })
  @ForeignKey(() => AccountRow, { name: 'contest_secretary_account', onDelete: 'RESTRICT' })
  readonly accountId!: string;
}
