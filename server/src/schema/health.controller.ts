import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { refusal } from '../http/problem.ts';

/** Injects a function that says why the database is not there, as far as this process keeps it itself. */
export const databaseTrouble = Symbol('databaseTrouble');

interface Health {
  readonly status: 'ok';
}

/** For whoever watches over the process: it runs; it can do its work. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: DataSource,
    @Inject(databaseTrouble) private readonly trouble: () => string | undefined,
  ) {}

  @Get('live')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<Health & { readonly database: 'up' }> {
    const trouble = this.trouble();
    if (trouble !== undefined) throw refusal('database-away', trouble, { retryAfter: 2 });
    const late = sleep(2_000, 'late', { ref: false });
    const answered: unknown = await Promise.race([this.database.query('SELECT 1'), late]);
    if (answered === 'late')
      throw refusal('database-away', 'the database does not answer', { retryAfter: 2 });
    return { status: 'ok', database: 'up' };
  }
}
