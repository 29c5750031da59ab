import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LotteriesPage } from './lotteries-page.js';
import { TrainingPage } from './training-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const row = {
  ...{ id: 'a1', state: 'planned', plannedMonth: '2026-12', plannedOn: null, reason: 'spike', lookedFrom: '2026-09', lookedUntil: '2026-11' },
  ...{ decidedBy: '营销部', heldOn: null, cancelledWhy: null, lotteryId: null, unit: { id: 'h', name: '东湖营业厅' }, course: { id: 'c1', name: '一次性告知' } },
};
const answers = {
  TrainingAssignments: { trainingAssignments: { totalCount: 1, nodes: [row] } },
  CourseNames: { courses: { nodes: [{ id: 'c1', name: '一次性告知' }] } },
  TrainingHints: { trainingHints: [{ code: 'fewUntrained', message: '至少留 2 个' }] },
};
const scheduler = { permissions: ['learning-record.read', 'training.schedule'] as const };

describe('the training schedule', () => {
  it('shows why each hall is trained and what was looked at, with hints on the chosen course', async () => {
    const server = fakeServer(answers);
    await renderPage(<TrainingPage />, { path: '/desk/training?course=c1&state=planned', viewer: { permissions: ['learning-record.read'] } });
    expect(await screen.findByText('2026年9月 至 2026年11月')).toBeVisible();
    expect(await screen.findByText('至少留 2 个')).toBeVisible();
    expect(server.asked.find(({ name }) => name === 'TrainingAssignments')?.variables['filter']).toEqual({ unitId: 'unit-1', courseId: 'c1', state: 'planned', reason: null });
    expect(screen.queryByRole('button', { name: '安排培训' })).toBeNull();
  });

  it('cancels what was ticked only with a reason', async () => {
    const server = fakeServer({ ...answers, CancelTraining: { cancelTraining: { __typename: 'ScheduleTrainingSuccess', halls: 1 } } });
    await renderPage(<TrainingPage />, { path: '/desk/training', viewer: { permissions: [...scheduler.permissions] } });
    const line = (await screen.findByText('东湖营业厅')).closest('tr')!;
    await user.click(within(line).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: '取消安排' }));
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: '取消安排' });
    expect(send).toBeDisabled();
    await user.type(within(dialog).getByLabelText('为什么取消'), '改期');
    await user.click(send);
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'CancelTraining')?.variables).toEqual({ ids: ['a1'], why: '改期' }));
  });
});

describe('lotteries of training', () => {
  const lottery = {
    ...{ id: 'l1', state: 'prepared', tiersBy: 'rate', tiers: 2, waves: 2, firstMonth: '2026-12', monthsApart: 4, keptShare: 0.25, decidedBy: '办公会', seedDigest: 'ab12', seed: null },
    ...{ preparedAt: '2026-11-20T02:00:00Z', preparedBy: '钱老师', drawnAt: null, drawnBy: null, course: { id: 'c1', name: '一次性告知' }, unit: { id: 'u', name: '江北县' } },
    lots: [{ code: 'N-1', tier: 1, wave: null, unit: { id: 'h', name: '东湖营业厅' } }],
  };

  it('show the digest before the draw and draw only after a question', async () => {
    const server = fakeServer({ TrainingLotteries: { trainingLotteries: [lottery] }, DrawLottery: { drawLottery: { __typename: 'LotterySuccess', lottery: { id: 'l1' } } } });
    await renderPage(<LotteriesPage />, { path: '/desk/training/lotteries', viewer: { permissions: [...scheduler.permissions] } });
    expect(await screen.findByText('ab12')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '抽签' }));
    const [question] = await screen.findAllByText('现在抽签？');
    expect(server.asked.some(({ name }) => name === 'DrawLottery')).toBe(false);
    await user.click(within(question!.closest<HTMLElement>('[role="dialog"]')!).getByRole('button', { name: '抽签' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'DrawLottery')?.variables).toEqual({ id: 'l1' }));
  });

  it('that were drawn show the seed and offer nothing more', async () => {
    fakeServer({ TrainingLotteries: { trainingLotteries: [{ ...lottery, state: 'drawn', seed: 'cd34', drawnAt: '2026-11-21T02:00:00Z', drawnBy: '钱老师', lots: [{ ...lottery.lots[0], wave: 2 }] }] } });
    await renderPage(<LotteriesPage />, { path: '/desk/training/lotteries', viewer: { permissions: [...scheduler.permissions] } });
    expect(await screen.findByText('cd34')).toBeVisible();
    expect(screen.queryByRole('button', { name: '抽签' })).toBeNull();
  });
});
