import { questionTypes } from '@skillhall/question-bank/domain';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EditQuestionPage, NewQuestionPage } from './editor-page.js';
import { newDraft, problemsOf, withCompetency, withTrack } from './question-draft.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const key = { __typename: 'KeyForAuthor', kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null, explanation: '规定如此。', revision: 0 };
const question = {
  ...{ id: 'q', code: 'LAW-0001', version: 2, versionId: 'v2', latestVersion: 2, latestState: 'draft', currentVersion: 1, use: 'any', type: 'single', stem: '欠费多少日可以停电？', track: 'law', difficulty: 2 },
  ...{ updatedAt: '2026-09-01T01:00:00Z', writtenAt: '2026-09-01T01:00:00Z', clause: null, competency: { code: 'LAW-2', name: '供电营业规则' }, category: null, usage: { times: 0, lastDay: null } },
  ...{ unit: { id: 'u', name: '临江市公司' }, media: [], prompts: [], blanks: [], parts: [], key },
  options: [
    { key: 'A', text: '30日' },
    { key: 'B', text: '60日' },
  ],
};
const answers = {
  CompetencyNames: { competencies: [{ code: 'LAW-2', name: '供电营业规则', track: 'law' }] },
  QuestionCategories: { questionCategories: [] },
  SimilarQuestions: { similarQuestions: [{ similarity: 0.8, question: { id: 'o', code: 'LAW-0009', stem: '欠费多少天停电？', type: 'single' } }] },
  QuestionDetail: { questionForAuthor: question },
  SaveQuestion: { saveQuestion: { __typename: 'SaveQuestionSuccess', question: { id: 'q', code: 'LAW-0001', version: 3, latestState: 'draft' } } },
};
const viewer = { permissions: ['question.read', 'question.manage'] as const };
const fresh = () => renderPage(<NewQuestionPage />, { path: '/desk/questions/new', viewer: { permissions: [...viewer.permissions] } });
const edited = () => renderPage(<EditQuestionPage />, { path: '/desk/questions/q/edit', pattern: '/desk/questions/:questionId/edit', viewer: { permissions: [...viewer.permissions] } });
const box = (name: string) => screen.getByRole('textbox', { name });

describe('writing a question', () => {
  it('shows it as it will be while it is written, and saves what stands there', async () => {
    const server = fakeServer(answers);
    const { path } = await fresh();
    await user.type(box('题干'), '先做？');
    for (const [at, text] of ['核身', '受理', '告知', '回访'].entries()) await user.type(box(`选项 ${'ABCD'[at]}`), text);
    await user.click(screen.getByRole('radio', { name: '选项 B 是正确答案' }));
    const paper = screen.getByRole('complementary');
    expect(within(paper).getByRole('radio', { name: /受理/ })).not.toBeChecked();
    await user.click(within(paper).getByRole('radio', { name: '答案和解析' }));
    expect(within(paper).getByRole('radio', { name: /受理/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: '保存并交审' }));
    expect(server.asked.find(({ name }) => name === 'SaveQuestion')!.variables).toMatchObject({
      input: { submit: true, unitId: 'unit-1', content: { type: 'single', stem: '先做？', key: { kind: 'choice', correct: ['B'] }, options: [{ key: 'A', text: '核身' }, {}, {}, { key: 'D' }] } },
    });
    await waitFor(() => expect(path()).toBe('/desk/questions?open=q'));
  });

  it('says beside each field what is wrong once it was to be saved, and asks the server for nothing', async () => {
    const server = fakeServer(answers);
    await fresh();
    expect(screen.queryByText('缺少题干。')).toBeNull();
    await user.click(screen.getByRole('button', { name: '存为草稿' }));
    expect(screen.getByText('缺少题干。')).toBeVisible();
    expect(box('题干')).toHaveAccessibleDescription('缺少题干。');
    expect(server.asked.map(({ name }) => name)).not.toContain('SaveQuestion');
  });

  it('keeps what was written when somebody else was faster, and saves over it only when told to', async () => {
    let tries = 0;
    const server = fakeServer({
      ...answers,
      SaveQuestion: () => (++tries === 1 ? { saveQuestion: { __typename: 'VersionConflictError', code: 'VERSION_CONFLICT', message: '王审题保存了第3版', version: 3, name: '王审题' } } : answers.SaveQuestion),
    });
    await edited();
    await user.type(await screen.findByRole('textbox', { name: '题干' }), '（补充）');
    await user.click(screen.getByRole('button', { name: '存为草稿' }));
    expect(await screen.findByText('王审题保存了第3版')).toBeVisible();
    expect(box('题干')).toHaveValue('欠费多少日可以停电？（补充）');
    await user.click(screen.getByRole('button', { name: '仍用我写的，存为再新的一版' }));
    const sent = server.asked.filter(({ name }) => name === 'SaveQuestion').map(({ variables }) => (variables['input'] as { expectedVersion: number }).expectedVersion);
    expect(sent).toEqual([2, 3]);
  });

  it('asks before what was written is left behind', async () => {
    fakeServer(answers);
    const { path } = await edited();
    await user.type(await screen.findByRole('textbox', { name: '题干' }), '改');
    await user.click(screen.getByRole('link', { name: '题库' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('还有没保存的修改');
    expect(path()).toBe('/desk/questions/q/edit');
  });

  it('is told what the bank has that is like it', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    try {
      fakeServer(answers);
      await edited();
      await act(() => jest.advanceTimersByTimeAsync(1500));
      expect(screen.getByRole('region', { name: '题库里有相近的题' })).toHaveTextContent('LAW-0009');
    } finally {
      jest.useRealTimers();
    }
  });

  it('of which the key is withheld just now is not possible', async () => {
    fakeServer({ ...answers, QuestionDetail: { questionForAuthor: { ...question, key: { __typename: 'KeyWithheldError', message: '交卷后才能看' } } } });
    await edited();
    expect(await screen.findByText('交卷后才能看')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: '题干' })).toBeNull();
  });

  it.each(questionTypes)('of type %s has a form of its own that says what is still missing', async (type) => {
    fakeServer(answers);
    await renderPage(<NewQuestionPage />, { path: `/desk/questions/new?type=${type}`, pattern: '/desk/questions/new', viewer: { permissions: [...viewer.permissions] } });
    await user.click(screen.getByRole('button', { name: '存为草稿' }));
    expect(screen.getByText(/还有 \d+ 处要改/)).toBeVisible();
    for (const sentence of new Set(problemsOf(newDraft(type, null).content, 'zh-CN').values())) expect(screen.getAllByText(sentence)[0]).toBeVisible();
    expect(screen.queryByText('答案的形式与题型不符。')).toBeNull();
  });
});

describe('a draft', () => {
  it('of every type is checked by the rules of the server', () => {
    for (const type of questionTypes) expect(problemsOf(newDraft(type, null).content, 'zh-CN').size).toBeGreaterThan(0);
  });

  it('has a competency of its own track', () => {
    const { content } = newDraft('single', null);
    const law = withCompetency(content, 'LAW-2');
    expect(law).toMatchObject({ track: 'law', competency: 'LAW-2' });
    expect(withTrack(law, 'ethics')).toMatchObject({ track: 'ethics', competency: null });
  });
});
