import exceljs from 'exceljs';
import { join } from 'node:path';
import { CommandFailure } from '../failure.js';
import { TestFiles } from '../testing/files.js';
import { type Ran, runCommand, runForJson } from '../testing/run-command.js';
import { addItemCommands } from './items.js';
import type { ItemReport } from './report.js';

/** Four attempts at three items: totals 3, 2, 1, 0. */
const small = ['id,q1,q2,q3', 'a,1,1,1', 'b,1,1,0', 'c,1,0,0', 'd,0,0,0'];
let files: TestFiles;

beforeAll(async () => {
  files = await TestFiles.make();
});
afterAll(() => files.remove());

let count = 0;
const write = (lines: readonly string[]): Promise<string> => files.write(`responses-${++count}.csv`, lines);
const analyse = async (lines: readonly string[], ...parameters: string[]): Promise<Ran> => runCommand(addItemCommands, 'items', 'analyse', '--responses', await write(lines), ...parameters);
const report = async (lines: readonly string[], ...parameters: string[]): Promise<ItemReport> => runForJson(addItemCommands, 'items', 'analyse', '--responses', await write(lines), ...parameters);
const failure = async (lines: readonly string[], ...parameters: string[]): Promise<CommandFailure> => {
  const { error } = await analyse(lines, ...parameters);
  expect(error).toBeInstanceOf(CommandFailure);
  return error as CommandFailure;
};

