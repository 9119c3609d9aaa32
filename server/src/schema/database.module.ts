import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './data-source.ts';
import { databaseTrouble, HealthController } from './health.controller.ts';

/** The one DataSource, for every room to inject. The tables are made by `migrate` before. */
@Module({})
export class DatabaseModule {
  static at(url: string, trouble: () => string | undefined = () => undefined): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(url), retryAttempts: 0 })],
      controllers: [HealthController],
      providers: [{ provide: databaseTrouble, useValue: trouble }],
    };
  }
}
