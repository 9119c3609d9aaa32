import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContestRow } from './contest.entity.ts';

@Entity({ name: 'nomination' })
@Index('nomination_of_contest', ['contestId', 'ordinal'])
export class NominationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'nomination_pkey' })
  readonly id!: string;

  @Column('uuid', { name: 'contest_id' })
  @ForeignKey(() => ContestRow, { name: 'nomination_contest', onDelete: 'CASCADE' })
  readonly contestId!: string;

  /** Ascending; new ones come last. */
  @Column('integer')
  readonly ordinal!: number;

  @Column('text')
  readonly title!: string;

  @Column('text', { nullable: true })
  readonly category!: string | null;
}
