import { type CivilDate, newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface TaxonomyChangeRow {
  readonly id: string;
  readonly date: CivilDate;
  readonly note: string;
  readonly unitId: string | null;
  readonly unitPath: string;
  readonly notedBy: string | null;
}

const columns = `c.id, c.date::text, c.note, c.unit_id as "unitId", c.unit_path as "unitPath", c.noted_by_name as "notedBy"`;

/** Days on which the rules of counting complaints changed, at a unit and for all below it. */
@Injectable()
export class TaxonomyRepository {
  /** Those that concern the whole of a node: noted at it or above it, the earliest first. */
  at(tx: Transaction, path: string): Promise<TaxonomyChangeRow[]> {
    return tx.query(`select ${columns} from complaints.taxonomy_change c where starts_with($1, c.unit_path) order by c.date, c.unit_path`, [path]);
  }

  /** The id, or null where the unit has a change on that day. */
  async add(tx: Transaction, unit: { id: string; path: string }, date: CivilDate, note: string, by: string): Promise<string | null> {
    const id = newId();
    const rows = (await tx.query(
      `insert into complaints.taxonomy_change (id, date, note, unit_id, unit_path, noted_by_name) values ($1, $2, $3, $4, $5, $6) on conflict (unit_path, date) do nothing returning id`,
      [id, date, note, unit.id, unit.path, by],
    )) as object[];
    return rows.length ? id : null;
  }

  /** What was removed, or null where there is nothing in the scope. */
  async remove(tx: Transaction, scope: readonly string[], id: string): Promise<TaxonomyChangeRow | null> {
    const [row] = (await tx.query(
      `select ${columns} from complaints.taxonomy_change c where c.id = $2 and exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top))`,
      [scope, id],
    )) as [TaxonomyChangeRow?];
    if (row) await tx.query('delete from complaints.taxonomy_change where id = $1', [id]);
    return row ?? null;
  }
}
