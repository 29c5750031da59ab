import { type Actor, newId } from '@skillhall/kernel';
import { directoryDatabase } from '@skillhall/directory/server';
import { createDataSource, Database, platformDatabase } from '@skillhall/platform/database';
import { createTestDatabase, type TestDatabase } from '@skillhall/platform/testing';
import type { DataSource } from 'typeorm';
import { ComplaintRepository } from './complaint.repository.js';
import { complaintsDatabase } from './database-part.js';
import { MonthRepository } from './month.repository.js';

const parts = [platformDatabase, directoryDatabase, complaintsDatabase];
const [east, west] = ['00010001', '00010002'];

describe('the walls around complaints', () => {
  let test: TestDatabase;
  let source: DataSource;
  let database: Database;

  beforeAll(async () => {
    test = await createTestDatabase(parts);
    source = await createDataSource(parts, { url: test.url }).initialize();
    database = new Database(source);
    await database.asSystem('a test arranges its data', async (tx) => {
      for (const path of ['0001', east, west])
        await tx.query('insert into directory.unit (id, code, name, type, path) values ($1, $2, $2, $3, $2)', [newId(), path, path === '0001' ? 'city' : 'hall']);
      for (const [path, number] of [[east, 'E1'], [east, 'E2'], [west, 'W1']])
        await tx.query(
          `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash)
           select $1, $2, id, path, '2025-03-02 10:00', 'service', '态度', '\\x00' from directory.unit where path = $3`,
          [newId(), number, path],
        );
      await tx.query(`insert into complaints.hall_month (unit_id, unit_path, month, transactions) select id, path, '2025-03-01', 1000 from directory.unit where type = 'hall'`);
    });
  });

  afterAll(async () => {
    await source.destroy();
    await test.drop();
  });

  const manager = (path: string): Actor => ({ accountId: newId(), personId: null, unitPath: path, name: '经理', grants: [{ role: 'manager', unitId: newId(), path }] });
  const everything = [''];

  it('hide rows of other units even from a query that forgets the scope', async () => {
    await database.asActor(manager(east), 'complaint.read', async (tx) => {
      const found = (await tx.query('select order_number as number from complaints.complaint order by 1')) as { number: string }[];
      expect(found.map(({ number }) => number)).toEqual(['E1', 'E2']);
      expect(await tx.query('select count(*)::int as n from complaints.hall_month')).toEqual([{ n: 1 }]);
      expect((await new ComplaintRepository().page(tx, everything, {}, { offset: 0, limit: 10 })).totalCount).toBe(2);
      expect(await new MonthRepository().unitMonths(tx, everything, '')).toMatchObject([{ month: '2025-03', transactions: 1000, complaints: 2 }]);
    });
  });

  it('are doubled by the scope in the query', async () => {
    await database.asSystem('a test looks without the walls', async (tx) => {
      expect((await new ComplaintRepository().page(tx, [west], {}, { offset: 0, limit: 10 })).nodes.map(({ orderNumber }) => orderNumber)).toEqual(['W1']);
      expect((await new MonthRepository().hallMonths(tx, [west], '', {}, { offset: 0, limit: 10 })).totalCount).toBe(1);
      expect((await new MonthRepository().panel(tx, [], '')).length).toBe(0);
    });
  });

  it('let nobody who works for a person write, or read the key of the hashes', async () => {
    const refused = (statement: string): Promise<unknown> => database.asActor(manager(east), 'complaint.manage', (tx) => tx.query(statement));
    await expect(refused(`update complaints.complaint set text = ''`)).rejects.toThrow(/permission denied/);
    await expect(refused('delete from complaints.hall_month')).rejects.toThrow(/permission denied/);
    await expect(refused('select key from complaints.fingerprint_key')).rejects.toThrow(/permission denied/);
  });

  it('keep the path of a complaint when its unit moves', async () => {
    await database.asSystem('a test moves a unit', async (tx) => {
      await tx.query(`update directory.unit set path = '00010009' where path = $1`, [west]);
      expect(await tx.query(`select unit_path as path from complaints.complaint where order_number = 'W1'`)).toEqual([{ path: '00010009' }]);
      await tx.query(`update directory.unit set path = $1 where path = '00010009'`, [west]);
    });
  });
});
