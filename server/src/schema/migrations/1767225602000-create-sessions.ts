import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1767225602000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE session (
        id         uuid        PRIMARY KEY,
        contest_id uuid        NOT NULL CONSTRAINT session_contest REFERENCES contest ON DELETE RESTRICT,
        number     text        NOT NULL,
        public     boolean     NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT session_number_once UNIQUE (contest_id, number)
      )`);
    await db.query(`
      CREATE TABLE session_seat (
        session_id uuid NOT NULL CONSTRAINT session_seat_session REFERENCES session ON DELETE RESTRICT,
        member_id  text NOT NULL,
        account_id uuid NOT NULL CONSTRAINT session_seat_account REFERENCES account ON DELETE RESTRICT,
        PRIMARY KEY (session_id, member_id),
        CONSTRAINT session_seat_person_once UNIQUE (session_id, account_id)
      )`);
    await db.query('CREATE INDEX session_seat_of_account ON session_seat (account_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE session_seat, session');
  }
}
