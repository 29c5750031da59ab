import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComplaintDrawer } from './complaint-drawer.js';
import { GapsPage } from './gaps-page.js';
import { RulesPage } from './rules-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

describe('missing figures', () => {
  it('name hall and months, the first few of many', async () => {
    const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'];
    fakeServer({ VolumeGaps: { volumeGaps: { from: '2025-01', until: '2025-12', totalCount: 1, nodes: [{ unit: { id: 'h', name: '东湖营业厅' }, months: 12, transactions: months, onlineShare: ['2025-06'], windowStaff: [] }] } } });
    await renderPage(<GapsPage />, { path: '/desk/volume-gaps', viewer: { permissions: ['complaint.read'] } });
    expect(await screen.findByText(/2025年1月 · .* 等 5 个月/)).toBeVisible();
    expect(screen.getByText('2025年6月')).toBeVisible();
  });
});

describe('rules of counting', () => {
  const change = { id: 'r', date: '2025-02-01', note: '新版分类', notedBy: '经理', mayRemove: true, unit: { id: 'unit-1', name: '江北县' } };

  it('are noted after a question, and come back when their removal is undone', async () => {
    const done = { __typename: 'TaxonomyChangeSuccess', change: { id: 'r' } };
    const server = fakeServer({ TaxonomyChanges: { taxonomyChanges: [change] }, RemoveTaxonomyChange: { removeTaxonomyChange: done }, NoteTaxonomyChange: { noteTaxonomyChange: done } });
    await renderPage(<RulesPage />, { path: '/desk/counting-rules', viewer: { permissions: ['complaint.read', 'complaint.manage'] } });
    await user.type(await screen.findByLabelText('从哪一天起'), '2026-01-01');
    await user.type(screen.getByLabelText('变了什么'), '改归类');
    await user.click(screen.getByRole('button', { name: '登记变化' }));
    const [question] = await screen.findAllByText('登记 2026年1月1日 的统计口径变化？');
    await user.click(within(question!.closest<HTMLElement>('[role="dialog"]')!).getByRole('button', { name: '登记变化' }));
    const noted = () => server.asked.filter(({ name }) => name === 'NoteTaxonomyChange').map(({ variables }) => variables['input']);
    await waitFor(() => expect(noted()).toEqual([{ unitId: 'unit-1', date: '2026-01-01', note: '改归类' }]));
    await user.click(screen.getByRole('button', { name: '删除 2025-02-01' }));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(noted()[1]).toEqual({ unitId: 'unit-1', date: '2025-02-01', note: '新版分类' }));
  });
});

describe('what the counter had learnt by the day of a complaint', () => {
  const complaint = {
    ...{ id: 'c', orderNumber: 'GD1', receivedAt: '2024-01-28T17:44:00', class: 'service', secondClass: null, thirdClass: null, substantiated: null, closedOn: null, text: '态度', level: null, channel: null },
    unit: { id: 'h', name: '东湖营业厅' },
  };
  const hallLearning = { people: 3, courses: [{ course: { id: 'k', name: '沟通' }, completed: 2, withQuiz: true }], learners: [{ person: { id: 'p', name: '王芳' }, courses: [] }] };

  it('is told with the caution that it is no verdict on anybody', async () => {
    const server = fakeServer({ ComplaintDetail: { complaint }, HallLearning: { hallLearning } });
    await renderPage(<ComplaintDrawer id="c" onClose={() => {}} />, { viewer: { permissions: ['complaint.read', 'learning-record.read'] } });
    expect(await screen.findByText('2 / 3 人')).toBeVisible();
    expect(screen.getByText(/不说明这件投诉是谁的责任/)).toBeVisible();
    expect(server.asked.find(({ name }) => name === 'HallLearning')?.variables).toEqual({ unitId: 'h', day: '2024-01-28' });
  });

  it('is not asked for who may not read learning records', async () => {
    const server = fakeServer({ ComplaintDetail: { complaint } });
    await renderPage(<ComplaintDrawer id="c" onClose={() => {}} />, { viewer: { permissions: ['complaint.read'] } });
    await screen.findByText('态度');
    expect(server.asked.map(({ name }) => name)).toEqual(['ComplaintDetail']);
  });
});
