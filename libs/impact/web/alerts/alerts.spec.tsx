import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AlertsPage } from './alerts-page.js';
import { Alerts } from './alerts.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const alerts = { impactAlerts: { totalCount: 1, nodes: [{ id: 'a1', text: '江北县投诉高于上限。', advice: '若据此派训，请记下决策期。' }] } };

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

describe('the page of alerts', () => {
  const row = { id: 'a1', since: '2026-08', month: '2026-10', text: '江北县投诉偏多。', acknowledgedAt: '2026-11-02T00:00:00Z', acknowledgedBy: '杨军', note: '先去看看', unit: { id: 'u', name: '江北县' } };

  it('says who has seen an alert and what is done about it, and lists those that nobody has seen when asked', async () => {
    const server = fakeServer({ Alerts: { impactAlerts: { totalCount: 0, nodes: [] } }, AlertLog: { impactAlerts: { totalCount: 2, nodes: [{ ...row, id: 'a2', since: '2026-10', acknowledgedAt: null, acknowledgedBy: null, note: null }, row] } } });
    await renderPage(<AlertsPage />, { path: '/desk/alerts?state=open', viewer: { permissions: ['training.schedule'] } });
    expect(await screen.findByRole('row', { name: '2026年8月至2026年10月 江北县 江北县投诉偏多。 杨军 2026年11月2日 先去看看' })).toBeVisible();
    expect(screen.getByRole('row', { name: /^2026年10月 江北县 江北县投诉偏多。 还没有人看/ })).toBeVisible();
    expect(server.asked.find(({ name }) => name === 'AlertLog')?.variables).toMatchObject({ unitId: 'unit-1', open: true });
  });
});
