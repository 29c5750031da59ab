import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabasePart, type DataSourceSettings } from './data-source.js';
import { Database } from './database.js';

@Module({})
export class DatabaseModule {
  static with(parts: readonly DatabasePart[], settings: DataSourceSettings): DynamicModule {
    const { options } = createDataSource(parts, settings);
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 3 })],
      providers: [{ provide: Database, useFactory: (source: DataSource) => new Database(source), inject: [DataSource] }],
      exports: [Database],
    };
  }
}
