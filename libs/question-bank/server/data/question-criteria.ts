import type { Track } from '@skillhall/directory/domain';
import { type QuestionType, type QuestionUse, searchable, type VersionState } from '../../domain/index.js';

export interface QuestionCriteria {
  readonly track?: Track | null | undefined;
  readonly type?: QuestionType | null | undefined;
  readonly competency?: string | null | undefined;
  readonly difficulty?: number | null | undefined;
  /** A category with all below it; `none` for questions that have none. */
  readonly category?: string | null | undefined;
  readonly state?: VersionState | null | undefined;
  readonly use?: QuestionUse | null | undefined;
  readonly clause?: string | null | undefined;
  readonly search?: string | null | undefined;
  /** How often it was put to somebody within the last year. */
  readonly usedLeast?: number | null | undefined;
  readonly usedMost?: number | null | undefined;
  /** The version that stands for the question was written so many months ago or earlier. */
  readonly olderThanMonths?: number | null | undefined;
  readonly unitId?: string | null | undefined;
}

export const questionOrders = ['code', 'updated', 'difficulty', 'used', 'age'] as const;
export type QuestionOrder = (typeof questionOrders)[number];

/** A statement's conditions with the values that they speak of. */
export interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export const usedInYear = `(select coalesce(sum(e.times), 0)::int from question_bank.exposure e where e.question_id = q.id and e.day > current_date - 365)`;

const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const inCategory = `q.category_id in (with recursive below as (
    select c.id from question_bank.category c where c.id::text = ?
    union all select c.id from question_bank.category c join below b on c.parent_id = b.id) select id from below)`;

// Terms of two characters have no trigram: they are found by reading all texts, which is fast enough for a bank.
const found = `q.id = any(array(
    select t.question_id from question_bank.question_text t where t.plain like ?
    union all select n.id from question_bank.question n where lower(n.code) like ?))`;

/** The conditions of a list of questions `q`; `scope` is where it may look. */
export function questionConditions(scope: readonly string[], criteria: QuestionCriteria): Conditions {
  const parts: string[] = ['q.shown_id is not null'];
  const values: unknown[] = [];
  const add = (sql: string, ...said: unknown[]): void => {
    let at = 0;
    parts.push(sql.replaceAll('?', () => `$${values.length + ++at}`));
    values.push(...said);
  };
  add(`exists (select from unnest(?::text[]) as top where q.unit_path >= top and q.unit_path < top || '~')`, scope);
  const { search, category, state, clause } = criteria;
  for (const column of ['track', 'type', 'competency', 'difficulty'] as const) if (criteria[column] != null) add(`q.${column} = ?`, criteria[column]);
  if (criteria.use) add('q.use = ?', criteria.use);
  if (category === 'none') add('q.category_id is null');
  else if (category) add(inCategory, category);
  if (state === 'live') add('q.current_version > 0');
  else if (state) add('q.latest_state = ?', state);
  if (clause?.trim()) add('q.clause like ?', likeAnywhere(clause.trim()));
  if (criteria.usedLeast != null) add(`${usedInYear} >= ?`, criteria.usedLeast);
  if (criteria.usedMost != null) add(`${usedInYear} <= ?`, criteria.usedMost);
  if (criteria.olderThanMonths != null) add(`q.shown_at <= now() - make_interval(months => ?)`, criteria.olderThanMonths);
  if (criteria.unitId) add(`exists (select from directory.unit u where u.id::text = ? and starts_with(q.unit_path, u.path))`, criteria.unitId);
  const term = searchable(search ?? '');
  if (term) add(found, likeAnywhere(term), likeAnywhere(term).slice(1));
  return { sql: parts.join('\n    and '), values };
}

const orders: Readonly<Record<QuestionOrder, string>> = { code: 'q.code', updated: 'q.updated_at', difficulty: 'q.difficulty', used: usedInYear, age: 'q.shown_at' };

export const orderBy = (order: QuestionOrder, descending: boolean): string => `${orders[order]} ${descending ? 'desc' : 'asc'}${order === 'code' ? '' : ', q.code'}`;
