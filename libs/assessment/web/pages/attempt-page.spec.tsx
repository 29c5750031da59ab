import 'fake-indexeddb/auto';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Attempt } from '../outbox/attempt-store.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { anAttempt } from '../testing/an-attempt.js';
import { AttemptPage } from './attempt-page.js';

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false;
};
window.scrollTo = () => {};
// Node's own channel would keep the test process alive; one tab needs none.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const receipt = { code: '7F3K-92QD', submittedAt: '2026-11-23T01:30:00Z', answered: 1, total: 3, score: 33.3, marks: 1, maxMarks: 3, pending: 0, passed: false, submittedBy: 'examinee' };
let number = 0;

/** A fresh attempt at a server that saves; every test has its own, as the device keeps them. */
function exam() {
  const now = Date.now();
  let attempt: Attempt = anAttempt({
    id: `attempt-${++number}`,
    serverNow: new Date(now).toISOString(),
    deadline: new Date(now + 1_800_000).toISOString(),
  });
  const server = fakeServer({
    Attempt: () => ({ attempt }),
    SaveAnswer: ({ input }: Record<string, unknown>) => {
      const answer = { savedAt: '2026-11-23T01:10:00Z', ...(input as { questionId: string; choice: string[]; clientSeq: number }) };
      attempt = { ...attempt, answers: [...attempt.answers.filter((each) => each.questionId !== answer.questionId), answer] };
      return { saveAnswer: { __typename: 'SaveAnswerSuccess', clientSeq: answer.clientSeq, savedAt: answer.savedAt } };
    },
    SubmitAttempt: () => {
      attempt = { ...attempt, state: 'submitted', receipt };
      return { submitAttempt: { __typename: 'SubmitAttemptSuccess', attempt } };
    },
  });
  const show = () => renderPage(<AttemptPage />, { path: `/attempt/${attempt.id}`, pattern: '/attempt/:attemptId' });
  return { server, show, attempt: () => attempt, saved: () => server.asked.filter(({ name }) => name === 'SaveAnswer') };
}

afterEach(async () => (await deviceOutbox()).store.forgetAccount('account-1'));

describe('the paper of one person', () => {
  it('waits when somebody else has signed in in another tab', async () => {
    const { server, show } = exam();
    await show();
    await screen.findByText('第一步做什么？');
    const other = { accountId: 'account-9', login: 'li', name: '李强', roles: ['staff'], permissions: [], locale: null, mustChangePassword: false, person: null };
    server.answer('SaveAnswer', { saveAnswer: { __typename: 'NotFoundError', code: 'NOT_FOUND', message: '没有找到' } });
    server.answer('Viewer', { viewer: other });
    await user.click(screen.getByLabelText(/选项A/));
    await waitFor(() => expect(server.asked.map(({ name }) => name)).toContain('Viewer'));
    const { store } = await deviceOutbox();
    await waitFor(async () => expect((await store.queued('account-1')).filter(({ refused }) => refused === undefined)).toHaveLength(1));
  });
});

describe('the paper', () => {
  it('saves every choice at once and says so', async () => {
    const { show, saved } = exam();
    await show();
    await user.click(await screen.findByLabelText(/选项B/));
    expect(await screen.findByText('已保存')).toBeInTheDocument();
    expect(saved().map(({ variables }) => (variables['input'] as { choice: string[] }).choice)).toEqual([['B']]);
  });

  it('gathers several choices of one question in the order of the paper', async () => {
    const { show, attempt } = exam();
    await show();
    await user.click(await screen.findByText('下一题'));
    await user.click(screen.getByLabelText(/选项C/));
    await user.click(screen.getByLabelText(/选项A/));
    await waitFor(() => expect(attempt().answers[0]?.choice).toEqual(['A', 'C']));
    await user.click(screen.getByLabelText(/选项C/));
    await waitFor(() => expect(attempt().answers[0]?.choice).toEqual(['A']));
  });

  it('keeps a choice on the device without a network, through a reload, and delivers it afterwards', async () => {
    const { server, show, attempt } = exam();
    const first = await show();
    await screen.findByText('第一步做什么？');
    server.offline = true;
    await user.click(screen.getByLabelText(/选项D/));
    expect(await screen.findByText('本机暂存')).toBeInTheDocument();
    expect(screen.getByText('1 题暂存本机，联网后自动送达')).toBeInTheDocument();
    first.unmount();
    await show();
    expect(await screen.findByLabelText(/选项D/)).toBeChecked();
    expect(await screen.findByText('本机暂存')).toBeInTheDocument();
    server.offline = false;
    await act(async () => void (await (await deviceOutbox()).flush()));
    expect(await screen.findByText('已保存')).toBeInTheDocument();
    expect(attempt().answers.map(({ choice }) => choice)).toEqual([['D']]);
  });

  it('lists what is blank before it is handed in, then shows the receipt', async () => {
    const { show } = exam();
    await show();
    await user.click(await screen.findByLabelText(/选项A/));
    await screen.findByText('已保存');
    await user.click(screen.getAllByText('交卷')[0]!);
    const sheet = within(screen.getByText('还有 2 题没有答').closest('dialog')!);
    expect(sheet.getAllByRole('button', { name: /^第 \d 题/ }).map((button) => button.textContent)).toEqual(['2', '3']);
    await user.click(sheet.getByText('确认交卷'));
    expect(await screen.findByText('7F3K-92QD')).toBeInTheDocument();
    expect(screen.getByText('33.3 分')).toBeInTheDocument();
  });

  it('delivers every answer before it hands the paper in', async () => {
    const { show, server } = exam();
    await show();
    await screen.findByText('第一步做什么？');
    server.offline = true;
    await user.click(screen.getByLabelText(/选项A/));
    await screen.findByText('本机暂存');
    await user.click(screen.getAllByText('交卷')[0]!);
    await user.click(screen.getByText('确认交卷'));
    expect(await screen.findByText(/还连不上服务器/)).toBeInTheDocument();
    expect(server.asked.map(({ name }) => name)).not.toContain('SubmitAttempt');
    server.offline = false;
    await act(async () => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByText('7F3K-92QD')).toBeInTheDocument();
    const order = server.asked.map(({ name }) => name).filter((name) => name !== 'Attempt');
    expect(order).toEqual(['SaveAnswer', 'SubmitAttempt']);
  });

  it('tells of answers that came too late', async () => {
    const { show, server } = exam();
    await show();
    await screen.findByText('第一步做什么？');
    server.answer('SaveAnswer', { saveAnswer: { __typename: 'AttemptClosedError', code: 'ATTEMPT_CLOSED', message: '已经交卷' } });
    await user.click(screen.getByLabelText(/选项A/));
    expect(await screen.findByText('没有送达')).toBeInTheDocument();
    await user.click(screen.getAllByText('交卷')[0]!);
    await user.click(screen.getByText('确认交卷'));
    expect(await screen.findByText(/有 1 题的答案在交卷前没能送到服务器/)).toBeInTheDocument();
  });

  it('says that a paper is not there, and that the server cannot be reached', async () => {
    const { server } = exam();
    server.answer('Attempt', { attempt: null });
    const first = await renderPage(<AttemptPage />, { path: '/attempt/none', pattern: '/attempt/:attemptId' });
    expect(await screen.findByText('没有找到这份答卷')).toBeInTheDocument();
    first.unmount();
    server.offline = true;
    await renderPage(<AttemptPage />, { path: '/attempt/never-seen', pattern: '/attempt/:attemptId' });
    expect(await screen.findByText('现在连不上服务器')).toBeInTheDocument();
  });
});
