import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, inScope, scopeOf } from '@skillhall/kernel';
import { FileRefused, type ImportContext } from '@skillhall/platform/imports';
import { Injectable } from '@nestjs/common';
import { placeErrors } from '../../domain/index.js';
import { CategoryRepository, type CategoryRow } from '../data/category.repository.js';
import type { NewVersionState } from '../data/version-writer.js';
import { importOptions } from './import-options.js';

/** Where the questions of a file go and how they stand there. */
export interface ImportPlace {
  readonly owner: { readonly id: string; readonly path: string };
  readonly category: CategoryRow | null;
  readonly state: NewVersionState;
}

/** Finds what was chosen within what the importer may do; a file whose place is out of reach is refused as a whole. */
@Injectable()
export class ImportPlaces {
  constructor(
    private readonly units: UnitRepository,
    private readonly categories: CategoryRepository,
  ) {}

  /** Null where there is no unit at all yet. */
  async of({ tx, scope, actor, options }: ImportContext): Promise<ImportPlace | null> {
    const { unit, category: categoryId, state: wanted } = importOptions(options);
    const owner = unit === null ? ((await this.units.tops(tx, scope))[0] ?? null) : await this.units.findInScope(tx, scope, unit);
    if (!owner) {
      if (unit === null) return null;
      throw new FileRefused('unit-out-of-reach', placeErrors['unit-out-of-reach']);
    }
    const category = categoryId === null ? null : ((await this.categories.byIds(tx, [categoryId]))[0] ?? null);
    if (categoryId !== null && !(category && owner.path.startsWith(category.unitPath))) throw new FileRefused('category-out-of-reach', placeErrors['category-out-of-reach']);
    const most = stateFor(actor, owner.path);
    if (wanted === 'live' && most !== 'live') throw new FileRefused('live-not-allowed', placeErrors['live-not-allowed']);
    return { owner, category, state: wanted ?? most };
  }
}

/**
 * Who may review brings questions into use at once; what others bring waits for a second person. Without a unit of
 * its own, a file may change questions anywhere in the scope.
 */
function stateFor(actor: Actor | null, path: string): NewVersionState {
  if (!actor) return 'live';
  const reviews = scopeOf(actor, 'question.review');
  return inScope(reviews, path) && scopeOf(actor, 'question.manage').every((top) => inScope(reviews, top)) ? 'live' : 'inReview';
}
