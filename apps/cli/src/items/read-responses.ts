import { readCells } from '../tables/read-rows.js';
import { shown } from '../tables/row.js';
import { LongLayout, longColumns } from './long-layout.js';
import type { ReadOptions, Responses } from './responses.js';
import { WideLayout } from './wide-layout.js';

/** Reads the marks of a test from CSV or XLSX: one row an attempt, or one row a response; the header tells which. */
export async function readResponses(path: string, options: ReadOptions): Promise<Responses> {
  let layout: WideLayout | LongLayout | undefined;
  await readCells(path, (header) => {
    const titles = header.map(shown);
    const long = longColumns(titles, options.idColumn);
    const chosen = (layout = long ? new LongLayout(titles, long, options) : new WideLayout(titles, options));
    return (row, cells) => chosen.add(row, cells);
  });
  return layout!.build();
}
