/** Tables of which each row belongs to one attempt, and the column that says to which. */
const tables = { attempt: 'id', answer_log: 'attempt_id', attempt_result: 'attempt_id', later_result: 'attempt_id', answer_to_mark: 'attempt_id', answer_mark: 'attempt_id', unsent_file: 'attempt_id' } as const;
const named = new RegExp(`assessment\\.(${Object.keys(tables).join('|')})\\b`, 'g');

/**
 * The same invariant over attempts that began within so many days: every table of attempts is read through that door, so
 * that a night's work grows with the days and not with the years, and the two can never come to say different things.
 */
export function recentOnly(sql: string, days: number): string {
  const recent = `select id from assessment.attempt where started_at > clock_timestamp() - interval '${Math.trunc(days)} days'`;
  return sql.replaceAll(named, (_, table: keyof typeof tables) => `(select * from assessment.${table} where ${tables[table]} in (${recent}))`);
}
