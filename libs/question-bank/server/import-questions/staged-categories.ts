import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { categoryNames } from '../../domain/index.js';
import { CategoryRepository } from '../data/category.repository.js';
import type { ImportPlace } from './import-place.js';

const find = 'select id from question_bank.category where unit_id = $1 and parent_id is not distinct from $2 and name = $3';

// Where authors have put a question it stays.
const toLay = `q.code = s.code and q.category_id is null and starts_with(q.unit_path, $1)`;

const named = `select distinct s.category from staged_question s join question_bank.question q on ${toLay} where s.category is not null order by s.category`;

const lay = `update question_bank.question q set category_id = $2 from staged_question s where ${toLay} and ($3::text is null or s.category = $3)`;

/** Lays the questions of a file into the category that was chosen, or those that the file names into these; missing ones are made. */
@Injectable()
export class StagedCategories {
  constructor(private readonly categories: CategoryRepository) {}

  async lay(tx: Transaction, { owner, category }: ImportPlace): Promise<void> {
    if (category) {
      await tx.query(lay, [category.unitPath, category.id, null]);
      return;
    }
    const wanted = (await tx.query(named, [owner.path])) as { category: string }[];
    for (const { category: path } of wanted) await tx.query(lay, [owner.path, await this.idOf(tx, owner, path), path]);
  }

  private async idOf(tx: Transaction, { id: unitId, path: unitPath }: ImportPlace['owner'], path: string): Promise<string | null> {
    let parentId: string | null = null;
    for (const name of categoryNames(path) ?? []) {
      const [known] = (await tx.query(find, [unitId, parentId, name])) as [{ id: string }?];
      const id = known?.id ?? newId();
      if (!known) await this.categories.insert(tx, { id, parentId, name, unitId, unitPath });
      parentId = id;
    }
    return parentId;
  }
}
