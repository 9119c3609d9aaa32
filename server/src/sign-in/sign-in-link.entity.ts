import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from './account.entity.ts';

/** A one-time way in, such as the QR code on an invitation. Its token is derived from the id and is not stored. */
@Entity({ name: 'sign_in_link' })
@Unique('sign_in_link_token_once', ['tokenHash'])
@Index('sign_in_link_of_account', ['accountId'])
export class SignInLinkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_link_pkey' })
  readonly id!: string;

  @Column('text', { name: 'token_hash' })
  readonly tokenHash!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'sign_in_link_account', onDelete: 'CASCADE' })
  readonly accountId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  readonly usedAt!: Date | null;

  /** When it was last shown to somebody. */
  @Column('timestamptz', { name: 'shown_at', nullable: true })
  readonly shownAt!: Date | null;
}
