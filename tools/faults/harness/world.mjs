// Everything one fault needs: a database of its own, an exam under way, API processes, a journal, a client.
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { Client } from './client.mjs';
import { openExam } from './exam.mjs';
import { Journal } from './journal.mjs';

const gone = (child) => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve)));

export class World {
  #undo = [];

  static async open(system, name, { people = 100, seconds, apis = 1, environment = {} } = {}) {
    const world = new World();
    world.system = system;
    world.url = await system.createDatabase(`fault_${name.replaceAll('-', '_')}`);
    const client = await system.connect(world.url);
    Object.assign(world, await openExam(client, people, seconds));
    world.environment = { LOG_LEVEL: 'fatal', ...environment };
    world.apis = [];
    for (let n = 0; n < apis; n++) world.apis.push(await system.startApi(world.url, world.environment));
    world.journal = new Journal(join(system.folder, `${name}.journal`));
    world.client = new Client(world.apis.map(({ graphql }) => graphql));
    world.#undo.push(() => world.client.close(), () => world.journal.close());
    return world;
  }

  onClose(work) {
    this.#undo.push(work);
  }

  query(text, values) {
    return this.system.query(this.url, text, values);
  }

  /** Ends an API process at once, as a power cut would. */
  async kill(index) {
    this.apis[index].child.kill('SIGKILL');
    await gone(this.apis[index].child);
  }

  /** A new process in its place, at an address of its own. */
  async restart(index, environment = this.environment) {
    this.apis[index] = await this.system.startApi(this.url, environment);
    this.client.addresses = this.apis.map(({ graphql }) => graphql);
  }

  /** Hands in every paper, then asks the database what it holds against the journal. */
  async verdict() {
    const { client, examinees } = this;
    const handed = await Promise.all(examinees.map((examinee) => client.submit(examinee)));
    const unhanded = handed.filter((result) => result?.__typename !== 'SubmitAttemptSuccess').length;
    const breaches = await this.breaches();
    return unhanded ? [{ name: 'everyPaperIsHandedIn', rows: unhanded }, ...breaches] : breaches;
  }

  breaches() {
    return audit((text, values) => this.query(text, values), this.journal.entries());
  }

  async close() {
    for (const undo of this.#undo.reverse()) await undo();
    for (const { child } of this.apis) {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 8000);
      await gone(child);
      clearTimeout(impatient);
    }
  }
}
