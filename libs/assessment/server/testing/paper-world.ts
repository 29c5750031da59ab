import type { Role } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What it needs of the product under test. */
interface Product {
  readonly app: { readonly get: <T>(type: abstract new (...parameters: never[]) => T) => T };
  readonly arrange: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  readonly addUnit: (code: string, type: string, parent?: Place) => Promise<Place>;
  readonly addPerson: (login: string, unit: Place, roles?: readonly Role[]) => Promise<string>;
  readonly signIn: (login: string) => Promise<string>;
  readonly graphql: (query: string, variables?: Record<string, unknown>, session?: string) => Promise<{ data: Record<string, unknown> | null; errors?: readonly { message: string; extensions: { code: string } }[] }>;
  readonly runJobs: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Place = { readonly id: string; readonly path: string };
export type Answer = Record<string, unknown> & { __typename: string; code?: string; field?: string };

const bank = ['题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,难度,评分标准'];
for (let n = 1; n <= 8; n++) bank.push(`S-${n},单选题,单选题第${n}道,甲${n},乙${n},丙${n},丁${n},B,秘密解析${n},法律法规,2,`);
for (let n = 1; n <= 4; n++) bank.push(`M-${n},多选题,多选题第${n}道,子${n},丑${n},寅${n},卯${n},AC,秘密解析多${n},业务知识,3,`);
bank.push('T-1,判断题,电压越高电流一定越大。,,,,,错误,秘密解析判,业务知识,2,', 'T-2,判断题,应一次告知所需材料。,,,,,正确,秘密解析判,业务知识,2,');
bank.push('F-1,填空题,居民用电电压是____V，频率是____Hz。,,,,,220；50,秘密解析填,业务知识,2,');
bank.push('Q-1,简答题,客户情绪激动时怎么办？,,,,,先听后办,秘密解析简,沟通技巧,3,倾听（3分）；答复（3分）');

const row = (type: string, count: number, marks: number) => ({ categoryIds: [], track: null, competency: null, type, leastDifficulty: 1, mostDifficulty: 5, count, marks });
const sections = [
  { title: '一、选择题', rows: [row('single', 4, 2), row('multiple', 2, 3)], fixed: [] },
  { title: '二、判断题', rows: [row('trueFalse', 2, 1)], fixed: [] },
  { title: '三、填空和简答', rows: [row('fillIn', 1, 4), row('shortAnswer', 1, 6)], fixed: [] },
];

export const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

function idIn(saved: Answer, name: string): string {
  const made = saved[name] as { id: string } | undefined;
  if (!made) throw new Error(JSON.stringify(saved));
  return made.id;
}

/** A city with two halls, a small bank, an exam of ten questions and sittings of it on paper. */
export class PaperWorld<P extends Product> {
  readonly sessions: Record<string, string> = {};
  readonly people: Record<string, string> = {};
  private examId = '';

  private constructor(
    readonly product: P,
    readonly folder: string,
    readonly city: Place,
    readonly hall: Place,
    readonly other: Place,
  ) {}

  static async in<P extends Product>(product: P): Promise<PaperWorld<P>> {
    const folder = await mkdtemp(join(tmpdir(), 'skillhall-paper-'));
    const city = await product.addUnit('C', 'city');
    const world = new PaperWorld(product, folder, city, await product.addUnit('Y1', 'hall', city), await product.addUnit('Y2', 'hall', city));
    await world.fill();
    return world;
  }

  async stop(): Promise<void> {
    await this.product.stop();
    await rm(this.folder, { recursive: true });
  }

  /** The answer to one mutation with its failure, whoever asks. */
  async mutate(login: string, name: string, parameters: string, call: string, fields: string, variables: Record<string, unknown>): Promise<Answer> {
    const { data, errors } = await this.product.graphql(`mutation (${parameters}) { ${name}(${call}) { __typename ... on UserError { code message } ${fields} } }`, variables, this.sessions[login]);
    return data ? (data[name] as Answer) : { __typename: 'refused', code: errors?.[0]?.extensions.code ?? '', message: errors?.[0]?.message };
  }

  async ask<T>(login: string, query: string, variables: Record<string, unknown>): Promise<T> {
    const { data, errors } = await this.product.graphql(query, variables, this.sessions[login]);
    if (!data) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  async file(name: string, content: string): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** A sitting on paper, an hour from now unless said otherwise. */
  async planned(changes: Record<string, unknown> = {}): Promise<string> {
    const input = {
      ...{ examId: this.examId, unitId: this.hall.id, title: '纸笔场', place: '会议室', delivery: 'paper', opensAt: minutesFromNow(60), closesAt: minutesFromNow(180), lateEntryMinutes: null, checkIn: 'none' },
      ...{ proctoring: { fullScreen: false, blur: false, paste: false }, admittedUnitIds: [this.hall.id], admittedPostIds: [], invigilatorIds: [this.people['watch']] },
      ...changes,
    };
    const saved = await this.mutate('examiner', 'saveSitting', '$input: SaveSittingInput!', 'input: $input', '... on SaveSittingSuccess { sitting { id } }', { input });
    return idIn(saved, 'sitting');
  }

  print(login: string, sittingId: string, forms = 2, anew = false): Promise<Answer> {
    return this.mutate(login, 'printPapers', '$id: ID!, $n: Int!, $anew: Boolean!', 'sittingId: $id, forms: $n, anew: $anew', '', { id: sittingId, n: forms, anew });
  }

  /** A sitting whose papers are printed and on the tables. */
  async running(forms = 2): Promise<string> {
    const id = await this.planned();
    await this.print('examiner', id, forms);
    await this.product.runJobs();
    await this.product.arrange((tx) => tx.query(`update assessment.sitting set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' where id = $1`, [id]));
    return id;
  }

  private async fill(): Promise<void> {
    const { product, city, hall, other, people } = this;
    people['admin'] = await product.addPerson('admin', city, ['administrator']);
    people['examiner'] = await product.addPerson('examiner', city, ['examiner']);
    people['local'] = await product.addPerson('local', hall, ['examiner']);
    people['foreign'] = await product.addPerson('foreign', other, ['examiner']);
    for (const login of ['watch', 's1', 's2', 's3', 's4']) people[login] = await product.addPerson(login, hall);
    people['far'] = await product.addPerson('far', other);
    const path = await this.file('bank.csv', bank.join('\n'));
    const taken = await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'bank.csv', dryRun: false, actor: null, locale: 'zh-CN' });
    if (taken.rejected.length) throw new Error(JSON.stringify(taken.rejected));
    for (const login of Object.keys(people)) this.sessions[login] = await product.signIn(login);
    const input = {
      ...{ unitId: city.id, title: '上岗考试', instructions: '请独立完成。', minutes: 60, passMark: 60, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true, sections },
      ...{ review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' }, markers: 1, markingGap: 20 },
    };
    const saved = await this.mutate('examiner', 'saveExam', '$input: SaveExamInput!', 'input: $input', '... on SaveExamSuccess { exam { id } }', { input });
    this.examId = idIn(saved, 'exam');
    const published = await this.mutate('examiner', 'publishExam', '$id: ID!', 'id: $id', '... on SaveExamSuccess { exam { id } }', { id: this.examId });
    idIn(published, 'exam');
  }
}
