import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { registerAuditWords } from './audit-words.js';
import { AuditResolver } from './audit.resolver.js';
import { platformAuditWords } from './platform-words.js';

@Global()
@Module({ providers: [AuditLog, AuditResolver], exports: [AuditLog] })
export class AuditModule {
  constructor() {
    registerAuditWords(platformAuditWords);
  }
}
