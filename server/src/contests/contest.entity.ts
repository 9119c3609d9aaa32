import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'contest' })
@Check('contest_rehearsal_clock', '(rehearsal_real_start IS NULL) = (rehearsal_start IS NULL)')
export class ContestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contest_pkey' })
  readonly id!: string;

  @Column('text')
  readonly title!: string;

  /** The body the commission belongs to, as the protocol prints it. */
  @Column('text')
  readonly organisation!: string;

  @Column('text')
  readonly commission!: string;

  /** IANA name. */
  @Column('text', { name: 'time_zone' })
  readonly timeZone!: string;

  @Column('timestamptz')
  readonly deadline!: Date;

  /** The real moment at which the rehearsal clock was started; null for a contest that is no rehearsal (rule 11.4). */
  @Column('timestamptz', { name: 'rehearsal_real_start', nullable: true })
  readonly rehearsalRealStart!: Date | null;

  /** What the rehearsal clock showed at that moment. */
  @Column('timestamptz', { name: 'rehearsal_start', nullable: true })
  readonly rehearsalStart!: Date | null;

  /** Whether everybody who has signed in may read it. */
  @Column('boolean', { default: false })
  readonly public!: boolean;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
