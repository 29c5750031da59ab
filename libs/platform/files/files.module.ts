import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';
import type { Config } from '../config/index.js';
import { FILE_STORE, type FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { Files } from './files.service.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

export function fileStoreFor(config: Config): FileStore {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = config;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (endpoint && bucket && accessKeyId && secretAccessKey) return new S3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey });
  return new FolderStore(join(config.dataFolder, 'files'));
}

@Module({})
export class FilesModule {
  static with(config: Config): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      controllers: [FilesController],
      providers: [{ provide: FILE_STORE, useValue: fileStoreFor(config) }, Files],
      exports: [FILE_STORE, Files],
    };
  }
}
