import { type Actor, scopeOf } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { type ExchangeQuestion, fromContent } from '../../domain/index.js';
import { CategoryRepository } from '../data/category.repository.js';
import { type QuestionCriteria } from '../data/question-criteria.js';
import { QuestionRepository, type QuestionRow } from '../data/question.repository.js';
import { VersionRepository } from '../data/version.repository.js';
import { KEY_WITHHOLDING, type KeyWithholding } from '../key-withholding.js';

const batch = 500;

export interface Gathered {
  readonly questions: readonly ExchangeQuestion[];
  /** Numbers of questions that stand in an open paper of whoever asks. */
  readonly withheld: readonly string[];
}

/** The questions of a list with their keys, for one who may read the bank; not those that they are being asked just now. */
@Injectable()
export class GatherQuestions {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionRepository,
    private readonly versions: VersionRepository,
    private readonly categories: CategoryRepository,
    @Inject(KEY_WITHHOLDING) private readonly withholding: KeyWithholding,
  ) {}

  /** How many there are at most is up to whoever asks; `onBatch` hears how far it is. */
  async gather(actor: Actor, criteria: QuestionCriteria, most: number, onBatch: (done: number, total: number) => Promise<void>): Promise<Gathered> {
    const scope = scopeOf(actor, 'question.read');
    const ids = await this.database.asSystem('the questions are looked up in the scope of whoever takes them out', (tx) => this.questions.ids(tx, scope, criteria, most));
    const [found, withheld]: [ExchangeQuestion[], string[]] = [[], []];
    for (let from = 0; from < ids.length; from += batch) {
      const part = ids.slice(from, from + batch);
      await this.database.asSystem('keys of questions that were found in the scope of whoever takes them out', async (tx) => {
        const rows = await this.questions.byIds(tx, scope, part);
        const hidden = await this.hidden(tx, actor, rows);
        const open = rows.filter(({ versionId }) => !hidden.has(versionId));
        withheld.push(...rows.filter(({ versionId }) => hidden.has(versionId)).map(({ code }) => code));
        found.push(...(await this.outgoing(tx, open)));
      });
      await onBatch(Math.min(from + batch, ids.length), ids.length);
    }
    return { questions: found, withheld };
  }

  /** Versions of which something must not be seen: themselves, or a part of a case. */
  private async hidden(tx: Transaction, { personId }: Actor, rows: readonly QuestionRow[]): Promise<ReadonlySet<string>> {
    if (personId === null) return new Set();
    const cases = rows.filter(({ type }) => type === 'case').map(({ versionId }) => versionId);
    const parts = cases.length ? await this.versions.parts(tx, cases) : [];
    const caseOf = new Map(parts.flatMap((list, at) => list.map(({ versionId }): [string, string] => [versionId, cases[at]!])));
    const asked = await this.withholding.withheld(tx, personId, [...rows.map(({ versionId }) => versionId), ...caseOf.keys()]);
    return new Set([...asked].map((id) => caseOf.get(id) ?? id));
  }

  private async outgoing(tx: Transaction, rows: readonly QuestionRow[]): Promise<ExchangeQuestion[]> {
    const contents = await this.versions.contents(tx, rows.map(({ versionId }) => versionId));
    const paths = await this.categories.paths(tx, [...new Set(rows.flatMap(({ categoryId }) => categoryId ?? []))]);
    return rows.map(({ code, categoryId }, at) => ({ ...fromContent(contents[at]!, code), category: (categoryId !== null && paths.get(categoryId)) || null }));
  }
}
