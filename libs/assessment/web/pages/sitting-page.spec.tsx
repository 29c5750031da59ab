import 'fake-indexeddb/auto';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MySitting } from '../my-sitting.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { aSitting } from '../testing/a-sitting.js';
import { anAttempt } from '../testing/an-attempt.js';
import { MySittingsPage } from './my-sittings-page.js';
import { SittingPage } from './sitting-page.js';

// Node's own channel would keep the test process alive; one tab needs none.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const minutes = (n: number): string => new Date(Date.now() + n * 60_000).toISOString();
const receipt = { submittedAt: '2026-11-20T02:00:00Z', score: 80, maxMarks: 100, passed: true, pending: 0 };

/** A sitting by the clock of now: it opened ten minutes ago unless told otherwise. */
async function lobby(change: Partial<MySitting> = {}) {
  const sitting = aSitting({ ...{ serverNow: minutes(0), opensAt: minutes(-10), closesAt: minutes(110), deadlineIfBegun: minutes(60) }, ...{ state: 'open', refusal: null }, ...change });
  const attempt = anAttempt({ id: 'attempt-1', sittingId: sitting.id, deadline: minutes(60), serverNow: minutes(0) });
  const server = fakeServer({ MySitting: { mySitting: sitting }, StartSitting: { startSitting: { __typename: 'StartAttemptSuccess', attempt } } });
  const shown = await renderPage(<SittingPage />, { path: '/sitting/sitting', pattern: '/sitting/:sittingId' });
  return { server, shown };
}

afterEach(async () => (await deviceOutbox()).store.forgetAccount('account-1'));

describe('the lobby of a sitting', () => {
  it('says when, where, how long, how much and until when, and what is noted, and begins', async () => {
    const { server, shown } = await lobby({ extraMinutes: 15 });
    expect(await screen.findByRole('heading', { name: '上岗考试' })).toBeInTheDocument();
    for (const text of ['三楼机房', '60 分钟，另给您加 15 分钟', '8 题，共 10 分', '得满分的 60%', '开考 30 分钟后不能再进场', '切到别的页面会记下来。', '在答案里粘贴会记下来。']) expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.getByText(/^现在开始的话，\d\d:\d\d 自动交卷$/)).toBeInTheDocument();
    expect(screen.queryByText('要求全屏，退出全屏会记下来。')).toBeNull();
    await user.click(screen.getByText('开始答题'));
    await waitFor(() => expect(shown.path()).toBe('/attempt/attempt-1'));
    const { input } = server.asked.find(({ name }) => name === 'StartSitting')!.variables as { input: { sittingId: string; deviceId: string; deviceLabel: string } };
    expect(input).toMatchObject({ sittingId: 'sitting', deviceId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    expect((await (await deviceOutbox()).store.snapshot('attempt-1'))?.attempt.sittingId).toBe('sitting');
  });

  it('comes alive by itself at the opening, without asking the server', async () => {
    jest.useFakeTimers();
    try {
      const { server } = await lobby({ state: 'planned', refusal: 'SITTING_NOT_OPEN', opensAt: minutes(0.05) });
      await act(() => jest.advanceTimersByTimeAsync(100));
      expect(screen.getByRole('button', { name: '开始答题' })).toBeDisabled();
      expect(screen.getByRole('timer')).toHaveTextContent('0:0');
      const asked = server.asked.length;
      await act(() => jest.advanceTimersByTimeAsync(4000));
      expect(screen.getByRole('button', { name: '开始答题' })).toBeEnabled();
      expect(server.asked).toHaveLength(asked);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks for the code where there is one, and says at the field that it is wrong', async () => {
    const { server, shown } = await lobby({ checkIn: 'code', refusal: 'CHECK_IN_NEEDED' });
    await user.click(await screen.findByText('开始答题'));
    expect(screen.getByText('请先填签到码。')).toBeInTheDocument();
    server.answer('StartSitting', { startSitting: { __typename: 'StartRefusedError', code: 'CHECK_IN_WRONG', message: '签到码不对' } });
    await user.type(screen.getByLabelText('签到码'), '123 456');
    await user.click(screen.getByText('开始答题'));
    expect(await screen.findByText('签到码不对')).toBeInTheDocument();
    expect(screen.getByLabelText('签到码')).toBeInvalid();
    expect(shown.path()).toBe('/sitting/sitting');
    expect(server.asked.filter(({ name }) => name === 'StartSitting').map(({ variables }) => (variables['input'] as { checkInCode: string }).checkInCode)).toEqual(['123 456']);
  });

  it.each([
    [{ refusal: 'TOO_LATE' }, '已经过了最晚进场时间。', '如有特殊情况，请找监考人员。'],
    [{ refusal: 'SITTING_CANCELLED', state: 'cancelled', cancelledReason: '停电' }, '这场考试取消了：停电', '重新安排后会再显示在这里，不用做什么。'],
    [{ refusal: 'CHECK_IN_NEEDED', checkIn: 'invigilator' }, '要先由监考人员为您签到。', '到考场后报姓名或工号，签到好了按钮会自己亮起来。'],
    [{ refusal: 'ON_PAPER', delivery: 'paper' }, '这场考试用纸质试卷。', '请按时到考场，成绩由考务人员录入后显示在这里。'],
  ] as [Partial<MySitting>, string, string][])('says why one may not begin and what to do: %o', async (change, why, what) => {
    await lobby(change);
    expect(await screen.findByText(why)).toBeInTheDocument();
    expect(screen.getByText(what, { exact: false })).toBeInTheDocument();
    expect(screen.queryByText('开始答题')).toBeNull();
  });

  it('opens the paper begun on this device when the server cannot be reached', async () => {
    const { store } = await deviceOutbox();
    await store.keep('account-1', anAttempt({ id: 'kept', sittingId: 'sitting', deadline: minutes(30) }), 0);
    fakeServer().offline = true;
    await renderPage(<SittingPage />, { path: '/sitting/sitting', pattern: '/sitting/:sittingId' });
    expect(await screen.findByText(/这份答卷存在本机/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '继续答题' })).toHaveAttribute('href', '/attempt/kept');
  });
});

describe('my exams', () => {
  it('are those ahead and those sat, with results as far as they may be seen', async () => {
    const sat = (id: string, change: Partial<typeof receipt> | null) => aSitting({ id, examTitle: id, state: 'closed', myAttempts: [{ id, state: 'submitted', receipt: change && { ...receipt, ...(change as typeof receipt) } }] });
    fakeServer({ MySittings: { mySittings: [aSitting(), sat('看得到', {}), sat('要阅卷', { pending: 2 }), sat('未公布', { score: null as unknown as number })] } });
    await renderPage(<MySittingsPage />);
    expect(await screen.findByRole('link', { name: /看得到.*80 分.*通过/ })).toHaveAttribute('href', `/sitting/${encodeURIComponent('看得到')}`);
    expect(screen.getByRole('link', { name: /要阅卷.*等待阅卷/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /未公布.*成绩将在考试结束后公布/ })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '要参加的' })).toBeInTheDocument();
  });
});
