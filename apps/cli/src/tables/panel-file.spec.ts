import { NEVER_TREATED } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import { panelHeader, TestFiles } from '../testing/files.js';
import { type PanelColumns, readPanel } from './panel-file.js';

const columns: PanelColumns = { unit: 'hall', time: 'month_index', count: 'complaints', exposure: 'counter_tx', firstTreated: 'first_trained_index' };
let files: TestFiles;

beforeAll(async () => {
  files = await TestFiles.make();
});
afterAll(() => files.remove());

const failureOf = async (lines: string[], wanted: PanelColumns = columns): Promise<CommandFailure> => {
  const path = await files.write('broken.csv', lines);
  return readPanel(path, wanted).then(
    () => {
      throw new Error('the file was taken');
    },
    (error: unknown) => error as CommandFailure,
  );
};

describe('a panel file', () => {
  it('is read by the titles of its columns, in any order, with 0 or nothing for never', async () => {
    const path = await files.write('panel.csv', ['counter_tx,x,hall,month_index,first_trained_index,complaints', '100,?,东湖厅,1,0,3', '', '90.5,?,北桥厅,1,5,0', '80,?,东湖厅,2,,1']);
    const panel = await readPanel(path, columns);
    expect(panel.unitNames).toEqual(['东湖厅', '北桥厅']);
    expect([...panel.unit]).toEqual([0, 1, 0]);
    expect([...panel.firstTreated]).toEqual([NEVER_TREATED, 5, NEVER_TREATED]);
    expect([...panel.exposure]).toEqual([100, 90.5, 80]);
    expect(panel).not.toHaveProperty('cluster');
  });

  it('finds the first treated period in a column of 0 and 1, whatever the order of the rows', async () => {
    const path = await files.write('dummy.csv', ['h,t,y,n,D', 'a,3,1,10,1', 'a,1,1,10,0', 'a,2,1,10,1', 'b,1,1,10,0', 'b,2,1,10,0']);
    const panel = await readPanel(path, { unit: 'h', time: 't', count: 'y', exposure: 'n', treated: 'D' });
    expect([...panel.firstTreated]).toEqual([2, 2, 2, NEVER_TREATED, NEVER_TREATED]);
  });

  it.each<[string, string[], string, number, string]>([
    ['a count below 0', ['a,1,-1,100,0'], 'below-zero', 2, 'complaints'],
    ['half a complaint', ['a,1,1,100,0', 'a,2,0.5,100,0'], 'not-whole', 3, 'complaints'],
    ['a word for a number', ['a,1,1,many,0'], 'not-a-number', 2, 'counter_tx'],
    ['an empty cell', ['a,1,,100,0'], 'empty-cell', 2, 'complaints'],
    ['a hall without a name', [',1,1,100,0'], 'empty-cell', 2, 'hall'],
    ['a month twice', ['a,1,1,100,0', 'b,1,1,100,0', 'a,1,2,100,0'], 'duplicate-row', 4, 'month_index'],
    ['two first months of one hall', ['a,1,1,100,0', 'a,2,1,100,7'], 'varies-within-unit', 3, 'first_trained_index'],
    ['complaints without transactions', ['a,1,1,0,0'], 'no-exposure', 2, 'counter_tx'],
    ['a calendar month for a running number', ['a,202401,1,100,0'], 'not-running', 2, 'month_index'],
    ['a calendar month of training', ['a,1,1,100,202401'], 'not-running', 2, 'first_trained_index'],
  ])('with %s names the row, the column and what is wrong', async (_, lines, code, row, column) => {
    const failure = await failureOf([panelHeader, ...lines]);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ exitCode: 1, facts: { code, row, column } });
    expect(failure.message).toContain(`row ${row}, column "${column}"`);
  });

  it('names a treatment that ends, a cluster that changes, and a title that is not there', async () => {
    const base = { unit: 'h', time: 't', count: 'y', exposure: 'n' };
    expect((await failureOf(['h,t,y,n,D', 'a,1,1,10,0', 'a,2,1,10,1', 'a,3,1,10,0'], { ...base, treated: 'D' })).facts).toEqual({ code: 'treatment-ends', row: 4, column: 'D' });
    expect((await failureOf(['h,t,y,n,D', 'a,1,1,10,2'], { ...base, treated: 'D' })).facts).toMatchObject({ code: 'not-zero-or-one', row: 2 });
    expect((await failureOf(['h,t,y,n,c', 'a,1,1,10,west', 'a,2,1,10,east'], { ...base, cluster: 'c' })).facts).toEqual({ code: 'varies-within-unit', row: 3, column: 'c' });
    const missing = await failureOf(['h,t,y', 'a,1,1'], base);
    expect(missing.facts).toMatchObject({ code: 'column-missing', column: 'n' });
    expect(missing.message).toContain('It has: h, t, y');
  });

  it('that is none, or has no rows, is refused in words', async () => {
    await expect(readPanel('no-such-file.csv', columns)).rejects.toMatchObject({ exitCode: 1, facts: { code: 'file-unreadable' } });
    expect((await failureOf([panelHeader])).facts.code).toBe('no-rows');
    expect((await failureOf([''])).facts.code).toMatch(/empty/);
  });
});
