import { StatisticsError } from '../errors.js';
import type { GroupTimeEffects } from './callaway-santanna.js';

/** How group-time effects are averaged. */
export type Aggregation = 'simple' | 'dynamic' | 'group' | 'calendar';

export interface AggregatedPart {
  /** Period since treatment, group or calendar period. */
  readonly at: number;
  readonly effect: number;
  readonly standardError: number;
  /** Per unit; the error is √Σ² / units. */
  readonly influence: Float64Array;
}

export interface AggregatedEffect {
  readonly overall: number;
  readonly standardError: number;
  readonly influence: Float64Array;
  /** Empty for `simple`. */
  readonly parts: readonly AggregatedPart[];
}

/**
 * Averages with the shares of the groups as weights; the error includes that the
 * shares are estimated. `dynamic` averages over periods ≥ 0.
 * @throws StatisticsError `not-identified` when no cell is treated.
 */
export function aggregateGroupTime(effects: GroupTimeEffects, kind: Aggregation): AggregatedEffect {
  const post = effects.cells.flatMap((cell, i) => (cell.time >= cell.group ? [i] : []));
  if (post.length === 0) {
    throw new StatisticsError('not-identified', 'no treated cell can be averaged');
  }
  if (kind === 'simple') {
    const { effect, influence } = weighByGroup(effects, post);
    return { overall: effect, standardError: errorOf(influence), influence, parts: [] };
  }
  const chosen = kind === 'dynamic' ? effects.cells.map((_, i) => i) : post;
  const keyOf = (i: number): number => {
    const { group, time } = effects.cells[i]!;
    return { dynamic: time - group, group, calendar: time }[kind];
  };
  const keys = [...new Set(chosen.map(keyOf))].sort((a, b) => a - b);
  const parts = keys.map((at) => {
    const own = chosen.filter((i) => keyOf(i) === at);
    return { at, ...(kind === 'group' ? plainMean(effects, own) : weighByGroup(effects, own)) };
  });
  const averaged = kind === 'dynamic' ? parts.filter((part) => part.at >= 0) : parts;
  const overall = kind === 'group' ? weighGroups(effects, averaged) : meanOfParts(averaged);
  return {
    overall: overall.effect,
    standardError: errorOf(overall.influence),
    influence: overall.influence,
    parts: parts.map(({ at, effect, influence }) => ({ at, effect, standardError: errorOf(influence), influence })),
  };
}

interface Averaged {
  readonly effect: number;
  readonly influence: Float64Array;
}

function errorOf(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0)) / influence.length;
}

function plainMean(effects: GroupTimeEffects, cells: readonly number[]): Averaged {
  return combine(cells.map((i) => ({ effect: effects.cells[i]!.effect, influence: effects.influence[i]! })), cells.map(() => 1 / cells.length));
}

function meanOfParts(parts: readonly Averaged[]): Averaged {
  return combine(parts, parts.map(() => 1 / parts.length));
}

function combine(parts: readonly Averaged[], weights: readonly number[]): Averaged {
  return {
    effect: parts.reduce((sum, part, i) => sum + weights[i]! * part.effect, 0),
    influence: parts[0]!.influence.map((_, u) => parts.reduce((sum, part, i) => sum + weights[i]! * part.influence[u]!, 0)),
  };
}

/** Weights P(G = g), with the influence of estimating them. */
function weighByGroup(effects: GroupTimeEffects, cells: readonly number[]): Averaged {
  const parts = cells.map((i) => ({ effect: effects.cells[i]!.effect, influence: effects.influence[i]! }));
  return weighWithShares(effects, parts, cells.map((i) => effects.cells[i]!.group));
}

function weighGroups(effects: GroupTimeEffects, parts: readonly (Averaged & { readonly at: number })[]): Averaged {
  return weighWithShares(effects, parts, parts.map((part) => part.at));
}

function weighWithShares(effects: GroupTimeEffects, parts: readonly Averaged[], groups: readonly number[]): Averaged {
  const { groupOfUnit } = effects;
  const shares = groups.map((group) => groupOfUnit.filter((own) => own === group).length / groupOfUnit.length);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const plain = combine(parts, shares.map((share) => share / total));
  const influence = plain.influence.map((value, u) => {
    const surplus = groups.map((group, k) => Number(groupOfUnit[u] === group) - shares[k]!);
    const all = surplus.reduce((sum, entry) => sum + entry, 0);
    return value + parts.reduce((sum, part, k) => sum + part.effect * (surplus[k]! / total - (all * shares[k]!) / total ** 2), 0);
  });
  return { effect: plain.effect, influence };
}
