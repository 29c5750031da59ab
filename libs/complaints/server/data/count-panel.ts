import { type CivilMonth, monthIndex } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { ComplaintClass } from '../../domain/index.js';

export interface CountOrder {
  /** The node; its halls and all below. */
  readonly path: string;
  /** Each is counted by itself; a complaint counts wherever its class is named. */
  readonly classes: readonly (readonly ComplaintClass[])[];
  readonly substantiatedOnly: boolean;
}

/** Volumes and counts as rectangles of halls × months, cell hall · months + month. */
export interface CountedPanel {
  readonly hallIds: string[];
  readonly hallPaths: string[];
  /** Months since year 0. */
  readonly firstMonth: number;
  readonly months: number;
  /** 0 = nothing reported. */
  readonly transactions: Int32Array;
  readonly counts: readonly Int32Array[];
}

// One text for each hall: a hundredth of the rows to carry, and no sorting.
const volumes = `select unit_id as "unitId", unit_path as "unitPath", string_agg(to_char(month, 'YYYYMM') || ':' || transactions, ',') as cells
  from complaints.hall_month where unit_path >= $1 and unit_path < $1 || '~' and transactions > 0 group by unit_id, unit_path order by unit_path`;

const complaints = `select unit_id as "unitId", string_agg(to_char(month, 'YYYYMM') || ':' || class || ':' || number, ',') as cells
  from (select unit_id, month, class, count(*) as number from complaints.complaint
    where unit_path >= $1 and unit_path < $1 || '~' and class = any($2) and (not $3 or substantiated) group by unit_id, month, class) as counted
  group by unit_id`;

const monthNumber = (text: string): number => monthIndex(`${text.slice(0, 4)}-${text.slice(4)}` as CivilMonth);

/** The registers as a panel, for estimates over everything below a node. Runs in the scope of `tx`. */
@Injectable()
export class CountPanel {
  async read(tx: Transaction, { path, classes, substantiatedOnly }: CountOrder): Promise<CountedPanel> {
    const halls = (await tx.query(volumes, [path])) as { unitId: string; unitPath: string; cells: string }[];
    const known = new Map<string, number>();
    const month = (text: string): number => {
      const number = known.get(text) ?? monthNumber(text);
      known.set(text, number);
      return number;
    };
    const cells = halls.map(({ cells: text }) => text.split(',').map((cell) => [month(cell.slice(0, 6)), Number(cell.slice(7))] as const));
    const [first, last] = [Math.min(...known.values()), Math.max(...known.values())];
    const months = halls.length ? last - first + 1 : 0;
    const panel = {
      ...{ hallIds: halls.map(({ unitId }) => unitId), hallPaths: halls.map(({ unitPath }) => unitPath), firstMonth: halls.length ? first : 0, months },
      transactions: new Int32Array(halls.length * months),
      counts: classes.map(() => new Int32Array(halls.length * months)),
    };
    cells.forEach((row, hall) => row.forEach(([at, transactions]) => (panel.transactions[hall * months + at - first] = transactions)));
    const rows = halls.length ? ((await tx.query(complaints, [path, [...new Set(classes.flat())], substantiatedOnly])) as { unitId: string; cells: string }[]) : [];
    this.count(panel, classes, rows, month);
    return panel;
  }

  /** Complaints of units that never reported volumes, or of months outside, have no place. */
  private count(panel: CountedPanel, classes: CountOrder['classes'], rows: readonly { unitId: string; cells: string }[], month: (text: string) => number): void {
    const halls = new Map(panel.hallIds.map((id, hall) => [id, hall]));
    const places = new Map<string, Int32Array[]>();
    classes.forEach((group, at) => group.forEach((name) => places.set(name, [...(places.get(name) ?? []), panel.counts[at]!])));
    for (const { unitId, cells } of rows) {
      const hall = halls.get(unitId);
      if (hall === undefined) continue;
      for (const cell of cells.split(',')) {
        const [text, name, number] = cell.split(':') as [string, string, string];
        const at = month(text) - panel.firstMonth;
        if (at < 0 || at >= panel.months) continue;
        for (const counts of places.get(name)!) counts[hall * panel.months + at]! += Number(number);
      }
    }
  }
}
