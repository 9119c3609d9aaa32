import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameWhoIsWho1767225630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account
        ADD disabled_at    timestamptz,
        ADD last_sign_in   timestamptz,
        ADD rehearsal_only boolean NOT NULL DEFAULT false`);
    // Until now no password could be changed: what the demonstration made still has the one that everybody knows.
    await db.query(`
      UPDATE account SET rehearsal_only = true
      WHERE login ~ '^(secretary|chair|member-[1-8])$' AND EXISTS (
        SELECT FROM account WHERE login = 'secretary' AND name = 'Ответственный секретарь комиссии')`);
    await db.query(`
      UPDATE account SET last_sign_in = latest FROM (
        SELECT account_id, max(created_at) AS latest FROM sign_in GROUP BY account_id) AS come
      WHERE account_id = id`);
    await db.query(`
      CREATE TABLE contest_secretary (
        contest_id uuid NOT NULL CONSTRAINT contest_secretary_contest REFERENCES contest ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT contest_secretary_account REFERENCES account ON DELETE RESTRICT,
        PRIMARY KEY (contest_id, account_id)
      )`);
    await db.query('CREATE INDEX contest_secretary_of_account ON contest_secretary (account_id)');
    // Rule 18.1; what is known to everybody is kept out of what is real.
    await db.query(`
      INSERT INTO contest_secretary
      SELECT contest.id, account.id FROM contest, account
      WHERE 'secretary' = ANY(roles) AND (NOT rehearsal_only OR rehearsal_start IS NOT NULL)`);
    await db.query('ALTER TABLE contest ADD public boolean NOT NULL DEFAULT false');
    await db.query('ALTER TABLE contest_member ADD account_name text');
    // An id each, from which tokens are derived from now on. Links of before keep their digest and open as ever.
    await db.query(`
      ALTER TABLE sign_in_link
        ADD id        uuid        NOT NULL DEFAULT gen_random_uuid(),
        ADD shown_at  timestamptz,
        DROP CONSTRAINT sign_in_link_pkey,
        ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (id),
        ADD CONSTRAINT sign_in_link_token_once UNIQUE (token_hash)`);
    await db.query('ALTER TABLE sign_in_link ALTER id DROP DEFAULT');
    await db.query(`
      CREATE TABLE audit_entry (
        id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at         timestamptz NOT NULL DEFAULT now(),
        actor_id   uuid,
        act        text        NOT NULL,
        account_id uuid,
        contest_id uuid,
        details    jsonb       NOT NULL
      )`);
    await db.query(`
      CREATE TRIGGER takes_inserts_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION takes_inserts_only()`);
    await db.query('ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER takes_inserts_only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_entry, contest_secretary');
    await db.query(`
      ALTER TABLE sign_in_link
        DROP CONSTRAINT sign_in_link_token_once, DROP CONSTRAINT sign_in_link_pkey, DROP id, DROP shown_at,
        ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (token_hash)`);
    await db.query('ALTER TABLE contest_member DROP account_name');
    await db.query('ALTER TABLE contest DROP public');
    await db.query('ALTER TABLE account DROP disabled_at, DROP last_sign_in, DROP rehearsal_only');
  }
}
