import { directoryDatabase } from '@skillhall/directory/server';
import { addMonths, type CivilMonth, monthIndex, newId } from '@skillhall/kernel';
import { copyIntegers, createDataSource, Database, packedPairs, platformDatabase, type Transaction } from '@skillhall/platform/database';
import { createTestDatabase, type TestDatabase } from '@skillhall/platform/testing';
import type { DataSource } from 'typeorm';
import { type ComplaintClass, complaintClasses } from '../../domain/index.js';
import { CountPanel } from './count-panel.js';
import { complaintsDatabase } from './database-part.js';

const parts = [platformDatabase, directoryDatabase, complaintsDatabase];
const first = '2025-03' as CivilMonth;
const reason = 'a test looks at everything';

interface Hall {
  readonly id: string;
  readonly path: string;
}

describe('the panel of the registers', () => {
  let test: TestDatabase;
  let source: DataSource;
  let database: Database;
  const halls: Hall[] = ['00010001', '00010002', '00010003', '00020001', '00010004'].map((path) => ({ id: newId(), path }));

  /** Uneven on purpose: halls that open late, close early, skip a month, or never report. */
  async function arrange(tx: Transaction): Promise<void> {
    for (const path of ['0001', '0002']) await tx.query(`insert into directory.unit (id, code, name, type, path) values ($1, $2, $2, 'county', $2)`, [newId(), path]);
    for (const { id, path } of halls) await tx.query(`insert into directory.unit (id, code, name, type, path) values ($1, $2, $2, 'hall', $2)`, [id, path]);
    let number = 0;
    for (const [at, { id, path }] of halls.entries())
      for (let month = 0; month < 14; month++) {
        const day = `${addMonths(first, month)}-01`;
        const reports = at < 4 && !(at === 1 && month < 4) && !(at === 2 && (month === 6 || month > 11));
        if (reports) await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions) values ($1, $2, $3, $4)', [id, path, day, month === 9 && at === 0 ? 0 : 100 * (at + 1) + month]);
        for (let k = 0; k < (at * 7 + month * 5) % 9; k++)
          await tx.query(
            `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash, substantiated) values ($1, $2, $3, $4, $5::date + $6::int, $7, '', '\\x00', $8)`,
            [newId(), `N${number++}`, id, path, day, k * 3, complaintClasses[(k + month) % 5], [true, false, null][(k + at) % 3]],
          );
      }
  }

  beforeAll(async () => {
    test = await createTestDatabase(parts);
    source = await createDataSource(parts, { url: test.url }).initialize();
    database = new Database(source);
    await database.asSystem('a test arranges its data', arrange);
  });
  afterAll(async () => {
    await source.destroy();
    await test.drop();
  });

  /** One question for each cell. */
  async function slowly(tx: Transaction, { id }: Hall, month: CivilMonth, classes: readonly ComplaintClass[], substantiatedOnly: boolean): Promise<[number, number]> {
    const [volume] = (await tx.query(`select transactions from complaints.hall_month where unit_id = $1 and month = $2`, [id, `${month}-01`])) as [{ transactions: number }?];
    const rows = (await tx.query(`select class, substantiated from complaints.complaint where unit_id = $1 and to_char(received_at, 'YYYY-MM') = $2`, [id, month])) as { class: ComplaintClass; substantiated: boolean | null }[];
    return [volume?.transactions ?? 0, rows.filter((row) => classes.includes(row.class) && (!substantiatedOnly || row.substantiated === true)).length];
  }

  it.each([['filed', false], ['substantiated', true]])('holds in each cell what one question by itself finds (%s)', async (_, substantiatedOnly) => {
    const classes: ComplaintClass[][] = [['service', 'business'], ['outage', 'supplyQuality'], ['service']];
    await database.asSystem(reason, async (tx) => {
      const panel = await new CountPanel().read(tx, { path: '0001', classes, substantiatedOnly });
      expect(panel.hallPaths).toEqual(['00010001', '00010002', '00010003']);
      expect(panel).toMatchObject({ hallIds: halls.slice(0, 3).map(({ id }) => id), firstMonth: monthIndex(first), months: 14 });
      for (let hall = 0; hall < 3; hall++)
        for (let month = 0; month < 14; month++)
          for (const [group, names] of classes.entries()) {
            const cell = hall * 14 + month;
            expect([panel.transactions[cell], panel.counts[group]![cell]]).toEqual(await slowly(tx, halls[hall]!, addMonths(first, month), names, substantiatedOnly));
          }
    });
  });

  it('is empty where nothing was reported, and takes a path as nothing but a text', async () => {
    await database.asSystem(reason, async (tx) => {
      for (const path of ['00010004', '0009', `0001' or '1' = '1`]) expect(await new CountPanel().read(tx, { path, classes: [['service']], substantiatedOnly: false })).toMatchObject({ hallIds: [], months: 0 });
      const whole = await new CountPanel().read(tx, { path: '', classes: [[]], substantiatedOnly: false });
      expect(whole.hallPaths).toHaveLength(4);
      expect(whole.counts[0]!.every((count) => count === 0)).toBe(true);
    });
  });

  it('stands behind the walls of who reads it', async () => {
    const actor = { accountId: newId(), personId: null, unitPath: '0002', name: '经理', grants: [{ role: 'manager' as const, unitId: newId(), path: '0002' }] };
    const seen = await database.asActor(actor, 'complaint.read', (tx) => new CountPanel().read(tx, { path: '', classes: [['service']], substantiatedOnly: false }));
    expect(seen.hallPaths).toEqual(['00020001']);
  });

  it('is carried by integers, many in one column where they are packed, and says when a column holds none', async () => {
    const read = async (query: string, columns: number): Promise<number[][][]> => {
      const rows: number[][][] = [];
      await database.asSystem(reason, (tx) => copyIntegers(tx, query, columns, (row) => void rows.push(row.map((values) => [...values]))));
      return rows;
    };
    const packed = await read(`select g, ${packedPairs('-n', 'n')} from (select n, n % 3 as g from generate_series(1, 50000) n) as r group by g order by g`, 2);
    expect(packed.map(([group]) => group)).toEqual([[0], [1], [2]]);
    for (const [group, pairs] of packed) expect(pairs).toEqual(Array.from({ length: 50_000 }, (_, at) => at + 1).filter((n) => n % 3 === group![0]).flatMap((n) => [-n, n]));
    expect(await read('select 1::int where false', 1)).toEqual([]);
    await expect(read('select 1::int, null::int', 2)).rejects.toThrow(/no integers/);
    await expect(read(`select 'abc'::text`, 1)).rejects.toThrow(/no integers/);
    await expect(read('select 1::int', 2)).rejects.toThrow(/not 2/);
    await expect(read('select 1 / 0', 1)).rejects.toThrow(/division/);
    // What nobody takes any more does not stay in the way of the next question.
    await database.asSystem(reason, async (tx) => {
      await expect(copyIntegers(tx, 'select n::int from generate_series(1, 300000) n', 2, () => {})).rejects.toThrow(/not 2/);
      expect(await tx.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });
});