describe('skillhall items analyse', () => {
  it('prints figures of the test and of every item by Moodle’s formulas, worked by hand', async () => {
    const { test, items, read } = await report(small);
    expect(read).toEqual({ layout: 'wide', idColumn: 'id', ignoredColumns: [], maximumFrom: 'largest-seen', comparedBy: 'marks', notSeen: 0 });
    expect(test).toMatchObject({ attempts: 4, items: 3, maximum: 3, complete: true, mean: 1.5, median: 1.5, meanPercent: 50, medianPercent: 50 });
    expect(test.standardDeviation).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(test.standardDeviationPercent).toBeCloseTo((100 * Math.sqrt(5 / 3)) / 3, 10);
    expect([test.cronbachAlpha, test.cronbachAlphaPercent, test.errorRatio].map((value) => value!.toFixed(6))).toEqual(['0.750000', '75.000000', '50.000000']);
    expect(test.standardError).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
    expect(test.kurtosis).toBeCloseTo(-1.2, 12);
    expect(items.map(({ item, facility, facilityPercent, attempts }) => [item, facility, facilityPercent, attempts])).toEqual([['q1', 0.75, 75, 4], ['q2', 0.5, 50, 4], ['q3', 0.25, 25, 4]]);
    expect(items[1]!.standardDeviation).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(items[1]!.discriminationIndex).toBeCloseTo(100 / Math.sqrt(2), 10);
    expect(items[1]!.discriminativeEfficiency).toBeCloseTo(100, 10);
    expect(items[1]!.pointBiserial).toBeCloseTo(1 / Math.sqrt(2), 12);
    expect(items[1]).toMatchObject({ randomGuessScore: null, upperLower: 1, maximum: 1, exposure: 1 });
    expect(items[1]!.flags).toEqual([{ reason: 'too-few-attempts', value: 4, limit: 30, text: '只有 4 份答卷，少于 30 份，以下数字仅供参考' }]);
    expect(items[0]).not.toHaveProperty('options');
  });

  it('says in the object itself what every number is measured in', async () => {
    const found = await report(small);
    const named = Object.values(found.units).flat();
    const numbers = [found.test, found.items[0]!].flatMap((entry) => Object.entries(entry).flatMap(([key, value]) => (typeof value === 'number' || value === null ? [key] : [])));
    for (const key of numbers) expect([...named, 'attempts', 'items', 'skewness', 'kurtosis']).toContain(key);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each([
    ['zh-CN', '值得检查的试题', '得分率', '太容易：得分率 100%'],
    ['zh-TW', '值得檢查的試題', '鑑別度', '太容易：得分率 100%'],
    ['en', 'Items that deserve a look', 'facility', 'too easy: facility 100%'],
  ])('speaks %s to people', async (lang, ...words) => {
    const rows = Array.from({ length: 40 }, (_, at) => `p${at},1,${at % 2},${at % 4 > 1 ? 1 : 0}`);
    const { output, error } = await analyse(['id,q1,q2,q3', ...rows], '--lang', lang);
    expect(error).toBeUndefined();
    for (const word of words) expect(output).toContain(word);
    expect(output).not.toMatch(/\{\{|undefined|NaN/);
  });

  it('lines columns up whatever the width of the signs', async () => {
    const { output } = await analyse(['编号,甲题,q2', 'a,1,0', 'b,0,1', 'c,1,1']);
    const lines = output.split('\n');
    const at = lines.findIndex((line) => line.startsWith('试题'));
    const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
    const end = (line: string, cell: RegExp): number => width(line.slice(0, cell.exec(line)!.index + cell.exec(line)![0].length));
    expect(end(lines[at + 1]!, /\d+\.\d%/)).toBe(end(lines[at]!, /得分率/));
    expect(end(lines[at + 2]!, /\d+\.\d%/)).toBe(end(lines[at]!, /得分率/));
  });

  it('says once, and not of every item, that there are too few attempts', async () => {
    const { output } = await analyse(small, '--lang', 'en');
    expect(output.match(/fewer than 30/g)).toHaveLength(1);
    expect(output).toContain('No item stands out.');
  });

  it('takes the same table as a workbook', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('成绩');
    for (const line of small) sheet.addRow(line.split(',').map((cell) => (/^\d$/.test(cell) ? Number(cell) : cell)));
    const path = join(files.folder, 'book.xlsx');
    await book.xlsx.writeFile(path);
    expect(await runForJson<ItemReport>(addItemCommands, 'items', 'analyse', '--responses', path)).toEqual(await report(small));
  });

  it('is the same analysis of one row a response as of one row an attempt', async () => {
    const rows = small.slice(1).flatMap((line) => {
      const [id, ...marks] = line.split(',');
      return marks.map((mark, at) => `${id},q${at + 1},${mark}`);
    });
    const [long, wide] = [await report(['attempt,item,mark', ...rows]), await report(small)];
    expect(long.read).toMatchObject({ layout: 'long', idColumn: 'attempt' });
    expect({ test: long.test, items: long.items }).toEqual({ test: wide.test, items: wide.items });
  });
});

describe('maximum marks', () => {
  const marks = ['id,q1,q2', 'a,2,4', 'b,1,2', 'c,0,3'];
  const maximaOf = async (lines: readonly string[], ...parameters: string[]) => {
    const { read, items, notes } = await report(lines, ...parameters);
    return [read.maximumFrom, items.map(({ maximum }) => maximum), notes.some(({ code }) => code === 'largest-seen')];
  };

  it('are the largest seen, with a note, where nobody gives them, and at least 1', async () => {
    expect(await maximaOf(marks)).toEqual(['largest-seen', [2, 4], true]);
    expect(await maximaOf(['id,q1,q2', 'a,0.5,0', 'b,0,0'])).toEqual(['largest-seen', [1, 1], false]);
  });

  it('are given for all or for each', async () => {
    expect(await maximaOf(marks, '--max-marks', '5')).toEqual(['option', [5, 5], false]);
    expect(await maximaOf(marks, '--max-marks', '2,10')).toEqual(['option', [2, 10], false]);
    expect((await report(marks, '--max-marks', '2,10')).items.map(({ facility }) => facility)).toEqual([0.5, 0.3]);
  });

  it.each([['max'], ['Maximum marks'], ['满分'], ['滿分']])('stand in a first row named %s', async (name) => {
    expect(await maximaOf([marks[0]!, `${name},5,10`, ...marks.slice(1)])).toEqual(['row', [5, 10], false]);
    expect(await maximaOf(['甲,q1,q2', `${name},5,10`, 'x,2,4', 'y,1,2'])).toEqual(['row', [5, 10], false]);
  });

  it('stand in the titles of Moodle’s own export', async () => {
    const found = await report(['Name,Grade/10.00,Q. 1 /2.50,Q. 2 /7.50', 'x,7.5,2.5,5', 'y,0,0,-', 'z,7.5,0,7.5']);
    expect(found.items.map(({ item, maximum, attempts }) => [item, maximum, attempts])).toEqual([['Q. 1', 2.5, 3], ['Q. 2', 7.5, 2]]);
    expect(found.read).toMatchObject({ maximumFrom: 'title', ignoredColumns: ['Grade/10.00'], notSeen: 1 });
  });

  it('stand in a column of long files, and need not be repeated', async () => {
    expect(await maximaOf(['attempt,item,mark,max', 'a,q1,2,5', 'a,q2,3,4', 'b,q1,1,', 'b,q2,4,4'])).toEqual(['column', [5, 4], false]);
  });

  it('that do not fit are refused, as a wrong call or with the place', async () => {
    expect((await analyse(marks, '--max-marks', 'many')).error).toMatchObject({ code: 'commander.invalidArgument' });
    expect(await failure(marks, '--max-marks', '1,2,3')).toMatchObject({ exitCode: 2, facts: { code: 'max-marks-count', given: 3, items: 2 } });
    expect(await failure(marks, '--max-marks', '2,3')).toMatchObject({ exitCode: 1, facts: { code: 'above-maximum', row: 2, column: 'q2' } });
    expect((await failure(['id,q1', 'max,-1', 'a,0'])).facts).toMatchObject({ code: 'below-zero', row: 2, column: 'q1' });
    expect((await failure(['id,q1,q2', 'max,1,', 'a,0,1'])).facts).toMatchObject({ code: 'empty-cell', row: 2, column: 'q2' });
  });
});

describe('the column of attempts', () => {
  const idOf = async (lines: readonly string[], ...parameters: string[]): Promise<string | null> => (await report(lines, ...parameters)).read.idColumn;

  it.each(['id', 'attempt', 'Student ID', 'candidate_no', '准考证号', '姓名', '工號'])('is known by the title %s', async (title) => {
    expect(await idOf([`${title},q1,q2`, '1,1,0', '2,0,1', '3,1,1'])).toBe(title);
  });

  it('may have no title', async () => {
    expect(await idOf([',q1,q2', '1,1,0', '2,0,1'])).toBe('');
  });

  it('of an unknown title is told by its names or its numbering', async () => {
    expect(await idOf(['kandidat,q1,q2', 'x,1,0', 'y,0,1'])).toBe('kandidat');
    expect(await idOf(['kandidat,q1,q2', ...[1, 2, 3, 4, 5].map((at) => `${at},${at % 2},1`)])).toBe('kandidat');
    expect((await report(['kandidat,q1,q2', 'x,1,0', 'y,0,1'])).items.map(({ item, attempts }) => [item, attempts])).toEqual([['q1', 2], ['q2', 2]]);
    expect(await idOf(['kandidat,q1', ...Array.from({ length: 12 }, (_, at) => `${900 - 7 * at},${at % 2}`)])).toBe('kandidat');
  });

  it('need not be there: marks are not taken for numbering', async () => {
    expect(await idOf(['q1,q2', '1,0', '0,1', '1,1'])).toBeNull();
    expect(await idOf(['q1,q2', '1,0', '2,1', '3,1'])).toBeNull();
    expect((await report(['q1,q2', '1,0', '0,1'])).items).toHaveLength(2);
    expect(await idOf(['q1,q2', ...Array.from({ length: 12 }, (_, at) => `${90 - 7 * at},${at % 2}`)])).toBeNull();
    expect((await failure(['q1,x', '1,0', 'two,1', '1,1'])).facts).toMatchObject({ code: 'not-a-number', row: 3, column: 'q1' });
  });

  it('can be named, or denied', async () => {
    expect(await idOf(['q1,who,q2', '1,x,0', '0,y,1'], '--id-column', 'who')).toBe('who');
    expect((await report(['id,q1', '1,0', '0,1'], '--id-column', 'none')).items.map(({ item }) => item)).toEqual(['id', 'q1']);
    expect((await failure(small, '--id-column', 'who')).facts).toMatchObject({ code: 'column-missing', column: 'who' });
  });
});

describe('columns that are no items', () => {
  it('are passed over: totals by their title, others when named, empty ones without a word', async () => {
    const found = await report(['id,单位,q1,q2,总分,', 'a,东湖厅,1,0,1,', 'b,北桥厅,0,1,1,'], '--ignore', '单位');
    expect(found.items.map(({ item }) => item)).toEqual(['q1', 'q2']);
    expect(found.read.ignoredColumns).toEqual(['单位', '总分']);
  });

  it('are not guessed: a word where a mark is wanted is named by row and column', async () => {
    expect(await failure(['id,单位,q1', 'a,东湖厅,1', 'b,北桥厅,0'])).toMatchObject({ exitCode: 1, message: 'row 2, column "单位": "东湖厅" where a number is wanted', facts: { code: 'not-a-number', row: 2, column: '单位' } });
  });
});

describe('an empty cell', () => {
  const gaps = ['id,q1,q2,q3', 'a,1,,1', 'b,1,1,', 'c,,0,0', 'd,0,-,NA'];

  it('means that the item was not asked: it is judged on the attempts that had it', async () => {
    const { items, test, read, notes } = await report(gaps, '--lang', 'en');
    expect(items.map(({ attempts, facility }) => [attempts, facility])).toEqual([[3, 2 / 3], [2, 0.5], [2, 0.5]]);
    expect([test.complete, test.maximum, read.notSeen]).toEqual([false, null, 5]);
    expect(notes.map(({ code }) => code)).toEqual(['few-attempts', 'not-all-seen', 'papers-differ']);
    expect(test.meanPercent).toBeNull();
  });

  it('means 0 when that is said', async () => {
    const { items, test } = await report(gaps, '--blank', 'zero');
    expect(items.map(({ attempts, facility }) => [attempts, facility])).toEqual([[4, 0.5], [4, 0.25], [4, 0.25]]);
    expect(test).toMatchObject({ complete: true, maximum: 3, mean: 1 });
  });

  it('leaves papers of different worth, to be compared by share when that is said', async () => {
    const lines = ['id,q1,q2,q3,q4,q5', 'a,1,1,1,,', 'b,1,1,1,,', 'c,0,1,1,1,1', 'd,0,1,0,1,1', 'e,1,1,1,,', 'f,0,0,1,1,1'];
    const [byMarks, byShare] = [await report(lines), await report(lines, '--compare', 'share')];
    expect(byMarks.items[0]!.discriminationIndex).toBeLessThan(0);
    expect(byShare.items[0]!.discriminationIndex).toBeGreaterThan(0);
    expect(byShare.notes.map(({ code }) => code)).not.toContain('papers-differ');
  });
});

describe('a file that cannot be analysed', () => {
  it.each<[string, string[], object]>([
    ['no item', ['id', 'a'], { code: 'no-items' }],
    ['two items of one name', ['id,q1,q1', 'a,1,0'], { code: 'column-twice', row: 1, column: 'q1' }],
    ['a mark in a column without a title', ['id,q1,,q3', 'a,1,1,1'], { code: 'column-untitled', row: 2, column: '3' }],
    ['a word for a mark', ['id,q1', 'a,1', 'b,right'], { code: 'not-a-number', row: 3, column: 'q1' }],
    ['no rows', ['id,q1'], { code: 'no-rows' }],
    ['an item twice in one attempt', ['attempt,item,mark', 'a,q1,1', 'a,q2,0', 'a,q1,0'], { code: 'duplicate-row', row: 4, column: 'item' }],
    ['a response without an attempt', ['attempt,item,mark', ',q1,1'], { code: 'empty-cell', row: 2, column: 'attempt' }],
    ['two maxima of one item', ['attempt,item,mark,max', 'a,q1,1,2', 'b,q1,1,3'], { code: 'varies-within-item', row: 3, column: 'max' }],
    ['two keys of one item', ['attempt,item,mark,choice,key', 'a,q1,1,A,A', 'b,q1,1,B,B'], { code: 'varies-within-item', row: 3, column: 'key' }],
    ['a mark above the maximum of its column', ['attempt,item,mark,max', 'a,q1,3,2'], { code: 'above-maximum', row: 2, column: 'mark' }],
  ])('with %s is refused, naming the place', async (_, lines, facts) => expect(await failure(lines)).toMatchObject({ exitCode: 1, facts }));

  it('prints the reason as an object too when an object is wanted', async () => {
    const { output } = await analyse(['id,q1', 'a,x'], '--json');
    expect(JSON.parse(output)).toEqual({ error: { code: 'not-a-number', row: 2, column: 'q1', message: 'row 2, column "q1": "x" where a number is wanted' } });
  });
});

describe('choices', () => {
  const answers = (key: string, ...choices: string[]): string[] => ['attempt,item,mark,choice,key', ...choices.map((choice, at) => `p${at},q1,${choice === key ? 1 : 0},${choice},${key}`)];
  const optionsOf = async (lines: readonly string[], ...parameters: string[]) => (await report(lines, ...parameters)).items[0]!.options?.map(({ option, key, count: chosen }) => [option, key, chosen]);

  it('make a table of options, the key among them', async () => {
    expect(await optionsOf(answers('B', 'A', 'B', 'B', 'ｂ', '', 'C'))).toEqual([['A', false, 1], ['B', true, 3], ['C', false, 1]]);
  });

  it('of several letters are several options where the key is, and where they stand apart', async () => {
    expect(await optionsOf(answers('AC', 'AC', 'A', 'CD'))).toEqual([['A', true, 2], ['C', true, 2], ['D', false, 1]]);
    expect(await optionsOf(answers('A;C', 'A;C', 'A', 'C;D'))).toEqual([['A', true, 2], ['C', true, 2], ['D', false, 1]]);
  });

  it('that are words are taken whole', async () => {
    expect(await optionsOf(answers('right', 'right', 'not so', 'right'))).toEqual([['NOT SO', false, 1], ['RIGHT', true, 2]]);
  });

  it('name options that nobody chose where the file does, and then the guess score is known', async () => {
    const lines = ['attempt,item,mark,choice,key,options', 'a,q1,1,A,A,ABCD', 'b,q1,0,B,A,ABCD'];
    const [item] = (await report(lines)).items;
    expect(item!.options!.map(({ option, count: chosen }) => [option, chosen])).toEqual([['A', 1], ['B', 1], ['C', 0], ['D', 0]]);
    expect(item!.randomGuessScore).toBe(0.25);
    expect((await report(['attempt,item,mark,choice,key,options', 'a,q1,1,AB,AB,ABCD', 'b,q1,0,B,AB,ABCD'])).items[0]!.randomGuessScore).toBeNull();
  });

  it('give a guess score to items of a wide table when the number of options is said', async () => {
    expect((await report(small, '--options', '4')).items.map(({ randomGuessScore }) => randomGuessScore)).toEqual([0.25, 0.25, 0.25]);
  });

  it('that are written answers, each its own, make no table', async () => {
    expect(await optionsOf(answers('x', ...Array.from({ length: 40 }, (_, at) => `answer ${at}`)))).toBeUndefined();
  });

  it('bring a wrong key to light: the best choose a distractor', async () => {
    // 40 attempts, five items; the better half chooses C in q1, whose key says A.
    const rows = Array.from({ length: 40 }, (_, at) => {
      const strong = at >= 20;
      const q1 = `p${at},q1,${strong ? 0 : at % 2},${strong ? 'C' : at % 2 ? 'A' : 'B'},A`;
      return [q1, ...[2, 3, 4, 5].map((item) => `p${at},q${item},${strong && at % item !== 0 ? 1 : 0},,`)];
    }).flat();
    const { items } = await report(['attempt,item,mark,choice,key', ...rows], '--lang', 'en');
    expect(items[0]!.flags.map(({ reason, option }) => [reason, option])).toContainEqual(['key-suspect', 'C']);
    expect(items[0]!.flags.find(({ reason }) => reason === 'key-suspect')!.text).toMatch(/^key in doubt: \d+(\.\d)?% of the best chose C/);
    expect(items[0]!.options![0]!.lowerShare).toBeGreaterThan(items[0]!.options![0]!.upperShare!);
    expect(items[1]).not.toHaveProperty('options');
  });
});
