import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindFilesByDigest1767225604000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX protocol_file_sha256 ON protocol_file (sha256)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX protocol_file_sha256');
  }
}
