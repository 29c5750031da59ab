import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Alerts } from './alerts.js';
import { UnderTest } from './under-test.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const study = (id: string, changes: object) => ({ id, title: id, state: 'locked', declaredAt: '2026-11-01T00:00:00Z', course: null, unit: { id: 'u', name: 'u' }, latest: null, runs: [], ...changes });
const waits = (moreMonths: number | null) => ({ latest: { id: 'r', number: 1, report: { verdict: 'cannotSayYet', headline: '', moreMonths } } });
const alerts = { impactAlerts: { totalCount: 1, nodes: [{ id: 'a1', text: '江北县投诉高于上限。', advice: '若据此派训，请记下决策期。' }] } };

describe('the training under test', () => {
  it('says for each when an answer will be possible', async () => {
    fakeServer({ Studies: { studies: { totalCount: 4, nodes: [study('甲', waits(4)), study('乙', waits(null)), study('丙', { state: 'declared' }), study('丁', { state: 'replaced' })] } } });
    await renderPage(<UnderTest />);
    expect(await screen.findByText('还不能下结论 · 约再等 4 个月可以有答案')).toBeVisible();
    expect(screen.getByText('还不能下结论 · 光等没有用，需要更多营业厅')).toBeVisible();
    expect(screen.getByText('方案还没有锁定')).toBeVisible();
    expect(screen.queryByText('丁')).toBeNull();
  });
});

describe('alerts', () => {
  it('come with what has to be written down, and go when somebody has seen them', async () => {
    const server = fakeServer({ Alerts: alerts, AcknowledgeAlert: { acknowledgeAlert: { __typename: 'AlertSuccess', alert: { id: 'a1', acknowledgedAt: '2026-11-01T00:00:00Z' } } } });
    await renderPage(<Alerts />);
    expect(await screen.findByText('若据此派训，请记下决策期。')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /打算怎么办/ }), '先去看看');
    server.answer('Alerts', { impactAlerts: { totalCount: 0, nodes: [] } });
    await user.click(screen.getByRole('button', { name: '我看过了' }));
    await waitFor(() => expect(screen.queryByText('江北县投诉高于上限。')).toBeNull());
    expect(server.asked.find(({ name }) => name === 'AcknowledgeAlert')?.variables).toEqual({ id: 'a1', note: '先去看看' });
  });

  it('take no room where there are none', async () => {
    fakeServer({ Alerts: { impactAlerts: { totalCount: 0, nodes: [] } } });
    const { container } = await renderPage(<Alerts />);
    await waitFor(() => expect(container.querySelector('section')).toBeNull());
  });
});
