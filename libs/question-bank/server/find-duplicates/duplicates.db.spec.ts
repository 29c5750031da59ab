import { TestApp } from '@skillhall/api/testing';
import { JobRunner } from '@skillhall/platform/jobs';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

let product: TestApp;
let folder: string;
let city: { id: string; path: string };
let li: string;
const many = 3000;

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
}
/** So many characters that texts made of them by chance have little in common. */
const sign = (next: () => number): string => String.fromCharCode(0x4e00 + Math.floor(next() * 600));
const sentence = (next: () => number, length: number): string => Array.from({ length }, () => (next() < 0.1 ? '电价' : sign(next) + sign(next))).join('');

const head = '题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款';
const line = (code: string, stem: string, options: readonly string[]): string => [code, '单选题', stem, ...options, 'A', '', '业务知识', 'BIZ-3', 2, ''].join(',');

async function take(lines: readonly string[]): Promise<void> {
  const path = join(folder, 'bank.csv');
  await writeFile(path, [head, ...lines].join('\n'));
  expect(await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'bank.csv', dryRun: false, actor: null, locale: 'zh-CN' })).toMatchObject({ failure: null, rejected: [], counts: { created: lines.length } });
}
const compare = () => product.app.get(JobRunner).run('question-bank.compare', {}, 1);

