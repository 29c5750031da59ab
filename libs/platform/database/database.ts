import { type Actor, type Permission, scopeOf } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A running transaction; everything that reads or writes is handed one. */
export type Transaction = EntityManager;

type Hook = () => void;
const hooks = new WeakMap<EntityManager, Hook[]>();

/** Runs `hook` once the transaction has been committed. */
export function afterCommit(tx: Transaction, hook: Hook): void {
  const list = hooks.get(tx);
  if (!list) throw new Error('afterCommit needs a transaction opened by Database');
  list.push(hook);
}

/**
 * The only door to the database. Work for a person runs under the walls of row-level security, narrowed to the
 * subtrees where that person holds the permission asked for; work of the system itself says why it needs none.
 */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  asActor<T>(actor: Actor, permission: Permission, work: (tx: Transaction) => Promise<T>): Promise<T> {
    // The stroke in front lets the top of everything, whose path is empty, stand in the list.
    const paths = scopeOf(actor, permission).map((path) => `/${path}`).join(',');
    return this.transact(
      (tx) =>
        tx.query(`select set_config('app.paths', $1, true), set_config('app.person', $2, true), set_config('app.account', $3, true)`, [
          paths,
          actor.personId ?? '',
          actor.accountId,
        ]),
      work,
    );
  }

  /** `_reason` is for the reader of the call: why this work may see everything. */
  asSystem<T>(_reason: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact((tx) => tx.query('set local role none'), work);
  }

  /** One statement outside a transaction, under the walls, for health checks. */
  ping(): Promise<unknown> {
    return this.dataSource.query('select 1');
  }

  private async transact<T>(prepare: (tx: Transaction) => Promise<unknown>, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const after: Hook[] = [];
    const result = await this.dataSource.transaction(async (tx) => {
      hooks.set(tx, after);
      await prepare(tx);
      return work(tx);
    });
    for (const hook of after) hook();
    return result;
  }
}
