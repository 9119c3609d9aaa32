import type { LetterState } from '@open-ballot/shared/contract/accounts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LetterKind } from './letter.ts';

/** A letter in the outbox. Its text is written when it is sent. */
@Entity({ name: 'letter' })
@Index('letter_due', ['nextTry'], { where: `state = 'waiting'` })
export class LetterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'letter_pkey' })
  readonly id!: string;

  @Column('text')
  readonly kind!: LetterKind;

  @Column('text')
  readonly address!: string;

  @Column('jsonb')
  readonly parameters!: object;

  @Column('text', { default: 'waiting' })
  readonly state!: LetterState;

  @Column('integer', { default: 0 })
  readonly attempts!: number;

  @Column('timestamptz', { name: 'next_try', default: () => 'now()' })
  readonly nextTry!: Date;

  @Column('timestamptz', { name: 'queued_at', default: () => 'now()' })
  readonly queuedAt!: Date;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  readonly triedAt!: Date | null;

  /** What the mail server said last. */
  @Column('text', { nullable: true })
  readonly result!: string | null;
}
