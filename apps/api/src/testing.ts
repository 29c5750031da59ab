import { newId, type Role } from '@skillhall/kernel';
import { Accounts } from '@skillhall/platform/access';
import { hasAuditWord } from '@skillhall/platform/audit';
import { parseConfig } from '@skillhall/platform/config';
import { Database, type Transaction } from '@skillhall/platform/database';
import { createHttpApp } from '@skillhall/platform/http';
import { JobRunner, Outbox, OutboxRelay } from '@skillhall/platform/jobs';
import { createTestDatabase } from '@skillhall/platform/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseParts, ProductModule } from './composition.js';

export interface GraphqlAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

const password = 'a quiet counter at noon';

/**
 * The whole product over a database of its own, without a port. Sign in with `signIn(login)` and ask with
 * `graphql(query, variables, token)`; `runJobs()` does what the worker would do, until nothing is left.
 */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly url: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<TestApp> {
    const [database, folder] = await Promise.all([createTestDatabase(databaseParts), mkdtemp(join(tmpdir(), 'skillhall-files-'))]);
    const config = parseConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', SKILLHALL_DATA: folder, DATABASE_POOL: '6', ...environment });
    const app = await createHttpApp(ProductModule.with(config, database.url, 'skillhall-test'), config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    app.get(Outbox).onCommitted(() => {});
    return new TestApp(app, app.get(Database), database.url, async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Ends it; what was written into the audit log must have words by which people can read it. */
  async stop(): Promise<void> {
    const found = await this.arrange((tx) => tx.query('select distinct action, subject_type as subject from platform.audit_entry') as Promise<{ action: string; subject: string }[]>);
    await this.cleanUp();
    const nameless = found.flatMap(({ action, subject }) => [...(hasAuditWord('actions', action) ? [] : [action]), ...(hasAuditWord('subjects', subject) ? [] : [subject])]);
    if (nameless.length) throw new Error(`no words for the audit log: ${nameless.join(', ')}; give them to registerAuditWords`);
  }

  /** Arranges data beside the API. */
  arrange<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.asSystem('a test arranges its data', work);
  }

  /** A unit below `parentId`; answers its id and path. */
  async addUnit(code: string, type: string, parent: { id: string; path: string } | null = null, name: string = code): Promise<{ id: string; path: string }> {
    const id = newId();
    return this.arrange(async (tx) => {
      const [{ n }] = (await tx.query('select count(*)::int + 1 as n from directory.unit where parent_id is not distinct from $1', [parent?.id ?? null])) as [{ n: number }];
      const path = (parent?.path ?? '') + n.toString(36).padStart(4, '0');
      await tx.query('insert into directory.unit (id, code, name, type, parent_id, path) values ($1,$2,$3,$4,$5,$6)', [id, code, name, type, parent?.id ?? null, path]);
      return { id, path };
    });
  }

  /** A person at the unit with an account of the same sign-in name, and roles over that unit. */
  async addPerson(staffNumber: string, unit: { id: string; path: string }, roles: readonly Role[] = [], name: string = `人员${staffNumber}`): Promise<string> {
    const id = newId();
    await this.arrange(async (tx) => {
      await tx.query('insert into directory.person (id, staff_number, name, unit_id, unit_path) values ($1,$2,$3,$4,$5)', [id, staffNumber, name, unit.id, unit.path]);
      for (const role of roles)
        await tx.query('insert into directory.role_grant (id, person_id, role, unit_id, unit_path) values ($1,$2,$3,$4,$5)', [newId(), id, role, unit.id, unit.path]);
      await this.app.get(Accounts).create(tx, { login: staffNumber, name, personId: id, password, mustChangePassword: false });
    });
    return id;
  }

  async signIn(login: string, secret: string = password): Promise<string> {
    const response = await this.post('mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }', { login, password: secret });
    const cookie = response.cookies.find(({ name }) => name.includes('skillhall'));
    if (!cookie) throw new Error(`sign-in failed: ${response.body}`);
    return `${cookie.name}=${cookie.value}`;
  }

  async graphql(query: string, variables: Record<string, unknown> = {}, session?: string): Promise<GraphqlAnswer> {
    return (await this.post(query, variables, session)).json<GraphqlAnswer>();
  }

  /** Any request; a write carries the header that our own pages set. */
  inject(method: 'GET' | 'POST', url: string, session?: string, headers: Record<string, string> = {}, payload?: string | Buffer) {
    return this.app.inject({
      method,
      url,
      headers: { host: 'localhost', 'x-skillhall-request': '1', ...(session && { cookie: session }), ...headers },
      ...(payload !== undefined && { payload }),
    });
  }

  /** Brings a file as a browser does; answers its id. */
  async upload(name: string, content: Buffer, session: string): Promise<string> {
    const boundary = 'test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const response = await this.inject('POST', '/files', session, { 'content-type': `multipart/form-data; boundary=${boundary}` }, body);
    return response.json<{ id: string }>().id;
  }

  async runJobs(): Promise<void> {
    const [relay, runner] = [this.app.get(OutboxRelay), this.app.get(JobRunner)];
    for (let more = true; more; ) {
      const jobs: { name: string; payload: unknown }[] = [];
      more = (await relay.handOver(async (found) => void jobs.push(...found))) > 0;
      for (const { name, payload } of jobs) await runner.run(name, payload, 1);
    }
  }

  private post(query: string, variables: Record<string, unknown>, session?: string) {
    return this.inject('POST', '/graphql', session, { 'content-type': 'application/json' }, JSON.stringify({ query, variables }));
  }
}
