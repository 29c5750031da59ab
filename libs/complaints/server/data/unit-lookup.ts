import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { UnitIndex, type UnitName } from '../../domain/index.js';

export interface PlacedUnit extends UnitName {
  readonly path: string;
  readonly type: string;
}

const units = `select u.id, u.code, u.name, u.parent_id as "parentId", u.path, u.type from directory.unit u
  where exists (select from unnest($1::text[]) as top where u.path >= top and u.path < top || '~')`;

/** The units of an importer's subtrees, to find by what files call them. A unit elsewhere is as good as unknown. */
@Injectable()
export class UnitLookup {
  async within(tx: Transaction, scope: readonly string[]): Promise<UnitIndex<PlacedUnit>> {
    return new UnitIndex((await tx.query(units, [scope])) as PlacedUnit[]);
  }
}
