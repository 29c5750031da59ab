/** What is needed of an item to weigh it against the others. */
export interface Weighed {
  readonly maximum: number;
  /** Share of the attempts that were asked the item. */
  readonly exposure: number;
  /** Covariance of the item's marks with the total, of the attempts that were asked it. */
  readonly withTotal: number | null;
}

export interface Weights {
  readonly intended: number | null;
  readonly effective: number | null;
}

/**
 * Intended weight, 100·maximum/Σ maxima, and effective weight, 100·√C(x, T)/Σ√C(x, T): the part of the paper that the
 * item was meant to be, and the part of the spread of totals that it makes. In percent, 0 to 100; both add up to 100.
 * The effective weight is null where item and total run against each other; such an item adds nothing to the sum.
 * Items that only some were asked count in the sums by their exposure.
 * Source: Moodle, Quiz statistics calculations, "Intended question weight" and "Effective question weight".
 */
export function weightsOf(items: readonly Weighed[]): Weights[] {
  const root = ({ withTotal }: Weighed): number => Math.sqrt(Math.max(0, withTotal ?? 0));
  const [maxima, roots] = [items.reduce((sum, item) => sum + item.exposure * item.maximum, 0), items.reduce((sum, item) => sum + item.exposure * root(item), 0)];
  return items.map((item) => ({
    intended: maxima > 0 ? (100 * item.maximum) / maxima : null,
    effective: roots > 0 && item.withTotal !== null && item.withTotal >= 0 ? (100 * root(item)) / roots : null,
  }));
}
