import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContestRow } from '../contests/contest.entity.ts';

/** What must be found or kept unique without reading a journal. Everything else about a session is its journal. */
@Entity({ name: 'session' })
@Index('session_number_once', ['contestId', 'number'], { unique: true, where: 'NOT cancelled' })
export class SessionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  readonly id!: string;

  @Column('uuid', { name: 'contest_id' })
  @ForeignKey(() => ContestRow, { name: 'session_contest', onDelete: 'RESTRICT' })
  readonly contestId!: string;

  @Column('text')
  readonly number!: string;

  /** Whether people without a sign-in may watch. */
  @Column('boolean')
  readonly public!: boolean;

  /** Its number is free again (rule 1.6). */
  @Column('boolean', { default: false })
  readonly cancelled!: boolean;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
