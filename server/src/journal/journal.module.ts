import { Module } from '@nestjs/common';
import { Journal } from './journal.ts';

/** The append-only table and its lock. The connection comes from the application. */
@Module({ providers: [Journal], exports: [Journal] })
export class JournalModule {}
