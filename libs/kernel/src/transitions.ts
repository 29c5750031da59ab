/** A declared table of states: what each state may become by which action. */
export type TransitionTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

/** The state after `action`, or undefined where the table does not allow it. */
export const transition = <State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  state: State,
  action: Action,
): State | undefined => table[state][action];

/** States that cannot be reached from `start`; a sound table has none. */
export function unreachable<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  start: State,
): State[] {
  const seen = new Set<State>([start]);
  for (const state of seen) for (const next of Object.values(table[state]) as State[]) seen.add(next);
  return (Object.keys(table) as State[]).filter((state) => !seen.has(state));
}