/** Statements that work sends to the database. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const spy = jest.spyOn(product.app.get(DataSource).logger, 'logQuery').mockImplementation((sql) => void sent.push(sql));
  await work();
  spy.mockRestore();
  return sent;
}

interface Pair {
  readonly exact: boolean;
  readonly similarity: number;
  readonly a: { id: string; code: string };
  readonly b: { id: string; code: string };
}
async function pairs(variables: Record<string, unknown> = {}): Promise<{ totalCount: number; nodes: Pair[] }> {
  const { data, errors } = await product.graphql('query ($exact: Boolean, $limit: Int) { duplicateQuestions(exact: $exact, limit: $limit) { totalCount nodes { exact similarity a { id code } b { id code } } } }', variables, li);
  expect(errors).toBeUndefined();
  return data!['duplicateQuestions'] as { totalCount: number; nodes: Pair[] };
}
const named = ({ nodes }: { nodes: Pair[] }): string[] => nodes.map(({ a, b }) => [a.code, b.code].sort().join(' '));
const mutate = async (query: string, variables: Record<string, unknown>) => Object.values((await product.graphql(query, variables, li)).data!)[0] as { __typename: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-pairs-'));
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  await product.addPerson('li', city, ['examiner']);
  li = await product.signIn('li');
  const next = chance(7);
  const made = Array.from({ length: many }, (_, n) => ({ code: `Q-${n}`, stem: sentence(next, 12), options: Array.from({ length: 4 }, () => sentence(next, 4)) }));
  // Every hundredth is there once more, its options in another order; every hundred-and-first with a few signs changed.
  const same = made.filter((_, n) => n % 100 === 0).map(({ code, stem, options }) => ({ code: `S${code}`, stem: `${stem}？`, options: [options[0]!, ...options.slice(1).reverse()] }));
  const near = made.filter((_, n) => n % 101 === 1).map(({ code, stem, options }) => ({ code: `N${code}`, stem: `请问${stem.slice(0, -2)}吗`, options }));
  await take([...made, ...same, ...near].map(({ code, stem, options }) => line(code, stem, options)));
}, 120_000);
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

describe('questions that say the same', () => {
  it('are all found, and those that nearly do as well, in few statements', async () => {
    const sent = await statements(compare);
    expect(sent.filter((sql) => /question_bank/.test(sql)).length).toBeLessThan(60);
    const exact = await pairs({ exact: true, limit: 200 });
    expect(named(exact).sort()).toEqual(Array.from({ length: many / 100 }, (_, n) => `Q-${n * 100} SQ-${n * 100}`).sort());
    const near = await pairs({ exact: false, limit: 200 });
    const wanted = Array.from({ length: many }, (_, n) => n).filter((n) => n % 101 === 1).map((n) => `NQ-${n} Q-${n}`);
    expect(named(near)).toEqual(expect.arrayContaining(wanted));
    expect(near.totalCount).toBeLessThan(wanted.length * 2);
    expect(near.nodes.map(({ similarity }) => similarity)).toEqual([...near.nodes.map(({ similarity }) => similarity)].sort((a, b) => b - a));
  });

  it('are not compared twice', async () => {
    const sent = await statements(compare);
    expect(sent.filter((sql) => /duplicate_pair/.test(sql))).toEqual([]);
  });

  it('are gone from the list once somebody said that they are different, until that is taken back', async () => {
    const before = await pairs({ exact: true });
    const [{ a, b }] = before.nodes as [Pair];
    const judge = 'mutation ($a: ID!, $b: ID!, $different: Boolean!) { judgeDuplicate(aId: $a, bId: $b, different: $different) { __typename } }';
    expect(await mutate(judge, { a: b.id, b: a.id, different: true })).toMatchObject({ __typename: 'JudgeDuplicateSuccess' });
    expect(named(await pairs({ exact: true }))).not.toContain([a.code, b.code].sort().join(' '));
    await product.arrange((tx) => tx.query('update question_bank.question_text set compared = false where question_id = $1', [a.id]));
    await compare();
    expect((await pairs({ exact: true })).totalCount).toBe(before.totalCount - 1);
    await mutate(judge, { a: a.id, b: b.id, different: false });
    expect((await pairs({ exact: true })).totalCount).toBe(before.totalCount);
  });

  it('are gone from the list when one of them is retired', async () => {
    const before = await pairs({ exact: true });
    const [{ b }] = before.nodes as [Pair];
    await mutate('mutation ($selection: QuestionSelectionInput!) { stepQuestions(selection: $selection, steps: [retire]) { __typename } }', { selection: { targets: [{ id: b.id }] } });
    expect((await pairs({ exact: true })).totalCount).toBe(before.totalCount - 1);
  });

  it('are shown to nobody whose scope holds one of them alone', async () => {
    const hall = await product.addUnit('H', 'hall', city);
    await product.addPerson('hu', hall, ['examiner']);
    const seen = await product.graphql('{ duplicateQuestions { totalCount } }', {}, await product.signIn('hu'));
    expect(seen.data).toEqual({ duplicateQuestions: { totalCount: 0 } });
  });

  it('are named to who is writing another one', async () => {
    const [{ a }] = (await pairs({ exact: false })).nodes as [Pair];
    const { data } = await product.graphql('query ($id: ID!) { questionForAuthor(id: $id) { stem options { key text } } }', { id: a.id }, li);
    const { stem, options } = data!['questionForAuthor'] as { stem: string; options: unknown[] };
    const like = await product.graphql('query ($words: QuestionWordsInput!) { similarQuestions(words: $words) { similarity question { code } } }', { words: { type: 'single', stem, options } }, li);
    expect((like.data!['similarQuestions'] as unknown[])[0]).toEqual({ similarity: 1, question: { code: a.code } });
  });
});

describe('searching the bank', () => {
  const search = async (term: string) => {
    const { data } = await product.graphql('query ($filter: QuestionFilter) { questions(filter: $filter, limit: 200) { totalCount nodes { code stem options { text } } } }', { filter: { search: term } }, li);
    return data!['questions'] as { totalCount: number; nodes: { code: string; stem: string; options: { text: string }[] }[] };
  };

  it('finds words of two characters in stems and options alike', async () => {
    const { totalCount, nodes } = await search('电价');
    const [{ count }] = (await product.arrange((tx) => tx.query(`select count(*)::int from question_bank.question_text where position('电价' in plain) > 0`))) as [{ count: number }];
    expect(totalCount).toBe(count);
    expect(nodes.every(({ stem, options }) => [stem, ...options.map(({ text }) => text)].some((text) => text.includes('电价')))).toBe(true);
    expect(nodes.some(({ stem }) => !stem.includes('电价'))).toBe(true);
  });

  it('finds longer ones by the index', async () => {
    const { stem } = (await search('Q-77')).nodes[0]!;
    const plan = await product.arrange(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return (await tx.query(`explain select from question_bank.question_text where plain like '%${stem.slice(3, 9)}%'`)) as { 'QUERY PLAN': string }[];
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('question_text_words');
    expect((await search(stem.slice(3, 12))).nodes.map(({ code }) => code)).toContain('Q-77');
  });

  it('takes the signs of a pattern as what they are', async () => {
    expect((await search('%')).totalCount).toBe(0);
    expect((await search('_')).totalCount).toBe(0);
  });

  it('reads a page with the keys of its questions in as many statements as one question', async () => {
    const document = 'query ($limit: Int) { questions(limit: $limit) { nodes { code usage { times } category { name } unit { code } key { ... on KeyForAuthor { correct } } parts { stem } } } }';
    const count = async (limit: number) => (await statements(() => product.graphql(document, { limit }, li))).length;
    // Keys that were read once are kept: few first, so that both times some are read.
    const few = await count(1);
    expect(await count(100)).toBe(few);
  });
});
