import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContests1767225601000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contest (
        id                   uuid        PRIMARY KEY,
        title                text        NOT NULL,
        organisation         text        NOT NULL,
        commission           text        NOT NULL,
        time_zone            text        NOT NULL,
        deadline             timestamptz NOT NULL,
        rehearsal_real_start timestamptz,
        rehearsal_start      timestamptz,
        created_at           timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT contest_rehearsal_clock CHECK ((rehearsal_real_start IS NULL) = (rehearsal_start IS NULL))
      )`);
    await db.query(`
      CREATE TABLE nomination (
        id         uuid    PRIMARY KEY,
        contest_id uuid    NOT NULL CONSTRAINT nomination_contest REFERENCES contest ON DELETE CASCADE,
        ordinal    integer NOT NULL,
        title      text    NOT NULL,
        category   text
      )`);
    await db.query('CREATE INDEX nomination_of_contest ON nomination (contest_id, ordinal)');
    await db.query(`
      CREATE TABLE nominee (
        nomination_id uuid    NOT NULL CONSTRAINT nominee_nomination REFERENCES nomination ON DELETE CASCADE,
        nominee_id    text    NOT NULL,
        ordinal       integer NOT NULL,
        name          text    NOT NULL,
        entrant_id    text,
        region        text,
        organisation  text,
        applied_at    timestamptz,
        prior_score   text,
        materials     text,
        PRIMARY KEY (nomination_id, nominee_id)
      )`);
    await db.query(`
      CREATE TABLE contest_member (
        contest_id uuid    NOT NULL CONSTRAINT contest_member_contest REFERENCES contest ON DELETE CASCADE,
        member_id  text    NOT NULL,
        ordinal    integer NOT NULL,
        name       text    NOT NULL,
        post       text    NOT NULL,
        body       text    NOT NULL,
        role       text    NOT NULL,
        votes      boolean NOT NULL,
        account_id uuid    CONSTRAINT contest_member_account REFERENCES account ON DELETE SET NULL,
        PRIMARY KEY (contest_id, member_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE contest_member, nominee, nomination, contest');
  }
}
