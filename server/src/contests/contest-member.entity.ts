import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SeatRole } from '@open-ballot/shared/rules/session';
import { AccountRow } from '../sign-in/account.entity.ts';
import { ContestRow } from './contest.entity.ts';

const key = { primaryKeyConstraintName: 'contest_member_pkey' };

/** A member of the commission before any session. A session copies what it needs (rule 1.3). */
@Entity({ name: 'contest_member' })
export class ContestMemberRow {
  @PrimaryColumn('uuid', { name: 'contest_id', ...key })
  @ForeignKey(() => ContestRow, { name: 'contest_member_contest', onDelete: 'CASCADE' })
  readonly contestId!: string;

  /** Unique within the contest. */
  @PrimaryColumn('text', { name: 'member_id', ...key })
  readonly memberId!: string;

  /** Ascending; new ones come last. */
  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly post!: string;

  @Column('text')
  readonly body!: string;

  @Column('text')
  readonly role!: SeatRole;

  @Column('boolean')
  readonly votes!: boolean;

  /** Where invitations are sent. */
  @Column('text', { nullable: true })
  readonly email!: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'contest_member_account', onDelete: 'SET NULL' })
  readonly accountId!: string | null;

  /** The name on the account by which the secretary chose it, where it could have been somebody else's. */
  @Column('text', { name: 'account_name', nullable: true })
  readonly accountName!: string | null;
}
