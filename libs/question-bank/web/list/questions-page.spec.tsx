import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { categoryOptions, categoryTrees, type Category } from './categories.js';
import { filterNames, questionFilter, questionSort, type FilterName } from './question-filter.js';
import { QuestionsPage } from './questions-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const key = { __typename: 'KeyForAuthor', kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null, explanation: '规定要求一次性告知。', revision: 0 };
const row = {
  ...{ id: 'q', code: 'Q-001', version: 2, latestVersion: 3, latestState: 'inReview', currentVersion: 2, use: 'any', type: 'single', stem: '新装用电要哪些材料？', track: 'business', difficulty: 2 },
  ...{ updatedAt: '2026-09-01T01:00:00Z', competency: { code: 'BIZ-1', name: '业扩报装' }, category: { id: 'c2', name: '报装' }, usage: { times: 12, lastDay: '2026-08-30' } },
};
const whole = {
  ...row,
  ...{ versionId: 'v', writtenAt: '2026-09-01T01:00:00Z', clause: null, unit: { id: 'u', name: '临江市公司' }, media: [], prompts: [], blanks: [], parts: [], key },
  options: [
    { key: 'A', text: '一次告知' },
    { key: 'B', text: '改天再来' },
  ],
};
const category = (id: string, name: string, parentId: string | null, questions = 0): Category => ({ id, name, parentId, questions, manageable: true, unit: { id: 'unit-1', name: '江北县' } });
const answers = {
  Questions: { questions: { totalCount: 1, nodes: [row] } },
  QuestionCategories: { questionCategories: [category('c1', '业务', null, 3), category('c2', '报装', 'c1', 4)] },
  CompetencyNames: { competencies: [{ code: 'BIZ-1', name: '业扩报装', track: 'business' }] },
  QuestionDetail: { questionForAuthor: whole },
  QuestionHistory: { questionForAuthor: { id: 'q', currentVersion: 2, versions: [] } },
};
const author = { permissions: ['question.read', 'question.manage', 'question.review'] as const };
const shown = (path = '/desk/questions', viewer: object = { permissions: ['question.read'] }) => renderPage(<QuestionsPage />, { path, viewer });

describe('the question bank', () => {
  it('shows a question as the examinee sees it before its key', async () => {
    fakeServer(answers);
    await shown('/desk/questions?open=q');
    expect(await screen.findByRole('radio', { name: /一次告知/ })).not.toBeChecked();
    expect(screen.queryByText('规定要求一次性告知。')).toBeNull();
    await user.click(screen.getByRole('radio', { name: '答案和解析' }));
    expect(screen.getByRole('radio', { name: /一次告知/ })).toBeChecked();
    expect(screen.getByText('规定要求一次性告知。')).toBeVisible();
  });

  it('tells an author who tries an answer what it would earn', async () => {
    fakeServer(answers);
    await shown('/desk/questions?open=q');
    await user.click(await screen.findByRole('radio', { name: /改天再来/ }));
    expect(screen.getByText('这样答得 0%')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /一次告知/ }));
    expect(screen.getByText('这样答得 100%')).toBeVisible();
  });

  it('says why a key is withheld from who is being asked the question', async () => {
    fakeServer({ ...answers, QuestionDetail: { questionForAuthor: { ...whole, key: { __typename: 'KeyWithheldError', message: '交卷后才能看' } } } });
    await shown('/desk/questions?open=q');
    expect(await screen.findByText('交卷后才能看')).toBeVisible();
    expect(screen.getByRole('radio', { name: /一次告知/ })).toBeDisabled();
    expect(screen.queryByRole('radio', { name: '答案和解析' })).toBeNull();
  });

  it('shows what is in use and that a newer version waits', async () => {
    fakeServer(answers);
    await shown();
    const line = (await screen.findByText('新装用电要哪些材料？')).closest('tr')!;
    expect(line).toHaveTextContent('启用');
    expect(line).toHaveTextContent('新版待审');
  });

  it('filters by a category of the tree, which counts what lies below it', async () => {
    const server = fakeServer(answers);
    const { path } = await shown();
    await user.click(await screen.findByRole('button', { name: '业务 7' }));
    expect(path()).toContain('category=c1');
    expect(server.asked.filter(({ name }) => name === 'Questions').at(-1)!.variables).toMatchObject({ filter: { category: 'c1' } });
  });

  it('tells what a change of many questions would come to before it is made', async () => {
    const server = fakeServer({
      ...answers,
      StepQuestions: { stepQuestions: { __typename: 'ChangeQuestionsSuccess', changed: ['q'], refused: [{ id: 'p', code: 'Q-009', error: { message: '这道题现在的状态不能这样做' } }] } },
    });
    await shown('/desk/questions', author);
    await user.click((await screen.findAllByRole('checkbox'))[1]!);
    await user.click(screen.getByRole('button', { name: '批量处理' }));
    await user.click(await screen.findByText('停用'));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('将处理 1 道题。')).toBeVisible();
    expect(within(dialog).getByText('Q-009')).toBeVisible();
    expect(server.asked.at(-1)!.variables).toMatchObject({ selection: { targets: [{ id: 'q' }] }, steps: ['retire'], rehearsal: true });
    await user.click(within(dialog).getByRole('button', { name: '停用' }));
    expect(server.asked.find(({ name, variables }) => name === 'StepQuestions' && !variables['rehearsal'])).toBeDefined();
  });

  it('offers nothing to change to who may only read', async () => {
    fakeServer(answers);
    await shown('/desk/questions?open=q');
    await screen.findByText('一次告知');
    for (const name of ['写题目', '写新版本', '停用']) expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

describe('the filter of the address', () => {
  const none = Object.fromEntries(filterNames.map((name) => [name, undefined])) as Record<FilterName, undefined>;

  it('leaves out what is wrong there', () => {
    expect(questionFilter({ ...none, search: '电价', track: 'law', type: 'essay', difficulty: '9', used: 'often', age: '24' })).toMatchObject({ search: '电价', track: 'law', type: null, difficulty: null, usedLeast: 20, olderThanMonths: 24 });
  });

  it('sorts by number unless another order is named', () => {
    expect([questionSort('nonsense'), questionSort('used')]).toEqual([{ by: 'code', descending: false }, { by: 'used', descending: true }]);
  });
});

describe('categories', () => {
  it('are named by their path, without what lies below the one that is to be moved', () => {
    const trees = categoryTrees([category('a', '业务', null), category('b', '报装', 'a'), category('c', '高压', 'b'), category('d', '法规', null)]);
    expect(categoryOptions(trees).map(({ label }) => label)).toEqual(['业务', '业务 / 报装', '业务 / 报装 / 高压', '法规']);
    expect(categoryOptions(trees, { without: 'b' }).map(({ value }) => value)).toEqual(['a', 'd']);
  });
});
