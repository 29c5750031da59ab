import { expect, type Browser, type Page } from '@playwright/test';
import { signIn } from './people.js';

const columns = '题号,题型,题干,选项A,选项B,选项C,答案,公式,变量,评分标准,小题,类别,难度';

/** One question of each type, as a list that a hall keeps. */
const questions = (mark: string): string =>
  [
    columns,
    `${mark}-1,单选题,客户要开发票先问什么？,用途,户号,金额,B,,,,,业务知识,1`,
    `${mark}-2,多选题,哪些话可以说？,请稍等,我来查,不归我管,AB,,,,,业务知识,1`,
    `${mark}-3,判断题,可以让客户改天再来。,,,,×,,,,,业务知识,1`,
    `${mark}-4,填空题,首问____制。,,,,负责,,,,,业务知识,1`,
    `${mark}-5,排序题,排出接待的先后,问候,倾听,答复,ABC,,,,,业务知识,1`,
    `${mark}-6,配对题,"配对\n①缴费\n②投诉",收费台,接待室,仓库,①-A；②-B,,,,,业务知识,1`,
    `${mark}-7,计算题,用电{{kwh}}度，每度0.5元，电费多少元？,,,,,kwh*0.5 保留1位,kwh=100~100,,,业务知识,1`,
    `${mark}-8,简答题,客户抱怨排队久，先说什么？,,,,先道歉,,,先道歉（1分）,,业务知识,1`,
    `${mark}-9,案例分析题,老人不会用机器。,,,,,,,,"（1）该怎么做？（A）\nA、陪着办\nB、让他自己学",业务知识,1`,
  ].join('\n');

type Answer = Record<string, unknown>;

/** Asks the API as whoever is signed in on the page. */
export async function ask(page: Page, query: string, variables: Answer): Promise<Answer> {
  const { data, errors } = await page.evaluate(
    async ([text, values]) => {
      const headers = { 'content-type': 'application/json', 'x-skillhall-request': '1' };
      const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: text, variables: values }) });
      return (await response.json()) as { data?: Answer; errors?: unknown };
    },
    [query, variables] as const,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

async function importQuestions(page: Page, mark: string): Promise<void> {
  const fileId = await page.evaluate(async (text) => {
    const form = new FormData();
    form.append('file', new File([text], 'questions.csv', { type: 'text/csv' }));
    const response = await fetch('/files', { method: 'POST', headers: { 'x-skillhall-request': '1' }, body: form });
    return ((await response.json()) as { id: string }).id;
  }, questions(mark));
  const { startImport } = (await ask(page, 'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { run { id } } } }', { input: { fileId, kind: 'questions', dryRun: false } })) as { startImport: { run: { id: string } } };
  const run = () => ask(page, 'query ($id: ID!) { importRun(id: $id) { accepted finishedAt rejected failure { message } problems { nodes { message } } } }', { id: startImport.run.id });
  await expect.poll(async () => (await run())['importRun']).toMatchObject({ finishedAt: expect.any(String) });
  expect((await run())['importRun']).toMatchObject({ accepted: 9, problems: { nodes: [] } });
}

interface Sitting {
  readonly id: string;
  readonly title: string;
}

export interface SittingWish {
  readonly mark: string;
  readonly title: string;
  readonly minutes: number;
  /** On paper, for the people of this unit alone: who prints papers must not have to sit them. */
  readonly onPaperAt?: string;
  /** Two, who are blind to each other; marks are then seen as soon as they are given. */
  readonly markers?: 2;
}

async function unitCalled(page: Page, name: string): Promise<string> {
  const { units } = (await ask(page, 'query ($search: String!) { units(filter: { search: $search }, limit: 1) { nodes { id } } }', { search: name })) as { units: { nodes: { id: string }[] } };
  return units.nodes[0]!.id;
}

/** An exam of one question of each type and its sitting, open since a minute to everybody, set through the API by personnel. */
export async function anExam(browser: Browser, { mark, title, minutes, onPaperAt, markers }: SittingWish): Promise<Sitting> {
  const page = await browser.newPage();
  await signIn(page, 'hr');
  await importQuestions(page, mark);
  const query = 'query ($search: String!) { questions(filter: { search: $search }, limit: 20) { nodes { id code } } myUnits { id } }';
  const found = (await ask(page, query, { search: mark })) as { questions: { nodes: { id: string; code: string }[] }; myUnits: { id: string }[] };
  const unitId = found.myUnits[0]!.id;
  const fixed = found.questions.nodes.sort((a, b) => a.code.localeCompare(b.code)).map(({ id }) => ({ questionId: id, marks: 2 }));
  const sections = [{ title: '一、客观题', rows: [], fixed: fixed.slice(0, 7) }, { title: '二、主观题', rows: [], fixed: fixed.slice(7) }];
  const rules = { instructions: '请独立完成。', passMark: 60, attemptsAllowed: 1, exposureCap: null, shuffleQuestions: false, shuffleOptions: true, markers: markers ?? 1, markingGap: 20, review: { mark: markers ? 'submitted' : 'closed', rightAnswer: 'closed', explanation: 'closed' } };
  const { saveExam } = (await ask(page, 'mutation ($input: SaveExamInput!) { saveExam(input: $input) { __typename ... on UserError { message } ... on SaveExamSuccess { exam { id } } } }', { input: { unitId, title, minutes, sections, ...rules } })) as { saveExam: { exam: { id: string } } };
  await ask(page, 'mutation ($id: ID!) { publishExam(id: $id) { __typename ... on UserError { message } } }', { id: saveExam.exam.id });
  const admitted = onPaperAt === undefined ? unitId : await unitCalled(page, onPaperAt);
  const now = Date.now();
  const input = { ...{ examId: saveExam.exam.id, unitId, title, place: '三楼机房', delivery: onPaperAt === undefined ? 'screen' : 'paper', opensAt: new Date(now - 60_000), closesAt: new Date(now + 3_600_000), lateEntryMinutes: null }, ...{ checkIn: 'none', proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnitIds: [admitted], admittedPostIds: [], invigilatorIds: [] } };
  const saved = (await ask(page, 'mutation ($input: SaveSittingInput!) { saveSitting(input: $input) { __typename ... on UserError { message } ... on SaveSittingSuccess { sitting { id title } } } }', { input })) as { saveSitting: { sitting: Sitting } };
  await page.close();
  return saved.saveSitting.sitting;
}
