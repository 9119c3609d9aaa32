import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { NominationRow } from './nomination.entity.ts';

const key = { primaryKeyConstraintName: 'nominee_pkey' };

@Entity({ name: 'nominee' })
export class NomineeRow {
  @PrimaryColumn('uuid', { name: 'nomination_id', ...key })
  @ForeignKey(() => NominationRow, { name: 'nominee_nomination', onDelete: 'CASCADE' })
  readonly nominationId!: string;

  /** Unique within the nomination. */
  @PrimaryColumn('text', { name: 'nominee_id', ...key })
  readonly nomineeId!: string;

  /** Ascending; new ones come last. */
  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly name!: string;

  @Column('text', { name: 'entrant_id', nullable: true })
  readonly entrantId!: string | null;

  @Column('text', { nullable: true })
  readonly region!: string | null;

  @Column('text', { nullable: true })
  readonly organisation!: string | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  readonly appliedAt!: Date | null;

  /** Text, not numeric: the rules read the digits that were entered. */
  @Column('text', { name: 'prior_score', nullable: true })
  readonly priorScore!: string | null;

  @Column('text', { nullable: true })
  readonly materials!: string | null;
}
