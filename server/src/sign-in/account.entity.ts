import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AccountRole } from '@open-ballot/shared/contract/accounts';

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

  /** Since when it may not come in; null where it may. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  readonly disabledAt!: Date | null;

  /** Made with a password that everybody knows, or by somebody whose is: no part in what is no rehearsal. */
  @Column('boolean', { name: 'rehearsal_only', default: false })
  readonly rehearsalOnly!: boolean;

  /** When it last came in. */
  @Column('timestamptz', { name: 'last_sign_in', nullable: true })
  readonly lastSignIn!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
