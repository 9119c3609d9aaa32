import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccounts1767225600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id            uuid        PRIMARY KEY,
        login         text        NOT NULL CONSTRAINT account_login_once UNIQUE,
        name          text        NOT NULL,
        password_hash text,
        roles         text[]      NOT NULL,
        created_at    timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE sign_in (
        token_hash text        PRIMARY KEY,
        account_id uuid        NOT NULL CONSTRAINT sign_in_account REFERENCES account ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen  timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX sign_in_of_account ON sign_in (account_id)');
    await db.query(`
      CREATE TABLE sign_in_link (
        token_hash text        PRIMARY KEY,
        account_id uuid        NOT NULL CONSTRAINT sign_in_link_account REFERENCES account ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz
      )`);
    await db.query('CREATE INDEX sign_in_link_of_account ON sign_in_link (account_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_link, sign_in, account');
  }
}
