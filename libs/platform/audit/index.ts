export { AuditLog, type AuditEvent } from './audit-log.js';
export { auditFacts, auditWord, hasAuditWord, registerAuditWords, type AuditWords } from './audit-words.js';
export { AuditModule } from './audit.module.js';
export { verifyAuditLog, type AuditVerification } from './verify.js';
