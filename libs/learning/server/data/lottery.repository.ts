import { type CivilMonth, newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { LotteryPlan, LotteryState } from '../../domain/index.js';

export interface LotteryRow extends LotteryPlan {
  readonly id: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly state: LotteryState;
  readonly decidedBy: string;
  readonly seedDigest: string;
  readonly seed: string | null;
  readonly preparedAt: Date;
  readonly preparedBy: string;
  readonly drawnAt: Date | null;
  readonly drawnBy: string | null;
}

export interface LotRow {
  readonly unitId: string;
  readonly unitPath: string;
  readonly code: string;
  readonly tier: number;
  readonly wave: number | null;
}

export interface NewLottery extends LotteryPlan {
  readonly courseId: string;
  readonly unit: { readonly id: string; readonly path: string };
  readonly decidedBy: string;
  readonly seedDigest: string;
}

const columns = `l.id, l.course_id as "courseId", l.unit_id as "unitId", l.state, l.tiers_by as "tiersBy", l.tiers, l.waves, to_char(l.first_month, 'YYYY-MM') as "firstMonth",
  l.months_apart as "monthsApart", l.kept_share::float8 as "keptShare", l.decided_by as "decidedBy", l.seed_digest as "seedDigest", l.seed,
  l.prepared_at as "preparedAt", l.prepared_by_name as "preparedBy", l.drawn_at as "drawnAt", l.drawn_by_name as "drawnBy"`;

const scoped = `exists (select from unnest($1::text[]) as top where starts_with(l.unit_path, top))`;
const firstDay = (month: CivilMonth): string => `${month}-01`;

/** Lotteries of training. Scope is handed to every query; row-level security behind it is the second wall. */
@Injectable()
export class LotteryRepository {
  list(tx: Transaction, scope: readonly string[], path: string | null, courseId: string | null): Promise<LotteryRow[]> {
    return tx.query(
      `select ${columns} from learning.lottery l where ${scoped} and ($2::text is null or starts_with(l.unit_path, $2)) and ($3::uuid is null or l.course_id = $3)
       order by l.prepared_at desc, l.id limit 100`,
      [scope, path, courseId],
    );
  }

  async find(tx: Transaction, scope: readonly string[], id: string): Promise<LotteryRow | null> {
    const [row] = (await tx.query(`select ${columns} from learning.lottery l where ${scoped} and l.id = $2`, [scope, id])) as [LotteryRow?];
    return row ?? null;
  }

  async lock(tx: Transaction, scope: readonly string[], id: string): Promise<LotteryRow | null> {
    const [row] = (await tx.query(`select ${columns} from learning.lottery l where ${scoped} and l.id = $2 for update of l`, [scope, id])) as [LotteryRow?];
    return row ?? null;
  }

  lots(tx: Transaction, id: string): Promise<LotRow[]> {
    return tx.query(
      `select h.unit_id as "unitId", u.path as "unitPath", h.code, h.tier, h.wave from learning.lottery_hall h join directory.unit u on u.id = h.unit_id
       where h.lottery_id = $1 order by h.wave nulls last, h.tier, h.code collate "C"`,
      [id],
    );
  }

  /** The lowest unit above all of these halls; the lottery belongs to it. */
  async commonUnit(tx: Transaction, paths: readonly string[]): Promise<{ id: string; path: string }> {
    const [unit] = (await tx.query(
      `select u.id, u.path from directory.unit u where not exists (select from unnest($1::text[]) as hall where not starts_with(hall, u.path)) order by length(u.path) desc limit 1`,
      [paths],
    )) as [{ id: string; path: string }?];
    if (!unit) throw new Error('the halls of a lottery have no unit above them in common');
    return unit;
  }

  async add(tx: Transaction, lottery: NewLottery, seed: string, halls: readonly { id: string; code: string; tier: number }[], by: { accountId: string; name: string }): Promise<string> {
    const id = newId();
    const { unit, firstMonth, ...plan } = lottery;
    await tx.query(
      `insert into learning.lottery (id, course_id, unit_id, unit_path, state, tiers_by, tiers, waves, first_month, months_apart, kept_share, decided_by, seed_digest, prepared_by, prepared_by_name)
       values ($1, $2, $3, $4, 'prepared', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, plan.courseId, unit.id, unit.path, plan.tiersBy, plan.tiers, plan.waves, firstDay(firstMonth), plan.monthsApart, plan.keptShare, plan.decidedBy, plan.seedDigest, by.accountId, by.name],
    );
    await tx.query('insert into learning.lottery_seed (lottery_id, seed) values ($1, $2)', [id, seed]);
    await tx.query(`insert into learning.lottery_hall (lottery_id, unit_id, code, tier) select $1, h.id, h.code, h.tier from unnest($2::uuid[], $3::text[], $4::int[]) as h (id, code, tier)`, [
      id,
      ...[halls.map((hall) => hall.id), halls.map(({ code }) => code), halls.map(({ tier }) => tier)],
    ]);
    return id;
  }

  async seedOf(tx: Transaction, id: string): Promise<string> {
    const [{ seed }] = (await tx.query('select seed from learning.lottery_seed where lottery_id = $1', [id])) as [{ seed: string }];
    return seed;
  }

  /** Waves first: once the lottery is drawn its halls stand. */
  async setDrawn(tx: Transaction, id: string, seed: string, waves: ReadonlyMap<string, number | null>, by: { name: string }): Promise<void> {
    await tx.query(`update learning.lottery_hall h set wave = d.wave from unnest($2::text[], $3::int[]) as d (code, wave) where h.lottery_id = $1 and h.code = d.code`, [id, [...waves.keys()], [...waves.values()]]);
    await tx.query(`update learning.lottery set state = 'drawn', seed = $2, drawn_at = now(), drawn_by_name = $3 where id = $1`, [id, seed, by.name]);
    await tx.query('delete from learning.lottery_seed where lottery_id = $1', [id]);
  }

  async setDropped(tx: Transaction, id: string): Promise<void> {
    await tx.query(`update learning.lottery set state = 'dropped' where id = $1`, [id]);
  }
}
