import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of a cancelled session is free for another one of its contest (rule 1.6). */
export class FreeCancelledNumbers1767225620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE session ADD cancelled boolean NOT NULL DEFAULT false');
    await db.query('ALTER TABLE session DROP CONSTRAINT session_number_once');
    await db.query(
      'CREATE UNIQUE INDEX session_number_once ON session (contest_id, number) WHERE NOT cancelled',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX session_number_once');
    await db.query('ALTER TABLE session ADD CONSTRAINT session_number_once UNIQUE (contest_id, number)');
    await db.query('ALTER TABLE session DROP cancelled');
  }
}
