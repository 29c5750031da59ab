import 'fake-indexeddb/auto';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Attempt } from '../outbox/attempt-store.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { anAttempt } from '../testing/an-attempt.js';
import { thisDeviceId } from '../this-device.js';
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
function exam(change: Partial<Attempt> = {}) {
  const now = Date.now();
  let attempt: Attempt = anAttempt({
    id: `attempt-${++number}`,
    serverNow: new Date(now).toISOString(),
    deadline: new Date(now + 1_800_000).toISOString(),
    ...change,
  });
  const server = fakeServer({
    Attempt: () => ({ attempt }),
    SaveAnswer: ({ input }: Record<string, unknown>) => {
      const answer = { savedAt: '2026-11-23T01:10:00Z', ...(input as { questionId: string; choice: string[]; clientSeq: number }) };
      attempt = { ...attempt, answers: [...attempt.answers.filter((each) => each.questionId !== answer.questionId), answer] };
      return { saveAnswer: { __typename: 'SaveAnswerSuccess', clientSeq: answer.clientSeq, savedAt: answer.savedAt } };
    },
    RecordAttemptEvents: { recordAttemptEvents: { __typename: 'RecordEventsSuccess' } },
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

const bare = { marks: 2, section: 1, media: [], prompts: [], options: [], blanks: [], case: null, values: [] };
const proctoring = { fullScreen: false, blur: true, paste: true };
const sitting = (change: Partial<Attempt> = {}): Partial<Attempt> => {
  const { questions } = anAttempt();
  const written = { ...bare, id: 'q4', position: 4, type: 'shortAnswer' as const, stem: '先说什么？' };
  return { ...{ quizId: null, sittingId: 'sitting', sitting: { proctoring }, deviceId: thisDeviceId(), sections: ['一、选择题', '二、简答题'] }, questions: [...questions.map((each) => ({ ...each, section: 0 })), written], ...change };
};
const choices = (saved: readonly { variables: Record<string, unknown> }[]) => saved.map(({ variables }) => (variables['input'] as { choice: string[] }).choice);

describe('the paper of an exam', () => {
  it('shows sections and marks, and letters by the places that are seen while the keys are saved', async () => {
    const [first] = anAttempt().questions;
    const shuffled = { ...first!, section: 0, options: [first!.options[2]!, first!.options[0]!] };
    const { show, saved } = exam(sitting({ questions: [shuffled] }));
    await show();
    expect(await screen.findByRole('heading', { name: '一、选择题' })).toBeInTheDocument();
    expect(screen.getByText(/单选题 · 1 分/)).toBeInTheDocument();
    const option = screen.getByLabelText(/选项C/).closest('label')!;
    expect(option).toHaveTextContent(/^A选项C$/);
    await user.click(option);
    await screen.findByText('已保存');
    expect(choices(saved())).toEqual([['C']]);
  });

  it('saves a text once, when the pen has rested or the field is left', async () => {
    const { show, saved } = exam(sitting());
    await show();
    await user.click((await screen.findAllByRole('button', { name: /^第 4 题/ }))[0]!);
    await user.type(screen.getByLabelText('您的答案'), '先道歉');
    await user.tab();
    await screen.findByText('已保存');
    expect(choices(saved())).toEqual([['先道歉']]);
  });

  it('loses no letter when the page is closed while one writes', async () => {
    const { show, attempt } = exam(sitting());
    const first = await show();
    await user.click((await screen.findAllByRole('button', { name: /^第 4 题/ }))[0]!);
    await user.type(screen.getByLabelText('您的答案'), '先倾听');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem('skillhall.typing')).toContain('先倾听');
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    first.unmount();
    await show();
    await waitFor(() => expect(attempt().answers.at(-1)?.choice).toEqual(['先倾听']));
    await waitFor(() => expect(localStorage.getItem('skillhall.typing')).toBeNull());
  });

  it('stops when the answer to a save names another device, keeps what waits, and goes on when asked to', async () => {
    const { show, server, attempt } = exam(sitting());
    await show();
    await screen.findByText('第一步做什么？');
    server.answer('SaveAnswer', ({ input }: { input: { clientSeq: number } }) => ({ saveAnswer: { __typename: 'SaveAnswerSuccess', clientSeq: input.clientSeq, savedAt: '2026-11-23T01:10:00Z', deviceId: 'phone' } }));
    await user.click(screen.getByLabelText(/选项A/));
    expect(await screen.findByText('这份答卷已在另一台设备上继续')).toBeInTheDocument();
    expect(screen.getByLabelText(/选项B/)).toBeDisabled();
    expect(screen.getAllByText('交卷')[0]).toBeDisabled();
    server.answer('StartSitting', () => ({ startSitting: { __typename: 'StartAttemptSuccess', attempt: { ...attempt(), deviceId: thisDeviceId() } } }));
    await user.click(screen.getByText('在这里继续'));
    await waitFor(() => expect(screen.getByLabelText(/选项B/)).toBeEnabled());
    expect(screen.queryByText('这份答卷已在另一台设备上继续')).toBeNull();
  });

  it('says how many answers wait here while another device has the paper', async () => {
    const { show, server, attempt, saved } = exam(sitting());
    await show();
    await screen.findByText('第一步做什么？');
    server.offline = true;
    await user.click(screen.getByLabelText(/选项D/));
    await screen.findByText('本机暂存');
    server.answer('Attempt', () => ({ attempt: { ...attempt(), deviceId: 'phone' } }));
    server.offline = false;
    await act(async () => void (await (await deviceOutbox()).flush()));
    expect(await screen.findByText(/还有 1 题没有送出，都还留着/)).toBeInTheDocument();
    expect(saved()).toEqual([]);
  });

  it('keeps what waits when time runs out without a network, says who decides, and gives it out as a file', async () => {
    const now = Date.now();
    const { show, server } = exam(sitting({ deadline: new Date(now + 1500).toISOString() }));
    const address = jest.fn(() => 'blob:answers');
    Object.assign(URL, { createObjectURL: address, revokeObjectURL: () => {} });
    HTMLAnchorElement.prototype.click = () => {};
    await show();
    await screen.findByText('第一步做什么？');
    server.offline = true;
    await user.click(screen.getByLabelText(/选项D/));
    expect(await screen.findByText(/1 题的答案存在本机，联网后自动送出，算不算数由服务器按时间决定/, {}, { timeout: 5000 })).toBeInTheDocument();
    await user.click(screen.getByText('导出没送出的答案'));
    await waitFor(() => expect(address).toHaveBeenCalledTimes(1));
    expect(screen.getByLabelText(/选项D/)).toBeChecked();
  });

  it('says when the result comes, who handed in, and which answers did not arrive', async () => {
    const hidden = { ...receipt, score: null, marks: null, maxMarks: null, passed: null, submittedBy: 'server' };
    const { show } = exam(sitting({ state: 'submitted', receipt: hidden }));
    await show();
    expect(await screen.findByText('成绩将在考试结束后公布')).toBeInTheDocument();
    expect(screen.getByText('时间到，已自动交卷')).toBeInTheDocument();
  });

  it('shows the marks of each section in the review, and that people mark some answers still', async () => {
    const { show, server, attempt } = exam(sitting({ state: 'submitted', receipt: { ...receipt, pending: 1, passed: null } }));
    await show();
    expect(await screen.findByText(/还有 1 题等待阅卷/)).toBeInTheDocument();
    const items = attempt().questions.map((question, index) => ({ question, choice: ['A'], right: null, correct: index === 0, marks: index === 0 ? 1 : 0, maxMarks: question.marks, explanation: null }));
    server.answer('AttemptReview', { attemptReview: items });
    await user.click(screen.getByText('看看对错'));
    const sections = within(await screen.findByRole('region', { name: '各部分得分' }));
    expect(sections.getByText('1 / 3 分')).toBeInTheDocument();
    expect(sections.getByText('0 / 2 分')).toBeInTheDocument();
  });
});
