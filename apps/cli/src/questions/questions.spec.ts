import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Reading, readQuestions } from '@skillhall/question-bank/domain';
import { readableFormats, readQuestionFile, writableFormats } from '@skillhall/question-bank/server';
import { CommandFailure } from '../failure.js';
import { TestFiles } from '../testing/files.js';
import { runForJson, type Ran, runCommand } from '../testing/run-command.js';
import { addQuestionCommands } from './questions.js';

let files: TestFiles;
let told: string[];
let printed: string;
beforeAll(async () => {
  files = await TestFiles.make();
});
afterAll(() => files.remove());
beforeEach(() => {
  [told, printed] = [[], ''];
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => void told.push(String(line)));
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => jest.restoreAllMocks());

const convert = (from: string, to: string, file: string, ...more: string[]): Promise<Ran> => runCommand(addQuestionCommands, 'questions', 'convert', '--from', from, '--to', to, file, ...more);
const failure = async (run: Promise<Ran>): Promise<CommandFailure> => {
  const { error } = await run;
  expect(error).toBeInstanceOf(CommandFailure);
  return error as CommandFailure;
};

const gift = ['// [id:A-1] [tag:competency:BIZ-3]', '先核对{~天数 =示数}', '', '频率是{#50:0.5}赫兹。', '', '坏{'];

describe('skillhall questions convert', () => {
  it('prints the questions and the problems of a file as one object, and the problems for people', async () => {
    await convert('gift', 'json', await files.write('a.gift', gift), '--lang', 'en');
    const { questions, problems } = JSON.parse(printed) as { questions: { type: string; line: number }[]; problems: { line: number; code: string; message: string }[] };
    expect(questions).toMatchObject([{ type: 'single', line: 2, number: 'A-1', options: [{ text: '天数', credit: 0 }, { text: '示数', credit: 1 }] }, { type: 'numeric', line: 4, stem: '频率是_____赫兹。', answers: [{ value: 50, tolerance: 0.5, credit: 1 }] }]);
    expect(problems).toEqual([{ line: 6, code: 'gift-brace', values: { sign: '}' }, message: 'The brace } is missing; the question was not read.' }]);
    expect(told).toEqual(['a.gift:6: The brace } is missing; the question was not read. (gift-brace)', 'a.gift: 2 questions, 1 problems, 0 losses.']);
  });

  it.each([['zh-CN', '缺少花括号'], ['zh-TW', '缺少大括號']])('speaks %s', async (lang, words) => {
    await convert('gift', 'json', await files.write('a.gift', gift), '--lang', lang);
    expect(told[0]).toContain(words);
  });

  it.each(writableFormats)('carries questions through %s and back', async (format) => {
    const path = await files.write('a.gift', ['// [id:A-1]', '先核对{~天数 =示数}', '', '甲{T}']);
    const out = join(files.folder, `out.${format}`);
    await convert('gift', format, path, '--out', out);
    const { questions, problems } = await readQuestionFile(format, out);
    expect([questions.map(({ stem, options }) => [stem, options.map(({ credit }) => credit)]), problems]).toEqual([[['先核对', [0, 1]], ['甲', [1, 0]]], []]);
  });

  it('tells what the new format does not hold, with --json in one object with the text', async () => {
    const path = await files.write('b.gift', ['::名::甲{T#错了#对了}', '', '乙{=一 =%50%二}']);
    const report = await runForJson<{ questions: number; losses: { number: string; code: string }[]; text: string }>(addQuestionCommands, 'questions', 'convert', '--from', 'gift', '--to', 'aiken', path);
    expect(report.questions).toBe(2);
    expect(report.losses.map(({ number, code }) => [number, code])).toEqual([['1', 'true-false-as-choice'], ['1', 'name'], ['1', 'feedback'], ['2', 'not-written']]);
    expect(readQuestions('aiken', report.text).questions).toHaveLength(1);
    expect(told.filter((line) => line.includes('题1'))).toHaveLength(3);
  });

  it('reads a text in GB18030, whatever it is called', async () => {
    const path = join(files.folder, 'gb.txt');
    // 1、甲（√）
    await writeFile(path, Buffer.from([0x31, 0xa1, 0xa2, 0xbc, 0xd7, 0xa3, 0xa8, 0xa1, 0xcc, 0xa3, 0xa9, 0x0a]));
    for (const from of ['zh-text', 'docx']) {
      printed = '';
      await convert(from, 'json', path);
      expect((JSON.parse(printed) as Reading).questions).toMatchObject([{ type: 'trueFalse', stem: '甲' }]);
    }
  });

  it('reads a list without numbers or types, and says the rows', async () => {
    const path = await files.write('list.csv', ['题目,A,B,答案', '甲,一,二,B', '乙,一,二,C', ',,,']);
    await convert('csv', 'json', path);
    expect(JSON.parse(printed)).toMatchObject({ questions: [{ type: 'single', line: 2 }, { line: 3 }], problems: [{ line: 3, code: 'key-not-an-option' }] });
  });

  it('ends with 1 where nothing is readable, and with 2 where it is called wrongly', async () => {
    const empty = await files.write('empty.gift', ['// nothing']);
    expect(await failure(convert('gift', 'json', empty))).toMatchObject({ exitCode: 1, facts: { code: 'no-questions' } });
    expect(JSON.parse(printed)).toEqual({ questions: [], problems: [] });
    expect(await failure(convert('gift', 'json', join(files.folder, 'none')))).toMatchObject({ exitCode: 1, facts: { code: 'file-unreadable' } });
    const word = join(files.folder, 'old.doc');
    await writeFile(word, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(await failure(convert('docx', 'json', word))).toMatchObject({ exitCode: 1, facts: { code: 'old-word' } });
    expect(await failure(convert('gift', 'xlsx', empty))).toMatchObject({ exitCode: 2 });
    expect((await convert('qti', 'json', empty)).error).toMatchObject({ code: 'commander.invalidArgument' });
    expect((await convert('gift', 'pdf', empty)).error).toMatchObject({ code: 'commander.invalidArgument' });
  });

  it('knows the formats that there are', async () => {
    const source = await readFile(join(process.cwd(), 'apps/cli/src/questions/questions.ts'), 'utf8');
    const named = (list: string): string[] => [...new RegExp(`const ${list} = \\[(.*?)\\]`, 's').exec(source)![1]!.matchAll(/'([^']+)'/g)].map(([, name]) => name!);
    expect([named('readable').sort(), named('writable').sort()]).toEqual([[...readableFormats].sort(), [...writableFormats].sort()]);
  });
});
