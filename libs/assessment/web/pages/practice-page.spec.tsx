import 'fake-indexeddb/auto';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { devicePractice } from '../practice/device-practice.js';
import { aRound } from '../testing/a-round.js';
import { anAttempt } from '../testing/an-attempt.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { MissedPage } from './missed-page.js';
import { PracticePage } from './practice-page.js';

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false;
};
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const home = {
  ...{ total: 40, answered: 12, mastered: 9, missed: 3 },
  chapters: [
    { id: 'law', parentId: null, name: '法律法规', total: 30, answered: 12, mastered: 9 },
    { id: 'first', parentId: 'law', name: '第一章', total: 10, answered: 0, mastered: 0 },
  ],
  weak: [{ topic: 'BIZ-3', answered: 12, missed: 5 }],
  open: [],
  mocks: [{ id: 'exam', title: '上岗考试', minutes: 60, passMark: 60, size: { questions: 40, marks: 100 }, openAttemptId: null }],
};
const started = { startPractice: { __typename: 'PracticeRoundSuccess', round: aRound() } };

afterEach(async () => {
  await (await devicePractice()).store.forget('account-1');
  await (await deviceOutbox()).store.forgetAccount('account-1');
});

describe('the page of practice', () => {
  it('begins a round with one tap, kept on this device before it is shown', async () => {
    const server = fakeServer({ PracticeHome: { practiceHome: home }, StartPractice: started });
    const shown = await renderPage(<PracticePage />, { path: '/practice' });
    await user.click(await screen.findByRole('button', { name: /随机练习/ }));
    await waitFor(() => expect(shown.path()).toBe('/practice/round'));
    expect(server.asked.find(({ name }) => name === 'StartPractice')!.variables).toEqual({ input: { mode: 'random', size: 10 } });
    expect((await (await devicePractice()).store.of('account-1', 'round'))?.round.questions).toHaveLength(3);
  });

  it('says what is weak and how far one has come, and practises a chapter by a tap, as many questions as chosen', async () => {
    const server = fakeServer({ PracticeHome: { practiceHome: home }, StartPractice: started });
    await renderPage(<PracticePage />, { path: '/practice' });
    expect(await screen.findByText('近半年“抄表与电费”答了 12 题，错 5 题')).toBeInTheDocument();
    expect(screen.getByText('30 题，做过 12，掌握 9')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: '20 题' }));
    expect(screen.queryByText('第一章')).toBeNull();
    await user.click(screen.getByRole('button', { name: '“法律法规”各节' }));
    await user.click(screen.getByRole('button', { name: /第一章/ }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'StartPractice')).toMatchObject({ variables: { input: { mode: 'chapter', chapterId: 'first', size: 20 } } }));
    localStorage.clear();
  });

  it('offers neither weak points nor what was missed where there is none', async () => {
    fakeServer({ PracticeHome: { practiceHome: { ...home, missed: 0, weak: [] } } });
    await renderPage(<PracticePage />, { path: '/practice' });
    expect(await screen.findByRole('button', { name: /薄弱点练习/ })).toBeDisabled();
    expect(screen.getByRole('button', { name: /错题重练/ })).toBeDisabled();
    expect(screen.queryByText('看错题和解析')).toBeNull();
  });

  it('starts the clock of a mock only after a second tap', async () => {
    const server = fakeServer({ PracticeHome: { practiceHome: home }, StartMockExam: { startMockExam: { __typename: 'StartAttemptSuccess', attempt: anAttempt({ id: 'mock', quizId: null, mockExamId: 'exam' }) } } });
    const shown = await renderPage(<PracticePage />, { path: '/practice' });
    await user.click(await screen.findByRole('button', { name: '开始 上岗考试' }));
    expect(screen.getByText(/开始后计时 60 分钟/)).toBeInTheDocument();
    expect(server.asked.some(({ name }) => name === 'StartMockExam')).toBe(false);
    await user.click(screen.getByRole('button', { name: '开始模拟考试' }));
    await waitFor(() => expect(shown.path()).toBe('/attempt/mock'));
  });

  it('says why a round could not begin', async () => {
    fakeServer({ PracticeHome: { practiceHome: home }, StartPractice: { startPractice: { __typename: 'PracticeRefusedError', code: 'PRACTICE_EMPTY', message: '这里还没有可以练的题' } } });
    await renderPage(<PracticePage />, { path: '/practice' });
    await user.click(await screen.findByRole('button', { name: /顺序练习/ }));
    expect(await screen.findByText('这里还没有可以练的题')).toBeInTheDocument();
  });

  it('offers the round kept on this device when the server cannot be reached', async () => {
    await (await devicePractice()).store.keep('account-1', aRound());
    fakeServer().offline = true;
    await renderPage(<PracticePage />, { path: '/practice' });
    expect(await screen.findByText(/本机有一组没做完的练习/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '接着练' })).toHaveAttribute('href', '/practice/round');
  });
});

describe('the page of missed questions', () => {
  it('shows each with what is right and why, and begins a round of them', async () => {
    const [question] = aRound().questions;
    const review = { question, choice: ['A'], right: ['B'], correct: false, marks: 0, maxMarks: 1, explanation: '千瓦时是电能的单位。' };
    const server = fakeServer({ MissedAnswers: { missedAnswers: { totalCount: 1, nodes: [{ answeredAt: '2026-11-25T01:00:00Z', review }] } }, StartPractice: started });
    const shown = await renderPage(<MissedPage />, { path: '/practice/missed' });
    expect(await screen.findByText('千瓦时是电能的单位。')).toBeInTheDocument();
    expect(screen.getByText('选项B').closest('li')).toHaveAttribute('data-right');
    await user.click(screen.getByText('错题重练'));
    await waitFor(() => expect(shown.path()).toBe('/practice/round'));
    expect(server.asked.find(({ name }) => name === 'StartPractice')).toMatchObject({ variables: { input: { mode: 'wrong' } } });
  });
});
