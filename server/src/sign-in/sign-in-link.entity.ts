import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountRow } from './account.entity.ts';

/** A one-time way in, such as the QR code on an invitation. The token itself is only on paper. */
@Entity({ name: 'sign_in_link' })
@Index('sign_in_link_of_account', ['accountId'])
export class SignInLinkRow {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'sign_in_link_pkey' })
  readonly tokenHash!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'sign_in_link_account', onDelete: 'CASCADE' })
  readonly accountId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  readonly usedAt!: Date | null;
}
