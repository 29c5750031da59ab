import { assessmentDatabase, AssessmentModule } from '@skillhall/assessment/server';
import { complaintsDatabase, ComplaintsModule } from '@skillhall/complaints/server';
import { accountStanding, directoryDatabase, DirectoryModule } from '@skillhall/directory/server';
import { impactDatabase, ImpactModule } from '@skillhall/impact/server';
import { learningDatabase, LearningModule } from '@skillhall/learning/server';
import { AccessModule } from '@skillhall/platform/access';
import { AuditModule } from '@skillhall/platform/audit';
import { type Config, ConfigModule } from '@skillhall/platform/config';
import { type DatabasePart, DatabaseModule, platformDatabase } from '@skillhall/platform/database';
import { FilesModule } from '@skillhall/platform/files';
import { GraphqlModule } from '@skillhall/platform/graphql';
import { ImportsModule } from '@skillhall/platform/imports';
import { JobsModule } from '@skillhall/platform/jobs';
import { ObservabilityModule } from '@skillhall/platform/observability';
import { questionBankDatabase, QuestionBankModule } from '@skillhall/question-bank/server';
import { type DynamicModule, Module } from '@nestjs/common';
import { DemoAccountsController } from './demo-accounts.controller.js';
import { WiringModule } from './wiring/wiring.module.js';

/** What every capability brings to the database, floor by floor. */
export const databaseParts: readonly DatabasePart[] = [
  ...[platformDatabase, directoryDatabase],
  ...[questionBankDatabase, learningDatabase, complaintsDatabase],
  ...[assessmentDatabase, impactDatabase],
];

/** The capabilities, floor by floor. */
const capabilities = [DirectoryModule, QuestionBankModule, LearningModule, ComplaintsModule, AssessmentModule, ImpactModule, WiringModule];

/** The whole product, for the API and the worker alike. */
@Module({})
export class ProductModule {
  static with(config: Config, databaseUrl: string, applicationName: string): DynamicModule {
    return {
      module: ProductModule,
      controllers: [DemoAccountsController],
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(databaseParts, { url: databaseUrl, poolSize: config.DATABASE_POOL, keptSize: config.DATABASE_KEPT, applicationName }),
        JobsModule.with(databaseUrl),
        AuditModule,
        AccessModule.with(accountStanding),
        FilesModule.with(config),
        ImportsModule,
        ObservabilityModule,
        GraphqlModule.with(config),
        ...capabilities,
      ],
    };
  }
}
