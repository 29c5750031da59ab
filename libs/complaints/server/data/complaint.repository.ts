import { type CivilMonth, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { ComplaintClass } from '../../domain/index.js';

export interface ComplaintRow {
  readonly id: string;
  readonly orderNumber: string;
  readonly unitId: string;
  readonly receivedAt: string;
  readonly class: ComplaintClass;
  readonly secondClass: string | null;
  readonly thirdClass: string | null;
  readonly level: string | null;
  readonly channel: string | null;
  readonly text: string;
  readonly substantiated: boolean | null;
  readonly closedOn: string | null;
}

export interface ComplaintCriteria {
  /** Path of the node; complaints of the node and all below. */
  readonly path?: string | null;
  readonly from?: CivilMonth | null;
  readonly until?: CivilMonth | null;
  readonly class?: ComplaintClass | null;
  readonly search?: string | null;
  readonly substantiated?: boolean | null;
  /** Only those of which nobody has said yet whether they are. */
  readonly undecided?: boolean | null;
}

const columns = `c.id, c.order_number as "orderNumber", c.unit_id as "unitId", to_char(c.received_at, 'YYYY-MM-DD"T"HH24:MI:SS') as "receivedAt",
  c.class, c.second_class as "secondClass", c.third_class as "thirdClass", c.level, c.channel, c.text, c.substantiated, c.closed_on::text as "closedOn"`;

const scoped = `exists (select from unnest($1::text[]) as top where c.unit_path >= top and c.unit_path < top || '~')`;

const page = `from complaints.complaint c
  where ${scoped}
    and ($2::text is null or (c.unit_path >= $2 and c.unit_path < $2 || '~'))
    and ($3::date is null or c.month >= $3)
    and ($4::date is null or c.month <= $4)
    and ($5::text is null or c.class = $5)
    and ($6::text is null or starts_with(c.order_number, $6) or strpos(c.text, $6) > 0 or c.second_class = $6 or c.third_class = $6)
    and ($7::boolean is null or c.substantiated = $7)
    and ($8::boolean is not true or c.substantiated is null)`;

const firstDay = (month: CivilMonth | null | undefined): string | null => (month ? `${month}-01` : null);

/** The register of complaints. Scope is handed to every query; row-level security behind it is the second wall. */
@Injectable()
export class ComplaintRepository {
  async findInScope(tx: Transaction, scope: readonly string[], id: string): Promise<ComplaintRow | null> {
    const [row] = (await tx.query(`select ${columns} from complaints.complaint c where ${scoped} and c.id = $2`, [scope, id])) as [ComplaintRow?];
    return row ?? null;
  }

  async page(tx: Transaction, scope: readonly string[], criteria: ComplaintCriteria, request: PageRequest): Promise<Page<ComplaintRow>> {
    const { path, from, until, search, substantiated, undecided } = criteria;
    const values = [scope, path ?? null, firstDay(from), firstDay(until), criteria.class ?? null, search?.trim() || null, substantiated ?? null, undecided ?? null];
    const nodes = (await tx.query(`select ${columns} ${page} order by c.received_at desc, c.id offset $9 limit $10`, [...values, request.offset, request.limit])) as ComplaintRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${page}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }
}
