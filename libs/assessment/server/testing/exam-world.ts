import { ImportRunner } from '@skillhall/platform/imports';
import type { Role } from '@skillhall/kernel';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Answer = Record<string, unknown> & { __typename: string; code?: string; field?: string };
export interface Place {
  readonly id: string;
  readonly path: string;
}
export interface TakenPaper {
  readonly id: string;
  readonly deadline: string;
  readonly questions: readonly { readonly id: string; readonly type: string; readonly stem: string }[];
}

/** What the world needs of the product under test. */
interface Product {
  readonly app: { get(token: typeof ImportRunner): ImportRunner };
  addUnit(code: string, type: string, parent?: Place | null): Promise<Place>;
  addPerson(staffNumber: string, unit: Place, roles?: readonly Role[]): Promise<string>;
  signIn(login: string): Promise<string>;
  graphql(query: string, variables?: Record<string, unknown>, session?: string): Promise<{ readonly data: Record<string, unknown> | null; readonly errors?: unknown }>;
  stop(): Promise<void>;
}

const bank = ['题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款'];
for (let n = 1; n <= 12; n++) bank.push(`S-${n},单选题,单选题第${n}道,甲${n},乙${n},丙${n},丁${n},B,秘密解析${n},法律法规,LAW-1,${(n % 3) + 1},`);
for (let n = 1; n <= 6; n++) bank.push(`M-${n},多选题,多选题第${n}道,甲${n},乙${n},丙${n},丁${n},AC,秘密解析多${n},业务知识,BIZ-3,3,`);

export const row = (changes: Record<string, unknown> = {}) => ({ categoryIds: [], track: null, competency: null, type: null, leastDifficulty: 1, mostDifficulty: 5, count: 1, marks: 1, ...changes });
export const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** The whole product with two halls below a city, eighteen questions of the city, and an examiner of the first hall. */
export class ExamWorld<P extends Product = Product> {
  readonly people: Record<string, string> = {};
  readonly #sessions: Record<string, string> = {};

  private constructor(
    readonly product: P,
    readonly city: Place,
    readonly hall: Place,
    readonly other: Place,
  ) {}

  static async over<P extends Product>(product: P): Promise<ExamWorld<P>> {
    const city = await product.addUnit('C', 'city');
    const world = new ExamWorld(product, city, await product.addUnit('Y1', 'hall', city), await product.addUnit('Y2', 'hall', city));
    const folder = await mkdtemp(join(tmpdir(), 'skillhall-exams-'));
    const path = join(folder, 'bank.csv');
    await writeFile(path, bank.join('\n'));
    await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'bank.csv', dryRun: false, actor: null, locale: 'zh-CN' });
    await rm(folder, { recursive: true });
    await world.addPerson('examiner', world.hall, ['examiner']);
    return world;
  }

  async addPerson(login: string, unit: Place, roles: readonly Role[] = []): Promise<void> {
    this.people[login] = await this.product.addPerson(login, unit, roles);
    this.#sessions[login] = await this.product.signIn(login);
  }

  session(login: string): string {
    return this.#sessions[login]!;
  }

  async ask<T = Record<string, unknown>>(login: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.product.graphql(query, variables, this.session(login));
    if (!data) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  async mutate(login: string, name: string, parameters: string, call: string, fields: string, variables: Record<string, unknown>): Promise<Answer> {
    return (await this.ask<Record<string, Answer>>(login, `mutation (${parameters}) { ${name}(${call}) { __typename ... on UserError { code message } ${fields} } }`, variables))[name]!;
  }

  /** A published exam of eight questions, ten marks. */
  async exam(changes: Record<string, unknown> = {}): Promise<string> {
    const saved = await this.draft(changes);
    const published = await this.mutate('examiner', 'publishExam', '$id: ID!', 'id: $id', '', { id: saved });
    if (published.__typename !== 'SaveExamSuccess') throw new Error(JSON.stringify(published));
    return saved;
  }

  async draft(changes: Record<string, unknown> = {}): Promise<string> {
    const input = {
      ...{ unitId: this.hall.id, title: '上岗考试', instructions: '请独立完成。', minutes: 60, passMark: 60, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true },
      sections: [
        { title: '一、单选题', rows: [row({ type: 'single', count: 6, marks: 1 })], fixed: [] },
        { title: '二、多选题', rows: [row({ type: 'multiple', count: 2, marks: 2 })], fixed: [] },
      ],
      ...{ review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' }, markers: 1, markingGap: 20 },
      ...changes,
    };
    const saved = await this.mutate('examiner', 'saveExam', '$input: SaveExamInput!', 'input: $input', '... on SaveExamSuccess { exam { id } }', { input });
    if (saved.__typename !== 'SaveExamSuccess') throw new Error(JSON.stringify(saved));
    return (saved['exam'] as { id: string }).id;
  }

  async sitting(examId: string, changes: Record<string, unknown> = {}): Promise<string> {
    const input = {
      ...{ examId, unitId: this.hall.id, title: '第一场', place: '三楼机房', delivery: 'screen', opensAt: minutesFromNow(-1), closesAt: minutesFromNow(120), lateEntryMinutes: 30 },
      ...{ checkIn: 'none', proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnitIds: [this.hall.id], admittedPostIds: [], invigilatorIds: [] },
      ...changes,
    };
    const saved = await this.mutate('examiner', 'saveSitting', '$input: SaveSittingInput!', 'input: $input', '... on SaveSittingSuccess { sitting { id } }', { input });
    if (saved.__typename !== 'SaveSittingSuccess') throw new Error(JSON.stringify(saved));
    return (saved['sitting'] as { id: string }).id;
  }

  async begin(login: string, sittingId: string): Promise<TakenPaper> {
    const input = { sittingId, deviceId: `device-${login}`, deviceLabel: '机房电脑' };
    const begun = await this.mutate(login, 'startSitting', '$input: StartSittingInput!', 'input: $input', '... on StartAttemptSuccess { attempt { id deadline questions { id type stem } } }', { input });
    if (begun.__typename !== 'StartAttemptSuccess') throw new Error(JSON.stringify(begun));
    return begun['attempt'] as TakenPaper;
  }

  save(login: string, attemptId: string, clientSeq: number, questionId: string, choice: readonly string[]): Promise<Answer> {
    return this.mutate(login, 'saveAnswer', '$input: SaveAnswerInput!', 'input: $input', '', { input: { attemptId, clientSeq, questionId, choice } });
  }

  submit(login: string, id: string): Promise<Answer> {
    return this.mutate(login, 'submitAttempt', '$id: ID!', 'attemptId: $id', '... on SubmitAttemptSuccess { attempt { receipt { score passed } } }', { id });
  }

  stop(): Promise<void> {
    return this.product.stop();
  }
}
