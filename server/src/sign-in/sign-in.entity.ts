import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountRow } from './account.entity.ts';

/** One signed-in browser. The token itself is only in its cookie. */
@Entity({ name: 'sign_in' })
@Index('sign_in_of_account', ['accountId'])
export class SignInRow {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'sign_in_pkey' })
  readonly tokenHash!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'sign_in_account', onDelete: 'CASCADE' })
  readonly accountId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;

  @CreateDateColumn({ type: 'timestamptz', name: 'last_seen' })
  readonly lastSeen!: Date;
}
