import { counterClasses } from '@skillhall/complaints/domain';
import { type CountedPanel, CountPanel } from '@skillhall/complaints/server';
import { type CivilMonth, monthIndex } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { defineJob, type JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type NodeMonths, rateAlert, sumAlert, Thresholds } from '../../domain/index.js';
import { AlertRepository, type RaisedAlert } from '../data/alert.repository.js';

const payload = z.object({});
const reason = 'the charts of all nodes are looked at in the night';
/** Figures come in late, but what happened longer ago, as at a hall that was closed, is no news. */
const latestMonths = 3;
/** Halls looked at before other work has its turn. */
const batch = 500;

/** Looks at the latest month of every node: single halls by their sums, nodes above by their rates. */
@Injectable()
export class RaiseAlertsJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'impact.raise-alerts', payload, cron: '23 4 * * *' });

  constructor(
    private readonly database: Database,
    private readonly counts: CountPanel,
    private readonly alerts: AlertRepository,
  ) {}

  run(): Promise<void> {
    return this.raise();
  }

  /** As tonight; with `until` as in the nights when that was the last month with figures. */
  async raise(until?: CivilMonth): Promise<void> {
    const { panel: whole, nodes } = await this.database.asSystem(reason, async (tx) => ({
      panel: await this.counts.read(tx, { path: '', classes: [counterClasses], substantiatedOnly: false }),
      nodes: await this.nodes(tx),
    }));
    const end = until ? monthIndex(until) + 1 : whole.firstMonth + whole.months;
    const panel = before(whole, end);
    const found = [...ratesOf(panel, nodes), ...(await sumsOf(panel))].filter(({ month }) => monthIndex(month) >= end - latestMonths);
    await this.database.asSystem(reason, (tx) => this.alerts.raise(tx, found));
  }

  private nodes(tx: Transaction): Promise<{ id: string; path: string }[]> {
    return tx.query(`select id, path from directory.unit where type <> 'hall' and closed_on is null order by path`);
  }
}

/** The panel as if nothing had been reported from `end` on. */
function before(panel: CountedPanel, end: number): CountedPanel {
  const { firstMonth, months } = panel;
  return end >= firstMonth + months ? panel : { ...panel, transactions: panel.transactions.map((value, cell) => (firstMonth + (cell % months) < end ? value : 0)) };
}

/** Months of everything below each node, added up from the halls. */
function ratesOf(panel: CountedPanel, nodes: readonly { id: string; path: string }[]): RaisedAlert[] {
  const sums = new Map(nodes.map(({ path }) => [path, { complaints: new Float64Array(panel.months), transactions: new Float64Array(panel.months) }]));
  panel.hallPaths.forEach((path, hall) => {
    // Four characters a level: the nodes above, not the hall itself.
    for (let length = 4; length < path.length; length += 4) {
      const sum = sums.get(path.slice(0, length));
      for (let month = 0; sum && month < panel.months; month++) {
        const cell = hall * panel.months + month;
        if (panel.transactions[cell]! <= 0) continue;
        sum.transactions[month]! += panel.transactions[cell]!;
        sum.complaints[month]! += panel.counts[0]![cell]!;
      }
    }
  });
  return nodes.flatMap((unit) => {
    const alert = rateAlert({ firstMonth: panel.firstMonth, ...sums.get(unit.path)! });
    return alert ? [{ ...alert, unit }] : [];
  });
}

async function sumsOf(panel: CountedPanel): Promise<RaisedAlert[]> {
  const { hallIds, hallPaths, months, firstMonth, transactions } = panel;
  const counts = panel.counts[0]!;
  const common = Float64Array.from({ length: months }, (_, month) => commonRate(panel, month));
  const thresholds = new Thresholds();
  const found: RaisedAlert[] = [];
  for (let hall = 0; hall < hallIds.length; hall++) {
    if (hall % batch === batch - 1) await new Promise((resolve) => setImmediate(resolve));
    const part = (values: Int32Array): Int32Array => values.subarray(hall * months, (hall + 1) * months);
    const own: NodeMonths = { firstMonth, complaints: part(counts), transactions: part(transactions) };
    const alert = sumAlert(own, common, thresholds);
    if (alert) found.push({ ...alert, unit: { id: hallIds[hall]!, path: hallPaths[hall]! } });
  }
  return found;
}

function commonRate({ hallIds, months, transactions, counts }: CountedPanel, month: number): number {
  let [complaints, all] = [0, 0];
  for (let cell = month; cell < hallIds.length * months; cell += months) {
    if (transactions[cell]! <= 0) continue;
    complaints += counts[0]![cell]!;
    all += transactions[cell]!;
  }
  return all > 0 ? complaints / all : 0;
}
