import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReviewPage } from './review-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const key = { __typename: 'KeyForAuthor', kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null, explanation: null, revision: 0 };
const options = [
  { key: 'A', text: '30日' },
  { key: 'B', text: '60日' },
];
const row = (id: string, code: string, stem: string) => ({
  ...{ id, code, version: 2, latestVersion: 2, latestState: 'inReview', currentVersion: 1, use: 'any', type: 'single', stem, track: 'law', difficulty: 2 },
  ...{ updatedAt: '2026-09-01T01:00:00Z', competency: null, category: null, usage: { times: 0, lastDay: null } },
});
const face = { type: 'single', media: [], options, prompts: [], blanks: [], parts: [], key, track: 'law', competency: null, difficulty: 2, clause: null };
const version = (number: number, stem: string) => ({ ...face, versionId: `v${number}`, version: number, createdAt: '2026-09-01T01:00:00Z', authorName: '李作者', stem, steps: [{ state: 'inReview', comment: null, at: '2026-09-01T01:00:00Z', byName: '李作者' }] });
const queue = { totalCount: 2, nodes: [row('p', 'LAW-1', '欠费多久可以停电？'), row('q', 'LAW-2', '另一题')] };
const answers = {
  QuestionsToReview: ({ own }: Record<string, unknown>) => ({ questionsToReview: own ? { totalCount: 3, nodes: [] } : queue }),
  QuestionDetail: ({ id }: Record<string, unknown>) => ({ questionForAuthor: { ...queue.nodes.find((node) => node.id === id)!, ...face, stem: '欠费多久可以停电？', versionId: 'v2', writtenAt: '2026-09-01T01:00:00Z', unit: null } }),
  QuestionHistory: { questionForAuthor: { id: 'p', currentVersion: 1, versions: [version(2, '欠费多久可以停电？'), version(1, '欠费几天停电？')] } },
  ReviewQuestions: { reviewQuestions: { __typename: 'ChangeQuestionsSuccess', changed: ['p'], refused: [] } },
};
const shown = () => renderPage(<ReviewPage />, { path: '/desk/questions/review', viewer: { permissions: ['question.read', 'question.manage', 'question.review'] } });

describe('reviewing questions', () => {
  it('shows what waits, what it changes, and how much of one’s own waits for others', async () => {
    fakeServer(answers);
    await shown();
    expect(await screen.findByText('2 道等您审')).toBeVisible();
    expect(screen.getByText(/您写的有 3 道在等别人审/)).toBeVisible();
    expect((await screen.findByText('欠费几天停电？')).closest('del')).not.toBeNull();
  });

  it('says the verdict on the version that was seen', async () => {
    const server = fakeServer(answers);
    await shown();
    await user.click(await screen.findByRole('button', { name: '通过并启用' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'ReviewQuestions')!.variables).toMatchObject({ selection: { targets: [{ id: 'p', version: 2 }] }, verdict: 'approve', publish: true, comment: null }));
  });

  it('sends nothing back without a reason', async () => {
    const server = fakeServer(answers);
    await shown();
    const reject = await screen.findByRole('button', { name: '退回修改' });
    expect(reject).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '意见' }), '有歧义');
    await user.click(reject);
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'ReviewQuestions')!.variables).toMatchObject({ verdict: 'reject', publish: false, comment: '有歧义' }));
  });

  it('tells why a verdict was not taken', async () => {
    fakeServer({ ...answers, ReviewQuestions: { reviewQuestions: { __typename: 'ChangeQuestionsSuccess', changed: [], refused: [{ id: 'p', code: 'LAW-1', error: { message: '您看的不是最新一版' } }] } } });
    await shown();
    await user.click(await screen.findByRole('button', { name: '通过并启用' }));
    expect(await screen.findByText('您看的不是最新一版')).toBeVisible();
  });

  it('goes on to those behind the first hundred, and back when the last page is through', async () => {
    let waiting = 101;
    const answer = ({ own, offset }: Record<string, unknown>) => ({ questionsToReview: own ? { totalCount: 0, nodes: [] } : { totalCount: waiting, nodes: offset === 100 ? (waiting > 100 ? [queue.nodes[1]] : []) : [queue.nodes[0]] } });
    fakeServer({ ...answers, QuestionsToReview: answer });
    await shown();
    await screen.findByText('101 道等您审');
    await user.click(screen.getByTitle('Next Page'));
    expect(await screen.findByRole('button', { name: /LAW-2/ })).toHaveAttribute('aria-current', 'true');
    waiting = 100;
    await user.click(screen.getByRole('button', { name: '通过并启用' }));
    expect(await screen.findByRole('button', { name: /LAW-1/ })).toHaveAttribute('aria-current', 'true');
    expect(screen.getByText('100 道等您审')).toBeVisible();
  });

  it('says so where nothing waits', async () => {
    fakeServer({ ...answers, QuestionsToReview: { questionsToReview: { totalCount: 0, nodes: [] } } });
    await shown();
    expect(await screen.findByText('没有等您审的题')).toBeVisible();
  });
});
