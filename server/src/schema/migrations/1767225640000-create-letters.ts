import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLetters1767225640000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE letter (
        id         uuid        PRIMARY KEY,
        kind       text        NOT NULL,
        address    text        NOT NULL,
        parameters jsonb       NOT NULL,
        state      text        NOT NULL DEFAULT 'waiting',
        attempts   integer     NOT NULL DEFAULT 0,
        next_try   timestamptz NOT NULL DEFAULT now(),
        queued_at  timestamptz NOT NULL DEFAULT now(),
        tried_at   timestamptz,
        result     text
      )`);
    await db.query('ALTER TABLE contest_member ADD email text');
    await db.query(`CREATE INDEX letter_due ON letter (next_try) WHERE state = 'waiting'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE contest_member DROP email');
    await db.query('DROP TABLE letter');
  }
}
