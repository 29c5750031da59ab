import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BoardPage } from './board-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const attempt = { id: 'a', state: 'open', deadline: '2026-12-02T02:30:00Z', answered: 3, total: 20, lastSavedAt: '2026-12-02T01:10:00Z', takeovers: 0, timesLeft: 1, pastes: 0 };
const person = (changes: Record<string, unknown> = {}) => ({ personId: 'p1', staffNumber: '100004', name: '赵婷', unitName: '东湖营业厅', checkedInAt: null, attempt: null, ...changes });
const sitting = (changes: Record<string, unknown> = {}, people = [person()]) => ({
  sitting: {
    ...{ id: 's', title: '第一场', place: '三楼机房', state: 'planned', delivery: 'screen', opensAt: '2026-12-02T01:00:00Z', closesAt: '2026-12-02T03:00:00Z', unit: { id: 'u', name: '江北县' }, counts: { admitted: 1, checkedIn: 0, open: 0, submitted: 0 } },
    ...{ cancelledReason: null, checkIn: 'invigilator', checkInCode: null, people: { totalCount: people.length, nodes: people }, incidents: [] },
    ...changes,
  },
});
const shown = async (answer: object, permissions: ('exam.manage' | 'exam.invigilate')[] = ['exam.manage']) => {
  const server = fakeServer({
    ...{ Board: answer, UnsentFiles: { sitting: { id: 's', unsentFiles: [] } } },
    ...{ CancelSitting: { cancelSitting: { __typename: 'SaveSittingSuccess', sitting: sitting().sitting } }, ForceSubmit: { forceSubmit: { __typename: 'AttemptChangedSuccess' } }, CheckInCandidate: { checkInCandidate: { __typename: 'CheckInSuccess' } } },
  });
  await renderPage(<BoardPage />, { path: '/desk/sittings/s', pattern: '/desk/sittings/:sittingId', viewer: { permissions } });
  return server;
};

describe('the board of a sitting', () => {
  it('is cancelled only with a reason, and the way back does not read like cancelling', async () => {
    const server = await shown(sitting());
    await user.click(await screen.findByRole('button', { name: '取消场次' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: '取消场次' })).toBeDisabled();
    expect(dialog.getByRole('button', { name: '先不取消' })).toBeEnabled();
    await user.type(dialog.getByRole('textbox', { name: '原因（会留在记录里）' }), '停电');
    await user.click(dialog.getByRole('button', { name: '取消场次' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'CancelSitting')!.variables).toEqual({ id: 's', reason: '停电' }));
  });

  it('tells why it was cancelled above everybody who was to come, and offers nothing more', async () => {
    await shown(sitting({ state: 'cancelled', cancelledReason: '停电' }));
    const why = await screen.findByText('已取消：停电');
    expect(why.compareDocumentPosition(screen.getByText('赵婷')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.queryByRole('button', { name: '取消场次' })).toBeNull();
    expect(screen.queryByRole('button', { name: '登记情况' })).toBeNull();
  });

  it('hands in for somebody who writes, after a warning and with a reason', async () => {
    const server = await shown(sitting({ state: 'open' }, [person({ attempt })]), ['exam.invigilate']);
    await user.click(await screen.findByRole('button', { name: '代交' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('已保存的答案全部有效，交卷后不能再答。')).toBeVisible();
    expect(dialog.getByRole('button', { name: '取消' })).toBeEnabled();
    await user.type(dialog.getByRole('textbox', { name: '原因（会留在记录里）' }), '身体不适');
    await user.click(dialog.getByRole('button', { name: '代交' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'ForceSubmit')!.variables).toEqual({ sittingId: 's', attemptId: 'a', note: '身体不适' }));
    expect(screen.queryByRole('button', { name: '取消场次' })).toBeNull();
  });
});
