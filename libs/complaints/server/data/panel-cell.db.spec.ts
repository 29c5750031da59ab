import { directoryDatabase } from '@skillhall/directory/server';
import { newId } from '@skillhall/kernel';
import { createDataSource, Database, platformDatabase, type Transaction } from '@skillhall/platform/database';
import { createTestDatabase, type TestDatabase } from '@skillhall/platform/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type ComplaintClass, complaintClasses } from '../../domain/index.js';
import { CountPanel } from './count-panel.js';
import { complaintsDatabase } from './database-part.js';
import { countOf } from './panel-cell.js';

const parts = [platformDatabase, directoryDatabase, complaintsDatabase];
const reason = 'a test looks at everything';
const units = ['0001', '00010001', '00010002', '00020001'].map((path) => ({ id: newId(), path }));

type Numbers = Record<string, number>;

/** All cells that hold anything. */
const kept = (tx: Transaction): Promise<Numbers[]> =>
  tx.query(`select unit_id, unit_path, month::text, transactions, ${complaintClasses.flatMap((name) => [countOf([name], false), countOf([name], true)]).join(', ')}
    from complaints.panel_cell c where transactions <> 0 or ${countOf(complaintClasses, false)} <> 0 order by unit_id, month`);

/** The same from the registers, one complaint at a time. */
async function counted(tx: Transaction): Promise<Numbers[]> {
  const cells = new Map<string, Record<string, unknown>>();
  const cell = ({ id, path, month }: { id: string; path: string; month: string }): Numbers => {
    const none = Object.fromEntries(complaintClasses.flatMap((name) => [countOf([name], false), countOf([name], true)]).map((column) => [column.slice(2), 0]));
    if (!cells.has(id + month)) cells.set(id + month, { unit_id: id, unit_path: path, month, transactions: 0, ...none });
    return cells.get(id + month) as Numbers;
  };
  type Row = { id: string; path: string; month: string };
  for (const row of (await tx.query(`select unit_id as id, unit_path as path, month::text, transactions from complaints.hall_month where transactions > 0`)) as (Row & { transactions: number })[]) cell(row)['transactions'] = row.transactions;
  for (const row of (await tx.query(`select unit_id as id, unit_path as path, to_char(received_at, 'YYYY-MM-01') as month, class, substantiated from complaints.complaint`)) as (Row & { class: ComplaintClass; substantiated: boolean | null })[])
    for (const substantiated of row.substantiated ? [false, true] : [false]) cell(row)[countOf([row.class], substantiated).slice(2)]!++;
  return [...cells.values()].toSorted((a, b) => (`${String(a['unit_id'])}${String(a['month'])}` < `${String(b['unit_id'])}${String(b['month'])}` ? -1 : 1)) as Numbers[];
}

interface Complaint {
  readonly number: number;
  readonly unit: number;
  readonly day: number;
  readonly class: ComplaintClass;
  readonly substantiated: boolean | null;
}
type Step = (tx: Transaction) => Promise<unknown>;

const unit = fc.nat(units.length - 1);
const complaint = fc.record<Complaint>({ number: fc.nat(30), unit, day: fc.nat(120), class: fc.constantFrom(...complaintClasses), substantiated: fc.option(fc.boolean()) });
const some = fc.integer({ min: 2, max: 4 });

