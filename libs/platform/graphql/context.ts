import type { Actor, Locale } from '@skillhall/kernel';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    sessionId: string | null;
    mustChangePassword: boolean;
    locale: Locale;
  }
}

/** What every resolver of one request shares. */
export class RequestContext {
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();

  constructor(
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {}

  get actor(): Actor | null {
    return this.request.actor;
  }

  get locale(): Locale {
    return this.request.locale;
  }

  /** The loader of this request for `batch`, made at first use. `batch` must be one stable function. */
  loader<K, V>(owner: object, batch: (keys: readonly K[]) => Promise<readonly V[]>): DataLoader<K, V> {
    let loader = this.loaders.get(owner) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader(batch);
      this.loaders.set(owner, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }
}
