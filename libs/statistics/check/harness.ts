import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of a comma-separated file with a header, as strings. */
export interface Table {
  readonly rows: number;
  text(column: string): string[];
  number(column: string): Float64Array;
}

export function readTable(folder: string, file: string): Table {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/);
  const clean = (cell: string): string => cell.replace(/^"|"$/g, '');
  const header = lines[0]!.split(',').map(clean);
  const cells = lines.slice(1).map((line) => line.split(',').map(clean));
  const text = (column: string): string[] => {
    const at = header.indexOf(column);
    if (at < 0) {
      throw new Error(`${file} has no column ${column}`);
    }
    return cells.map((row) => row[at]!);
  };
  return { rows: cells.length, text, number: (column) => Float64Array.from(text(column), Number) };
}

/** Any part of the reference file; missing parts throw with their path. */
export class Reference {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  at(...keys: readonly (string | number)[]): Reference {
    let value: unknown = this.value;
    for (const key of keys) {
      value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }
    const path = [this.path, ...keys].filter((part) => part !== '').join('.');
    if (value === undefined) {
      throw new Error(`reference has no ${path}`);
    }
    return new Reference(value, path);
  }

  number(...keys: readonly (string | number)[]): number {
    return Number(this.at(...keys).value);
  }

  list(...keys: readonly (string | number)[]): Reference[] {
    const here = this.at(...keys);
    return Array.isArray(here.value) ? here.value.map((_, i) => here.at(i)) : [here];
  }

  keys(): string[] {
    return Object.keys(this.value as object);
  }
}

export function readReference(folder: string): Reference | undefined {
  const file = join(folder, 'reference-answers.json');
  return existsSync(file) ? new Reference(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export const COEFFICIENT = 1e-6;
export const STANDARD_ERROR = 5e-3;
export const MATCHED_ERROR = 1e-5;

/** Collects comparisons and prints one line per case with its worst deviation. */
export class Report {
  private readonly worst = new Map<string, { deviation: number; tolerance: number; values: number; at: string }>();
  private failures = 0;

  /** Relative to the reference, absolute where the reference is smaller than `floor`. */
  compare(name: string, actual: number, expected: number, tolerance: number, label = '', floor = 1e-3): void {
    const deviation = Math.abs(actual - expected) / Math.max(Math.abs(expected), floor);
    const failed = !(deviation <= tolerance);
    this.failures += failed ? 1 : 0;
    if (failed) {
      console.log(`  MISS ${name} ${label}: ${actual} instead of ${expected} (${deviation.toExponential(1)})`);
    }
    const held = this.worst.get(name) ?? { deviation: 0, tolerance, values: 0, at: '' };
    const worse = !(deviation <= held.deviation);
    this.worst.set(name, {
      deviation: worse ? deviation : held.deviation,
      tolerance: Math.max(tolerance, held.tolerance),
      values: held.values + 1,
      at: worse ? label : held.at,
    });
  }

  /** Prints the table; returns the process exit code. */
  finish(): number {
    for (const [name, { deviation, tolerance, values }] of this.worst) {
      const verdict = deviation <= tolerance ? 'ok  ' : 'MISS';
      console.log(`${verdict} ${name}: ${values} values, worst ${deviation.toExponential(1)} (allowed ${tolerance.toExponential(0)})`);
    }
    console.log(this.failures === 0 ? 'all reference answers reached' : `${this.failures} values missed`);
    return this.failures === 0 ? 0 : 1;
  }
}
