export { AccessModule } from './access.module.js';
export { RoleEnum, Viewer } from './access.types.js';
export { ActorSource } from './actor-source.js';
export { Accounts, type NewAccount } from './accounts.js';
export { ACCESS_RULE, Allow, CurrentActor, CurrentLocale, Public, SignedIn, type AccessRule } from './decorators.js';
export { hashPassword, passwordWeakness, temporaryPassword } from './password.js';
export { RateLimit } from './rate-limit.js';
export { Sessions } from './sessions.js';
export { sessionToken } from './cookie.js';
