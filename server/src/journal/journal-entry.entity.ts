import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const key = { primaryKeyConstraintName: 'journal_entry_pkey' };

/** One line of the journal. The table takes inserts only; a trigger turns away everything else (rule 12.1). */
@Entity({ name: 'journal_entry' })
@Unique('journal_entry_command_once', ['sessionId', 'commandId', 'part'])
@Check('journal_entry_position', 'position > 0')
export class JournalEntryRow {
  // No foreign key: checking it for every ballot would cost more than it guards, and sessions are never deleted.
  @PrimaryColumn('uuid', { name: 'session_id', ...key })
  readonly sessionId!: string;

  // Half of the primary key: two writers who read the same last line cannot both add the next.
  @PrimaryColumn('integer', { ...key })
  readonly position!: number;

  // Text, not timestamptz: the hash covers these exact characters.
  @Column('text', { name: 'recorded_at' })
  readonly recordedAt!: string;

  @Column('text', { name: 'command_id' })
  readonly commandId!: string;

  @Column('integer')
  readonly part!: number;

  /** Tells the same command from another one under the same command id (rule 9.3). */
  @Column('text', { name: 'request_digest' })
  readonly requestDigest!: string;

  /** The canonical JSON that was hashed, to the letter. Never jsonb, which would spell it anew. */
  @Column('text')
  readonly text!: string;

  @Column('char', { length: 64 })
  readonly hash!: string;

  /** Canonical JSON of the hidden fields and their salt; null where nothing is sealed (rule 10.4). */
  @Column('text', { nullable: true })
  readonly opening!: string | null;
}
