import type { Draw } from '../draw.js';
import type { Variable } from '../key.js';
import { add, decimalText, divide, type Exact, exactOf, floored, fraction, multiply, subtract } from './exact.js';

/** Values drawn for one attempt, by the names of their variables. */
export type DrawnValues = Readonly<Record<string, number>>;

/** How many values a variable can take; at least one. */
export function countOf({ least, most, step }: Variable): number {
  return Number(floored(divide(subtract(exactOf(most), exactOf(least)), exactOf(step)))) + 1;
}

/** The value number `index`, counted from 0: exactly `least + index · step`. */
export const valueAt = ({ least, step }: Variable, index: number): Exact => add(exactOf(least), multiply(exactOf(step), fraction(BigInt(index))));

const decimalsOf = (value: number): number => {
  const [digits, power = '0'] = String(value).split('e');
  return Math.max(0, (digits!.split('.')[1]?.length ?? 0) - Number(power));
};

/** A value for each variable, each of its values equally likely; in decimals, so that 0.1 and 0.2 make 0.3. */
export function drawValues(variables: readonly Variable[], draw: Draw): DrawnValues {
  return Object.fromEntries(
    variables.map((variable) => {
      const value = valueAt(variable, draw(countOf(variable)));
      return [variable.name, Number(decimalText(value, Math.max(decimalsOf(variable.least), decimalsOf(variable.step))))];
    }),
  );
}

export const exactValues = (values: DrawnValues): ReadonlyMap<string, Exact> => new Map(Object.entries(values).map(([name, value]) => [name, exactOf(value)]));
