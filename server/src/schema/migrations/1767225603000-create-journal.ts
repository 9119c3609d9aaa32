import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJournal1767225603000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal_entry (
        session_id     uuid     NOT NULL,
        position       integer  NOT NULL CONSTRAINT journal_entry_position CHECK (position > 0),
        recorded_at    text     NOT NULL,
        command_id     text     NOT NULL,
        part           integer  NOT NULL,
        request_digest text     NOT NULL,
        text           text     NOT NULL,
        hash           char(64) NOT NULL,
        opening        text,
        PRIMARY KEY (session_id, position),
        CONSTRAINT journal_entry_command_once UNIQUE (session_id, command_id, part)
      )`);
    await db.query(`
      CREATE TABLE protocol_file (
        session_id uuid        NOT NULL CONSTRAINT protocol_file_session REFERENCES session ON DELETE RESTRICT,
        version    integer     NOT NULL,
        format     text        NOT NULL,
        bytes      bytea       NOT NULL,
        sha256     char(64)    NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (session_id, version, format)
      )`);
    await db.query(`
      CREATE OR REPLACE FUNCTION takes_inserts_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% takes inserts only', TG_TABLE_NAME; END $$`);
    for (const table of ['journal_entry', 'protocol_file']) {
      await db.query(`
        CREATE TRIGGER takes_inserts_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION takes_inserts_only()`);
      // Otherwise a connection that calls itself a replica would pass it by.
      await db.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER takes_inserts_only`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE protocol_file, journal_entry');
    await db.query('DROP FUNCTION takes_inserts_only');
  }
}
