import { Controller, Get, Inject, Logger, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { AuditLog } from '../audit/audit-log.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Accounts } from './accounts.js';
import { setSessionCookie } from './cookie.js';
import { Public } from './decorators.js';
import { Sessions } from './sessions.js';

const memory = 'skillhall-oidc';
const callback = '/auth/oidc/callback';

/** Sign-in through the organisation's own identity provider: authorisation code with PKCE, state and nonce. */
@Controller('auth/oidc')
export class OidcController {
  private readonly logger = new Logger('oidc');
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  @Public('whoever signs in is not signed in yet')
  @Get('start')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = await this.provider();
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.config.PUBLIC_URL + callback,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    reply.setCookie(memory, JSON.stringify({ verifier, state, nonce }), { path: callback, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: 600 });
    await reply.redirect(address.href, 302);
  }

  @Public('whoever signs in is not signed in yet')
  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const login = await this.loginOf(request).catch((error: Error) => void this.logger.warn(`sign-in through the provider failed: ${error.message}`));
    reply.clearCookie(memory, { path: callback });
    const account = login ? await this.accounts.find(login) : null;
    if (!account || account.disabledAt) return void (await reply.redirect('/sign-in?failed=oidc', 302));
    const token = await this.database.asSystem('a session belongs to no unit', async (tx) => {
      await this.audit.record(tx, { accountId: account.id, name: account.name }, { action: 'session.opened', subjectType: 'account', subjectId: account.id, details: { by: 'oidc' } });
      return this.sessions.open(tx, account.id, { ip: request.ip });
    });
    setSessionCookie(request, reply, token, this.config.SESSION_DAYS);
    await reply.redirect('/', 302);
  }

  private async loginOf(request: FastifyRequest): Promise<string | undefined> {
    const { verifier, state, nonce } = JSON.parse(request.cookies[memory] ?? '{}') as Record<string, string>;
    if (!verifier || !state || !nonce) return undefined;
    const tokens = await oidc.authorizationCodeGrant(await this.provider(), new URL(request.url, this.config.PUBLIC_URL), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claim = tokens.claims()?.[this.config.OIDC_LOGIN_CLAIM];
    // Sign-in names are compared in their plainest form. Of two users of the provider whose names become one so, only
    // the one who is called that way is let in: “ａｄｍｉｎ” is not “admin”.
    return typeof claim === 'string' && claim.trim().normalize('NFKC').replaceAll('\0', '') === claim ? claim : undefined;
  }

  private provider(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new NotFoundException();
    const issuer = new URL(OIDC_ISSUER);
    // A provider on this machine, as in tests, may speak plain http.
    const insecure = ['127.0.0.1', 'localhost'].includes(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
    // Signatures are verified although the token comes straight from the provider: a proxy may open TLS on the way.
    const options = { execute: [...insecure, oidc.enableNonRepudiationChecks] };
    this.discovered ??= oidc.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, options).catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return this.discovered;
  }
}
