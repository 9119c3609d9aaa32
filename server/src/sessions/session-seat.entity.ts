import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountRow } from '../sign-in/account.entity.ts';
import { SessionRow } from './session.entity.ts';

const key = { primaryKeyConstraintName: 'session_seat_pkey' };

/** Who sits where. The journal names members only, this table alone knows their accounts (rule 12.5). */
@Entity({ name: 'session_seat' })
// One person never holds two seats in a session (rule 8.3).
@Unique('session_seat_person_once', ['sessionId', 'accountId'])
@Index('session_seat_of_account', ['accountId'])
export class SessionSeatRow {
  @PrimaryColumn('uuid', { name: 'session_id', ...key })
  @ForeignKey(() => SessionRow, { name: 'session_seat_session', onDelete: 'RESTRICT' })
  readonly sessionId!: string;

  @PrimaryColumn('text', { name: 'member_id', ...key })
  readonly memberId!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'session_seat_account', onDelete: 'RESTRICT' })
  readonly accountId!: string;
}
