import type { ItemOption, ResponseTable } from './response-table.js';
import type { ScoreGroups } from './score-groups.js';
import type { ItemColumn } from './totals.js';

/** How often an option was chosen: shares of all who were asked, and of the best and weakest groups among them. */
export interface OptionStatistics {
  readonly option: string;
  readonly key: boolean;
  readonly count: number;
  readonly share: number;
  /** Null where there are no groups. */
  readonly upperShare: number | null;
  readonly lowerShare: number | null;
}

export interface Choices {
  readonly options: readonly OptionStatistics[];
  /** Attempts that were asked and chose nothing. */
  readonly omitted: number;
}

/** The table of options of one item; null where it has none or nobody was asked. Several options may be chosen at once. */
export function choicesOf({ attempts, choices }: ResponseTable, item: number, options: readonly ItemOption[] | undefined, column: ItemColumn, groups: ScoreGroups | null): Choices | null {
  const asked = column.attempts.length;
  if (!choices || !options?.length || !asked) return null;
  const chosen = Uint32Array.from(column.attempts, (attempt) => choices[item * attempts + attempt]!);
  const table = options.map(({ id, key }, place): OptionStatistics => {
    let [count, upper, lower] = [0, 0, 0];
    for (let i = 0; i < asked; i++) {
      if (!((chosen[i]! >>> place) & 1)) continue;
      count++;
      if (groups) {
        upper += groups.upper[i]!;
        lower += groups.lower[i]!;
      }
    }
    const inGroup = (sum: number): number | null => (groups ? sum / groups.size : null);
    return { option: id, key, count, share: count / asked, upperShare: inGroup(upper), lowerShare: inGroup(lower) };
  });
  return { options: table, omitted: chosen.reduce((sum, bits) => sum + (bits === 0 ? 1 : 0), 0) };
}
