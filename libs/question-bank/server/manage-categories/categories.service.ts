import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { longestCategory } from '../../domain/index.js';
import { CategoryRepository, type CategoryRow } from '../data/category.repository.js';

type Done = Result<string, Failure>;
const notFound: Done = err(failure('NOT_FOUND'));

/** Trees of categories, one a unit; who manages the questions of a unit manages its tree. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly database: Database,
    private readonly categories: CategoryRepository,
    private readonly units: UnitRepository,
    private readonly audit: AuditLog,
  ) {}

  create(actor: Actor, unitId: string, parentId: string | null, wanted: string): Promise<Done> {
    return this.named(wanted, (name) =>
      this.work(actor, 'created', parentId === null ? [] : [parentId], async (tx, [parent], scope) => {
        const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
        if (!unit) return notFound;
        if (parent && parent.unitId !== unit.id) return err(failure('CATEGORY_OUT_OF_PLACE'));
        const row = { id: newId(), parentId, name, unitId: unit.id, unitPath: unit.path };
        if (await this.categories.nameTaken(tx, row)) return err(failure('CATEGORY_NAME_TAKEN', { text: name }));
        await this.categories.insert(tx, row);
        return ok(row.id);
      }),
    );
  }

  rename(actor: Actor, id: string, wanted: string): Promise<Done> {
    return this.named(wanted, (name) =>
      this.work(actor, 'renamed', [id], async (tx, [category]) => {
        if (await this.categories.nameTaken(tx, { ...category!, name })) return err(failure('CATEGORY_NAME_TAKEN', { text: name }));
        await this.categories.update(tx, { ...category!, name });
        return ok(id);
      }),
    );
  }

  /** Below another category of the same tree, or to its top; `position` among its new neighbours. */
  move(actor: Actor, id: string, parentId: string | null, position: number): Promise<Done> {
    return this.work(actor, 'moved', parentId === null ? [id] : [id, parentId], async (tx, [category, parent]) => {
      const misplaced = parent && (parent.unitId !== category!.unitId || (await this.categories.liesBelow(tx, parent.id, id)));
      if (misplaced) return err(failure('CATEGORY_OUT_OF_PLACE'));
      const placed = { ...category!, parentId };
      if (await this.categories.nameTaken(tx, placed)) return err(failure('CATEGORY_NAME_TAKEN', { text: placed.name }));
      await this.categories.place(tx, placed, Math.max(0, Math.trunc(position)));
      return ok(id);
    });
  }

  /** Only an empty one goes; what lies in it is moved or merged before. */
  remove(actor: Actor, id: string): Promise<Done> {
    return this.work(actor, 'removed', [id], async (tx) => {
      const { questions, categories } = await this.categories.contents(tx, id);
      if (questions + categories > 0) return err(failure('CATEGORY_IN_USE', { questions, categories }));
      await this.categories.remove(tx, id);
      return ok(id);
    });
  }

  /** All that lies in the first comes to lie in the second, and the first is gone. */
  merge(actor: Actor, id: string, intoId: string): Promise<Done> {
    return this.work(actor, 'merged', [id, intoId], async (tx, [from, into]) => {
      const misplaced = id === intoId || from!.unitId !== into!.unitId || (await this.categories.liesBelow(tx, intoId, id));
      if (misplaced) return err(failure('CATEGORY_OUT_OF_PLACE'));
      const clash = await this.categories.commonName(tx, id, intoId);
      if (clash !== null) return err(failure('CATEGORY_NAME_TAKEN', { text: clash }));
      await this.categories.pour(tx, id, intoId);
      await this.categories.remove(tx, id);
      return ok(intoId);
    });
  }

  private named(wanted: string, work: (name: string) => Promise<Done>): Promise<Done> {
    const name = wanted.trim();
    return name && name.length <= longestCategory ? work(name) : Promise.resolve(err(failure('INVALID_INPUT', { field: 'name' }, 'name')));
  }

  private work(actor: Actor, verb: string, ids: readonly string[], work: (tx: Transaction, found: readonly CategoryRow[], scope: readonly string[]) => Promise<Done>): Promise<Done> {
    const scope = scopeOf(actor, 'question.manage');
    if (!ids.every(isId)) return Promise.resolve(notFound);
    return this.database.asSystem('categories are written by the system; they are looked up in the scope of the actor', async (tx) => {
      const found = (await this.categories.lock(tx, scope, ids)).flatMap((row) => row ?? []);
      if (found.length < ids.length) return notFound;
      const done = await work(tx, found, scope);
      if (done.ok) await this.audit.record(tx, actor, { action: `question-category.${verb}`, subjectType: 'question-category', subjectId: done.value, details: { names: found.map(({ name }) => name) } });
      return done;
    });
  }
}
