import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ImportJob } from './import.job.js';
import { ImportRunner } from './import-runner.js';
import { ImportRuns } from './import-runs.js';
import { ImportsController } from './imports.controller.js';
import { ImportsResolver } from './imports.resolver.js';
import { RetentionJob } from './retention.job.js';
import { StartImportService } from './start-import.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [ImportsController],
  providers: [ImportRunner, ImportRuns, ImportJob, RetentionJob, StartImportService, ImportsResolver],
  exports: [ImportRunner],
})
export class ImportsModule {}
