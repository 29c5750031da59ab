import { type CivilMonth, newId, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AlertKind, NodeAlert } from '../../domain/index.js';

export interface AlertRow extends NodeAlert {
  readonly id: string;
  readonly unitId: string;
  readonly kind: AlertKind;
  readonly month: CivilMonth;
  readonly since: CivilMonth;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
}

export interface RaisedAlert extends NodeAlert {
  readonly unit: { readonly id: string; readonly path: string };
}

const columns = `a.id, a.unit_id as "unitId", a.kind, to_char(a.month, 'YYYY-MM') as month, to_char(a.since, 'YYYY-MM') as since, a.complaints, a.expected, a.rate, a.limit_rate as "limit",
  a.raised_at as "raisedAt", a.acknowledged_at as "acknowledgedAt", a.acknowledged_by_name as "acknowledgedBy", a.note`;
const scoped = `exists (select from unnest($1::text[]) as top where starts_with(a.unit_path, top))`;
const filtered = `from impact.alert a where ${scoped} and ($2::text is null or starts_with(a.unit_path, $2)) and ($3::boolean is null or (a.acknowledged_at is null) = $3)`;

@Injectable()
export class AlertRepository {
  async page(tx: Transaction, scope: readonly string[], path: string | null, open: boolean | null, request: PageRequest): Promise<Page<AlertRow>> {
    const values = [scope, path, open];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by a.month desc, a.unit_path, a.kind offset $4 limit $5`, [...values, request.offset, request.limit])) as AlertRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async lock(tx: Transaction, scope: readonly string[], id: string): Promise<AlertRow | null> {
    const [row] = (await tx.query(`select ${columns} from impact.alert a where ${scoped} and a.id = $2 for update`, [scope, id])) as [AlertRow?];
    return row ?? null;
  }

  async acknowledge(tx: Transaction, id: string, note: string | null, by: { accountId: string; name: string }): Promise<void> {
    await tx.query('update impact.alert set acknowledged_at = now(), acknowledged_by = $2, acknowledged_by_name = $3, note = $4 where id = $1', [id, by.accountId, by.name, note]);
  }

  /** What was raised before stays as it was, acknowledged or not; answers how many are new. */
  async raise(systemTx: Transaction, alerts: readonly RaisedAlert[]): Promise<number> {
    const rows = alerts.map(({ unit, kind, month, since, complaints, expected, rate, limit }) => ({ id: newId(), unit_id: unit.id, unit_path: unit.path, kind, month: `${month}-01`, since: `${since}-01`, complaints, expected, rate, limit_rate: limit }));
    const found = (await systemTx.query(
      `insert into impact.alert (id, unit_id, unit_path, kind, month, since, complaints, expected, rate, limit_rate)
       select id, unit_id, unit_path, kind, month, since, complaints, expected, rate, limit_rate from jsonb_to_recordset($1::jsonb)
         as r(id uuid, unit_id uuid, unit_path text, kind text, month date, since date, complaints int, expected float8, rate float8, limit_rate float8)
       on conflict (unit_id, month, kind) do nothing returning id`,
      [JSON.stringify(rows)],
    )) as unknown[];
    return found.length;
  }
}
