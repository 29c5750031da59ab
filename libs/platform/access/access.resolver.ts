import { type Actor, err, failure, type Locale, matchLocale, ok, rolePermissions } from '@skillhall/kernel';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AuditLog } from '../audit/audit-log.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import type { Account } from '../database/entities.js';
import { answer, type RequestContext } from '../graphql/index.js';
import { ChangePasswordResult, ChangePasswordSuccess, EndSessionResult, EndSessionSuccess, Session, SignInOptions, SignInResult, SignInSuccess, SignOutSuccess, Viewer } from './access.types.js';
import { Accounts } from './accounts.js';
import { clearSessionCookie, setSessionCookie } from './cookie.js';
import { CurrentActor, CurrentLocale, Public, SignedIn, SignedInEarly } from './decorators.js';
import { Sessions } from './sessions.js';

const made = <T extends object>(type: new () => T, values: T): T => Object.assign(new type(), values);

@Resolver()
export class AccessResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public('a page must find out whether somebody is signed in')
  @Query(() => Viewer, { nullable: true })
  async viewer(@Context() { actor }: RequestContext): Promise<Viewer | null> {
    const account = actor && (await this.accounts.findById(actor.accountId));
    return account ? this.viewerOf(actor, account) : null;
  }

  @Public('the sign-in page shows what is offered')
  @Query(() => SignInOptions)
  signInOptions(): SignInOptions {
    return { password: true, oidcLabel: this.config.OIDC_ISSUER ? this.config.OIDC_LABEL : null };
  }

  @SignedIn('shows own sessions only')
  @Query(() => [Session])
  async mySessions(@Context() { actor, request }: RequestContext): Promise<Session[]> {
    const rows = await this.sessions.list(actor!.accountId);
    return rows.map((row) => ({ ...row, current: row.id === request.sessionId }));
  }

  @Public('whoever signs in is not signed in yet')
  @Mutation(() => SignInResult)
  async signIn(@Args('login') login: string, @Args('password') password: string, @Context() context: RequestContext): Promise<typeof SignInResult> {
    const { request, reply, locale } = context;
    const found = await this.accounts.authenticate(login, password, request.ip);
    if (!found.ok) return answer(found, locale);
    const account = found.value;
    const token = await this.database.asSystem('a session belongs to no unit', async (tx) => {
      const opened = await this.sessions.open(tx, account.id, { ip: request.ip, ...(request.headers['user-agent'] && { userAgent: request.headers['user-agent'] }) });
      // Last, since one entry of the log waits for the commit of the one before.
      await this.audit.record(tx, { accountId: account.id, name: account.name }, { action: 'session.opened', subjectType: 'account', subjectId: account.id });
      return opened;
    });
    setSessionCookie(request, reply, token, this.config.SESSION_DAYS);
    const session = (await this.sessions.resolve(token))!;
    // What else the answer shows is asked for in the name of who has just signed in.
    Object.assign(request, { actor: session.actor, sessionId: session.sessionId });
    return made(SignInSuccess, { viewer: this.viewerOf(session.actor, account) });
  }

  @SignedInEarly('ends the own session')
  @Mutation(() => SignOutSuccess)
  async signOut(@Context() { actor, request, reply }: RequestContext): Promise<SignOutSuccess> {
    await this.sessions.end(actor!.accountId, request.sessionId!);
    clearSessionCookie(request, reply);
    return { signedOut: true };
  }

  @SignedIn('ends own sessions only')
  @Mutation(() => EndSessionResult)
  async endSession(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor, @CurrentLocale() locale: Locale): Promise<typeof EndSessionResult> {
    const ended = await this.sessions.end(actor.accountId, id);
    return answer(ended ? ok(made(EndSessionSuccess, { endedId: id })) : err(failure('NOT_FOUND')), locale);
  }

  @SignedInEarly('changes the own password')
  @Mutation(() => ChangePasswordResult)
  async changePassword(@Args('current') current: string, @Args('next') next: string, @Context() { actor, request, locale }: RequestContext): Promise<typeof ChangePasswordResult> {
    const result = await this.accounts.changePassword(actor!.accountId, request.sessionId, current, next);
    return answer(result.ok ? ok(made(ChangePasswordSuccess, { changed: true })) : result, locale);
  }

  @SignedInEarly('sets the own language')
  @Mutation(() => Viewer)
  async setLocale(@Args('locale') locale: string, @CurrentActor() actor: Actor): Promise<Viewer> {
    await this.accounts.setLocale(actor.accountId, matchLocale(locale));
    return this.viewerOf(actor, (await this.accounts.findById(actor.accountId))!);
  }

  private viewerOf(actor: Actor, account: Account): Viewer {
    const roles = [...new Set(actor.grants.map(({ role }) => role))].sort();
    const permissions = [...new Set(roles.flatMap((role) => rolePermissions[role]))].sort();
    const { id: accountId, login, name, mustChangePassword, personId } = account;
    return made(Viewer, { accountId, login, name, roles, permissions, locale: account.locale as Locale | null, mustChangePassword, personId });
  }
}
