import { CommandFailure } from '../failure.js';
import { Names } from '../tables/names.js';
import { readRows } from '../tables/read-rows.js';
import type { Row } from '../tables/row.js';
import type { ChartOptions } from './chart.js';

/** What one chart shows, periods in order. */
export interface Series {
  /** Value of the unit column; null = the whole file. */
  readonly unit: string | null;
  readonly times: readonly string[];
  readonly count: Float64Array;
  readonly exposure: Float64Array;
}

interface Cell {
  count: number;
  exposure: number;
}

/** Numbers in their order; labels of any other kind as they come in the file. */
function inOrder(times: readonly string[]): readonly string[] {
  return times.every((time) => time !== '' && Number.isFinite(Number(time))) ? [...times].sort((a, b) => Number(a) - Number(b)) : times;
}

/** Reads a file into one series, or one for each unit. Rows of the same period (and unit) are added up. */
export async function readSeries({ file, time, count, exposure, value, unit, only }: ChartOptions): Promise<Series[]> {
  const times = new Names();
  const units = new Map<string, Map<string, Cell>>();
  const take = (row: Row): void => {
    const name = unit ? row.name(unit) : '';
    if (only.length && !only.includes(name)) return;
    const at = row.name(time);
    times.numberOf(at);
    const series = units.get(name) ?? new Map<string, Cell>();
    units.set(name, series);
    const [y, n] = value ? [row.numeric(value), 1] : [row.notNegative(count, { whole: true }), row.notNegative(exposure)];
    const held = series.get(at);
    if (held && value) throw row.wrong(time, 'duplicate-row', `${at} has a value already, and values cannot be added up`);
    if (held) Object.assign(held, { count: held.count + y, exposure: held.exposure + n });
    else series.set(at, { count: y, exposure: n });
  };
  await readRows(file, [time, ...(value ? [value] : [count, exposure]), ...(unit ? [unit] : [])], take);
  const absent = only.filter((name) => !units.has(name));
  if (absent.length) throw new CommandFailure(unit ? `The file has no ${absent.map((name) => `"${name}"`).join(', ')} in column "${unit}".` : '--only needs --unit.', unit ? 1 : 2, false, { code: 'unit-missing', column: unit ?? null });
  const order = inOrder(times.all);
  return [...units].map(([name, cells]) => seriesOf(unit ? name : null, order.filter((at) => cells.has(at)), cells));
}

function seriesOf(unit: string | null, times: readonly string[], cells: ReadonlyMap<string, Cell>): Series {
  const used = times.filter((at) => cells.get(at)!.exposure > 0 || cells.get(at)!.count > 0);
  const empty = used.find((at) => cells.get(at)!.exposure === 0);
  if (empty !== undefined) throw new CommandFailure(`${unit ?? 'The file'}: ${empty} has complaints but no transactions.`, 1, false, { code: 'no-exposure', unit, time: empty });
  return { unit, times: used, count: Float64Array.from(used, (at) => cells.get(at)!.count), exposure: Float64Array.from(used, (at) => cells.get(at)!.exposure) };
}
