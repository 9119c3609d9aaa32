import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionRow } from '../sessions/session.entity.ts';

const key = { primaryKeyConstraintName: 'protocol_file_pkey' };

/** The frozen bytes of an issued protocol in one format, or of a signature attached to it. Insert-only, as the journal. */
@Entity({ name: 'protocol_file' })
@Index('protocol_file_sha256', ['sha256'])
export class ProtocolFileRow {
  @PrimaryColumn('uuid', { name: 'session_id', ...key })
  @ForeignKey(() => SessionRow, { name: 'protocol_file_session', onDelete: 'RESTRICT' })
  readonly sessionId!: string;

  @PrimaryColumn('integer', { ...key })
  readonly version!: number;

  /** `docx`, `pdf`, `xlsx`, `csv`, `json`, or `signature:<sha256>`. */
  @PrimaryColumn('text', { ...key })
  readonly format!: string;

  @Column('bytea')
  readonly bytes!: Buffer;

  @Column('char', { length: 64 })
  readonly sha256!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt!: Date;
}
