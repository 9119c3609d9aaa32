import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AccountRole } from '@open-ballot/shared/contract/http';

/** A person who can sign in. Seats and ballots know the account, never the other way round. */
@Entity({ name: 'account' })
@Unique('account_login_once', ['login'])
export class AccountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  readonly id!: string;

  /** As `normalLogin` spells it, so that two spellings of one login are one row. */
  @Column('text')
  readonly login!: string;

  @Column('text')
  readonly name!: string;

  /** Argon2id in PHC form; null for people who only come in by one-time links. */
  @Column('text', { name: 'password_hash', nullable: true })
  readonly passwordHash!: string | null;

  @Column('text', { array: true })
  readonly roles!: AccountRole[];

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
