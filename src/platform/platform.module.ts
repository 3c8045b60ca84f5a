import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock } from './clock.js';
import { CloseLines } from './close-lines.js';
import { Config } from './config.js';
import { allMigrations } from './database/migrations/all-migrations.js';
import { assertDurable, migrate, optionsFor, type Purpose } from './database/options.js';
import { Read, ReportRead } from './database/read.js';
import { PaperThread } from './paper/paper-thread.js';
import { Views } from './trail/views.js';
import { UnitOfWork } from './unit-of-work.js';

const migrations = { migrations: allMigrations, migrationsTransactionMode: 'each' } as const;

const open = async (options?: DataSourceOptions): Promise<DataSource> => {
  if (!options) throw new Error('A data source needs options');
  return new DataSource(options).initialize();
};

const openForWriting = async (options?: DataSourceOptions): Promise<DataSource> => {
  const source = await open(options);
  await migrate(source);
  await assertDurable(source);
  return source;
};

/** Opened after `write`, which makes and migrates the file they read. */
const reader = (purpose: Purpose) =>
  TypeOrmModule.forRootAsync({
    name: purpose,
    inject: [Config, getDataSourceToken('write')],
    useFactory: (config: Config) => optionsFor(purpose, config),
    dataSourceFactory: open,
  });

/** Makes one `Config` known everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    const provider = { provide: Config, useValue: config };
    return { module: ConfigModule, providers: [provider], exports: [provider] };
  }
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      name: 'write',
      inject: [Config],
      useFactory: (config: Config) => ({ ...optionsFor('write', config), ...migrations, autoLoadEntities: true }),
      dataSourceFactory: openForWriting,
    }),
    reader('read'),
    reader('report'),
  ],
  providers: [Clock, UnitOfWork, Read, ReportRead, Views, CloseLines, PaperThread],
  exports: [Clock, UnitOfWork, Read, ReportRead, Views, PaperThread],
})
export class PlatformModule {}
