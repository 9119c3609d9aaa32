import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something done outside every journal. The table takes inserts only; accounts are named without a key, for good. */
@Entity({ name: 'audit_entry' })
export class AuditRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'audit_entry_pkey' })
  readonly id!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  readonly at!: Date;

  /** Who did it; null for a stranger, and for the command line. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  readonly actorId!: string | null;

  @Column('text')
  readonly act!: string;

  /** To whose account. */
  @Column('uuid', { name: 'account_id', nullable: true })
  readonly accountId!: string | null;

  @Column('uuid', { name: 'contest_id', nullable: true })
  readonly contestId!: string | null;

  @Column('jsonb')
  readonly details!: Readonly<Record<string, unknown>>;
}
