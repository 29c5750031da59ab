import type { ComplaintClass } from '@skillhall/complaints/domain';
import { type CivilMonth, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { ClusterLevel, CountRule, StudyPlan, StudyState, WindowSource } from '../../domain/index.js';

export interface StudyRow {
  readonly id: string;
  readonly title: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly state: StudyState;
  readonly outcomeClasses: ComplaintClass[];
  readonly controlClasses: ComplaintClass[];
  readonly countRule: CountRule;
  readonly decisionWindow: number;
  readonly windowSource: WindowSource;
  readonly wantedFall: number;
  readonly cluster: ClusterLevel;
  readonly cost: number | null;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly version: number;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly lockedAt: Date | null;
  readonly lockedBy: string | null;
  readonly planDigest: string | null;
  readonly dataUntilAtLock: CivilMonth | null;
}

export interface StudyCriteria {
  readonly path: string | null;
  readonly courseId: string | null;
}

export interface NewStudy {
  readonly id: string;
  readonly title: string;
  readonly courseId: string;
  readonly unit: { readonly id: string; readonly path: string };
  readonly replacesId: string | null;
  readonly plan: StudyPlan;
}

const columns = `s.id, s.title, s.course_id as "courseId", s.unit_id as "unitId", s.unit_path as "unitPath", s.state, s.outcome_classes as "outcomeClasses",
  s.control_classes as "controlClasses", s.count_rule as "countRule", s.decision_window as "decisionWindow", s.window_source as "windowSource",
  s.wanted_fall as "wantedFall", s.cluster, s.cost::float8 as cost, s.replaces_id as "replacesId", s.version, s.declared_at as "declaredAt",
  s.declared_by_name as "declaredBy", s.locked_at as "lockedAt", s.locked_by_name as "lockedBy", s.plan_digest as "planDigest",
  to_char(s.data_until_at_lock, 'YYYY-MM') as "dataUntilAtLock",
  (select n.id from impact.study n where n.replaces_id = s.id and n.locked_at is not null order by n.locked_at limit 1) as "replacedById"`;

const scoped = `exists (select from unnest($1::text[]) as top where starts_with(s.unit_path, top))`;
const filtered = `from impact.study s where ${scoped} and ($2::text is null or starts_with(s.unit_path, $2)) and ($3::uuid is null or s.course_id = $3)`;

const planValues = (plan: StudyPlan): unknown[] => [plan.outcomeClasses, plan.controlClasses, plan.countRule, plan.decisionWindow, plan.windowSource, plan.wantedFall, plan.cluster, plan.cost];

/** Declared studies; `scope` are the subtrees of the reader. */
@Injectable()
export class StudyRepository {
  async page(tx: Transaction, scope: readonly string[], { path, courseId }: StudyCriteria, request: PageRequest): Promise<Page<StudyRow>> {
    const values = [scope, path, courseId];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by s.declared_at desc, s.id offset $4 limit $5`, [...values, request.offset, request.limit])) as StudyRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async find(tx: Transaction, scope: readonly string[], id: string): Promise<StudyRow | null> {
    const [row] = (await tx.query(`select ${columns} from impact.study s where ${scoped} and s.id = $2`, [scope, id])) as [StudyRow?];
    return row ?? null;
  }

  async lock(tx: Transaction, scope: readonly string[], id: string): Promise<StudyRow | null> {
    const [row] = (await tx.query(`select ${columns} from impact.study s where ${scoped} and s.id = $2 for update of s`, [scope, id])) as [StudyRow?];
    return row ?? null;
  }

  /** In the order of the ids; what the walls of `tx` hide is null. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(StudyRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from impact.study s where s.id = any($1)`, [ids])) as StudyRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Locked studies of exactly these units. */
  lockedAt(tx: Transaction, scope: readonly string[], unitIds: readonly string[]): Promise<{ id: string; unitId: string }[]> {
    return tx.query(`select s.id, s.unit_id as "unitId" from impact.study s where ${scoped} and s.unit_id = any($2) and s.state = 'locked' order by s.id`, [scope, unitIds]);
  }

  async add(tx: Transaction, { id, title, courseId, unit, replacesId, plan }: NewStudy, by: { accountId: string; name: string }): Promise<void> {
    await tx.query(
      `insert into impact.study (outcome_classes, control_classes, count_rule, decision_window, window_source, wanted_fall, cluster, cost,
         id, title, course_id, unit_id, unit_path, replaces_id, state, declared_by, declared_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'declared', $15, $16)`,
      [...planValues(plan), id, title, courseId, unit.id, unit.path, replacesId, by.accountId, by.name],
    );
  }

  async change(tx: Transaction, id: string, title: string, plan: StudyPlan): Promise<void> {
    await tx.query(
      `update impact.study set outcome_classes = $1, control_classes = $2, count_rule = $3, decision_window = $4, window_source = $5, wanted_fall = $6,
         cluster = $7, cost = $8, title = $9, version = version + 1 where id = $10`,
      [...planValues(plan), title, id],
    );
  }

  /** `known`: the last month of volumes that is there now. */
  async setLocked(tx: Transaction, id: string, digest: string, known: CivilMonth | null, by: { accountId: string; name: string }): Promise<void> {
    await tx.query(
      `update impact.study set state = 'locked', locked_at = now(), locked_by = $3, locked_by_name = $4, plan_digest = $2, data_until_at_lock = $5, version = version + 1 where id = $1`,
      [id, digest, by.accountId, by.name, known && `${known}-01`],
    );
  }

  async setState(tx: Transaction, id: string, state: StudyState): Promise<void> {
    await tx.query(`update impact.study set state = $2, version = version + 1 where id = $1`, [id, state]);
  }
}
