import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabasePart, type DataSourceSettings } from './data-source.js';
import { Database } from './database.js';
import { KeptConnections } from './kept-connections.js';

type ProductConnections = Required<Pick<DataSourceSettings, 'url' | 'poolSize' | 'applicationName'>> & { readonly keptSize: number };

@Module({})
export class DatabaseModule {
  static with(parts: readonly DatabasePart[], settings: ProductConnections): DynamicModule {
    const { options } = createDataSource(parts, settings);
    return {
      module: DatabaseModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 3 })],
      providers: [
        { provide: Database, useFactory: (source: DataSource) => new Database(source), inject: [DataSource] },
        { provide: KeptConnections, useFactory: () => new KeptConnections(settings) },
      ],
      exports: [Database, KeptConnections],
    };
  }
}
