import type { Parser } from '../cells.js';
import type { Cell } from '../table.js';

/** The value, or the error code with `!` before it, so that one table can hold both. */
export function readCell<T>(parse: Parser<T>, cell: Cell): T | string {
  const result = parse(cell);
  return result.ok ? result.value : `!${result.error}`;
}

/** The text in full-width characters. */
export const wide = (plain: string): string =>
  plain.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
