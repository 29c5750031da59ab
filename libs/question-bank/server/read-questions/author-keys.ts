import type { Actor } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Inject, Injectable } from '@nestjs/common';
import { AnswerKeys, type AnswerKey } from '../data/answer-keys.js';
import { KEY_WITHHOLDING, type KeyWithholding } from '../key-withholding.js';

/** Keys for authors; withheld from one who is being asked the question just now. */
@Injectable()
export class AuthorKeys {
  constructor(
    private readonly database: Database,
    private readonly keys: AnswerKeys,
    @Inject(KEY_WITHHOLDING) private readonly withholding: KeyWithholding,
  ) {}

  /** The key of a version that was read in the scope of the author who asks; null where it is withheld. */
  of(context: RequestContext, versionId: string): Promise<AnswerKey | null> {
    return context.loader(this, (ids: readonly string[]) => this.read(context.actor!, ids)).load(versionId);
  }

  private read({ personId }: Actor, ids: readonly string[]): Promise<(AnswerKey | null)[]> {
    return this.database.asSystem('keys of questions that were read in the scope of an author', async (tx) => {
      const withheld = personId === null ? new Set() : await this.withholding.withheld(tx, personId, ids);
      const shown = ids.filter((id) => !withheld.has(id));
      const found = new Map((await this.keys.of(tx, shown)).map((key) => [key.versionId, key]));
      return ids.map((id) => found.get(id) ?? null);
    });
  }
}