/** What imports and corrections do to the registers, many rows in one statement. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(complaint, { minLength: 1, maxLength: 12 }).map((list): Step => (tx) => {
    const rows = [...new Map(list.map((row) => [row.number, row])).values()];
    return tx.query(
      `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash, substantiated)
       select gen_random_uuid(), r.number::text, u.id, u.path, date '2025-01-10' + r.day, r.class, '', '\\x00', r.substantiated
       from jsonb_to_recordset($1) as r (number int, unit int, day int, class text, substantiated boolean) join directory.unit u on u.id = ($2::uuid[])[r.unit + 1]
       on conflict (order_number) do update set unit_id = excluded.unit_id, unit_path = excluded.unit_path, received_at = excluded.received_at, class = excluded.class, substantiated = excluded.substantiated`,
      [JSON.stringify(rows), units.map(({ id }) => id)],
    );
  }),
  fc.tuple(some, fc.constantFrom(...complaintClasses)).map(([every, name]): Step => (tx) => tx.query('update complaints.complaint set class = $2, substantiated = true where order_number::int % $1 = 0', [every, name])),
  some.map((every): Step => (tx) => tx.query(`update complaints.complaint set received_at = received_at + interval '1 month' where order_number::int % $1 = 1`, [every])),
  some.map((every): Step => (tx) => tx.query('delete from complaints.complaint where order_number::int % $1 = 0', [every])),
  fc.tuple(unit, fc.nat(4), fc.nat(500)).map(([at, first, volume]): Step => (tx) =>
    tx.query(
      `insert into complaints.hall_month (unit_id, unit_path, month, transactions)
       select id, path, date '2025-01-01' + m * interval '1 month', $3 * (m % 3) from directory.unit, generate_series($2::int, 5) as m where id = $1
       on conflict (unit_id, month) do update set transactions = excluded.transactions`,
      [units[at]!.id, first, volume],
    ),
  ),
  unit.map((at): Step => (tx) => tx.query('delete from complaints.hall_month where unit_id = $1 and month < $2', [units[at]!.id, '2025-03-01'])),
  // All below goes with it, as when a county is moved.
  fc.constantFrom('0001', '0003').map((to): Step => (tx) => tx.query(`update directory.unit set path = $1 || substr(path, 5) where starts_with(path, '0001') or starts_with(path, '0003')`, [to])),
);

describe('the cells of panels', () => {
  let test: TestDatabase;
  let source: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await createTestDatabase(parts);
    source = await createDataSource(parts, { url: test.url }).initialize();
    database = new Database(source);
    await database.asSystem(reason, async (tx) => {
      for (const { id, path } of units) await tx.query('insert into directory.unit (id, code, name, type, path) values ($1, $2, $2, $3, $2)', [id, path, path === '0001' ? 'county' : 'hall']);
    });
  });
  afterAll(async () => {
    await source.destroy();
    await test.drop();
  });

  it('hold after every change of the registers what counting everything anew finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) =>
        database.asSystem(reason, async (tx) => {
          for (const change of steps) {
            await change(tx);
            expect(await kept(tx)).toEqual(await counted(tx));
          }
          await tx.query('truncate complaints.complaint, complaints.hall_month');
          expect(await kept(tx)).toEqual([]);
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('give the panel that the sum over all complaints gives', async () => {
    const groups = fc.array(fc.uniqueArray(fc.constantFrom(...complaintClasses)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), groups, fc.boolean(), fc.constantFrom('', '0001', '0003', '00020001'), (steps, classes, substantiatedOnly, path) =>
        database.asSystem(reason, async (tx) => {
          for (const change of steps) await change(tx);
          const panel = await new CountPanel().read(tx, { path, classes, substantiatedOnly });
          const read = panel.hallIds.flatMap((id, hall) =>
            Array.from({ length: panel.months }, (_, month) => {
              const cell = hall * panel.months + month;
              return { id, month: panel.firstMonth + month, transactions: panel.transactions[cell]!, counts: panel.counts.map((values) => values[cell]!) };
            }),
          );
          expect(read).toEqual(await summed(tx, path, classes, substantiatedOnly));
          await tx.query('truncate complaints.complaint, complaints.hall_month');
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('are the same when they are counted anew, and are nothing that a person may write or count', async () => {
    const actor = { accountId: newId(), personId: null, unitPath: '0001', name: '经理', grants: [{ role: 'manager' as const, unitId: newId(), path: '0001' }] };
    await database.asSystem(reason, async (tx) => {
      for (const change of fc.sample(step, { seed: 7, numRuns: 12 })) await change(tx);
      const before = await kept(tx);
      expect(before.length).toBeGreaterThan(0);
      await tx.query('select complaints.count_panel()');
      expect(await kept(tx)).toEqual(before);
    });
    for (const statement of ['update complaints.panel_cell set service = 0', 'delete from complaints.panel_cell', 'select complaints.count_panel()'])
      await expect(database.asActor(actor, 'complaint.read', (tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
  });
});

/** Every hall that reported with every month between the first and the last, by the registers themselves. */
function summed(tx: Transaction, path: string, classes: readonly (readonly ComplaintClass[])[], substantiatedOnly: boolean): Promise<unknown[]> {
  const counts = classes.map((_, at) => `(count(c.id) filter (where c.class = any(string_to_array($${at + 3}, ','))))::int`);
  return tx.query(
    `with reported as (select * from complaints.hall_month where transactions > 0 and starts_with(unit_path, $1)),
       hall as (select distinct unit_id, unit_path from reported),
       month as (select m::date as month from (select min(month) as first, max(month) as last from reported) as s, generate_series(s.first, s.last, interval '1 month') as m)
     select h.unit_id as id, (extract(year from m.month) * 12 + extract(month from m.month) - 1)::int as month, coalesce(r.transactions, 0) as transactions, array[${counts.join(', ')}] as counts
     from hall h cross join month m left join reported r on r.unit_id = h.unit_id and r.month = m.month
     left join complaints.complaint c on c.unit_id = h.unit_id and c.month = m.month and (c.substantiated or not $2)
     group by h.unit_id, h.unit_path, m.month, r.transactions order by h.unit_path, m.month`,
    [path, substantiatedOnly, ...classes.map((names) => names.join(','))],
  );
}
