import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { registerErrors } from '../i18n/index.js';
import { AccessGuard } from './access.guard.js';
import { AccessResolver } from './access.resolver.js';
import { ACCOUNT_STANDING } from './account-standing.js';
import { Accounts } from './accounts.js';
import { ActorSource } from './actor-source.js';
import { accessErrors } from './errors.js';
import { HousekeepingJob } from './housekeeping.job.js';
import { OidcController } from './oidc.controller.js';
import { RateLimit } from './rate-limit.js';
import { Sessions } from './sessions.js';

@Module({})
export class AccessModule {
  static with(standing: string): DynamicModule {
    registerErrors(accessErrors);
    const guard: Provider = { provide: APP_GUARD, useClass: AccessGuard };
    return {
      module: AccessModule,
      global: true,
      controllers: [OidcController],
      providers: [guard, { provide: ACCOUNT_STANDING, useValue: standing }, RateLimit, Sessions, Accounts, ActorSource, HousekeepingJob, AccessResolver],
      exports: [RateLimit, Sessions, Accounts, ActorSource],
    };
  }
}
