import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DuplicatesPage } from './duplicates-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const question = (id: string, code: string, second: string) => ({
  ...{ id, code, version: 1, latestVersion: 1, latestState: 'live', currentVersion: 1, use: 'any', type: 'single', stem: '欠费多久可以停电？', track: 'law', difficulty: 2 },
  ...{ updatedAt: '2026-09-01T01:00:00Z', competency: null, category: null, usage: { times: 0, lastDay: null }, prompts: [], unit: { id: 'u', name: '临江市公司' } },
  options: [
    { key: 'A', text: '30日' },
    { key: 'B', text: second },
  ],
});
const answers = {
  DuplicateQuestions: { duplicateQuestions: { totalCount: 1, nodes: [{ exact: false, similarity: 0.83, a: question('p', 'LAW-1', '60日'), b: question('q', 'LAW-2', '90日') }] } },
  StepQuestions: { stepQuestions: { __typename: 'ChangeQuestionsSuccess', changed: ['q'], refused: [] } },
  JudgeDuplicate: { judgeDuplicate: { __typename: 'JudgeDuplicateSuccess', questionIds: ['p', 'q'] } },
};
const shown = () => renderPage(<DuplicatesPage />, { path: '/desk/questions/duplicates', viewer: { permissions: ['question.read', 'question.manage'] } });

describe('questions that look alike', () => {
  it('stand beside each other with what only one of them says marked', async () => {
    fakeServer(answers);
    await shown();
    const pair = await screen.findByRole('article', { name: 'LAW-1 LAW-2' });
    expect(within(pair).getByText('相似 83%')).toBeVisible();
    expect(within(pair).getByText('60日').tagName).toBe('MARK');
    expect(within(pair).getAllByText(/30日/)[0]!.querySelector('mark')).toBeNull();
  });

  it('are settled by keeping one and retiring the other, which can be undone', async () => {
    const server = fakeServer(answers);
    await shown();
    await user.click((await screen.findAllByRole('button', { name: '留这道，停用另一道' }))[0]!);
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'StepQuestions')!.variables).toMatchObject({ selection: { targets: [{ id: 'q', version: 1 }] }, steps: ['retire'] }));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(server.asked.filter(({ name }) => name === 'StepQuestions').at(-1)!.variables).toMatchObject({ selection: { targets: [{ id: 'q' }] }, steps: ['undoRetire'] }));
  });

  it('are settled by saying that they are different', async () => {
    const server = fakeServer(answers);
    await shown();
    await user.click(await screen.findByRole('button', { name: '不是重复' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'JudgeDuplicate')!.variables).toEqual({ aId: 'p', bId: 'q', different: true }));
  });
});
