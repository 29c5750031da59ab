import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CandidatesPage } from './candidates-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const row = (changes: Record<string, unknown>) => ({ personId: 'p1', staffNumber: '100004', name: '赵婷', unitName: '东湖营业厅', byName: false, extraMinutes: 0, checkedInAt: null, note: null, attempt: null, ...changes });
const sittingOf = (nodes: unknown[], state = 'planned') => ({ sitting: { id: 's', title: '第一场', state, people: { totalCount: nodes.length, nodes } } });
const shown = (permissions: ('exam.manage' | 'exam.invigilate')[] = ['exam.manage']) => renderPage(<CandidatesPage />, { path: '/desk/sittings/s/candidates', pattern: '/desk/sittings/:sittingId/candidates', viewer: { permissions } });

describe('the candidates of a sitting', () => {
  it('are shut out by name with a note', async () => {
    const server = fakeServer({ Candidates: sittingOf([row({ extraMinutes: 15 })]), SetCandidate: { setCandidate: { __typename: 'SaveSittingSuccess', sitting: { id: 's', counts: { admitted: 0 } } } } });
    await shown();
    await user.click(await screen.findByRole('button', { name: '调整赵婷' }));
    await user.click(await screen.findByRole('radio', { name: '不参加' }));
    await user.type(screen.getByRole('textbox', { name: '备注' }), '产假');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'SetCandidate')!.variables).toEqual({ input: { sittingId: 's', personId: 'p1', admitted: false, extraMinutes: 15, note: '产假' } }));
  });

  it('keep what was set before when they are found by name again', async () => {
    const server = fakeServer({
      Candidates: ({ filter }: { filter: { state: string | null } }) => sittingOf(filter.state === 'shutOut' ? [row({ note: '产假' })] : []),
      PeopleToAdmit: { people: { nodes: [{ id: 'p1', name: '赵婷', staffNumber: '100004', unit: { id: 'u', name: '东湖营业厅' } }] } },
    });
    await shown();
    await user.type(await screen.findByRole('combobox', { name: '按姓名或工号加人、调整' }), '赵');
    await user.click(await screen.findByTitle('赵婷 100004（东湖营业厅）'));
    expect(await screen.findByRole('radio', { name: '不参加' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: '备注' })).toHaveValue('产假');
    expect(server.asked.some(({ name }) => name === 'SetCandidate')).toBe(false);
  });

  it('are only looked at by invigilators, and by everybody once it is over', async () => {
    fakeServer({ Candidates: sittingOf([row({})]) });
    const first = await shown(['exam.invigilate']);
    expect(await screen.findByText('赵婷')).toBeVisible();
    expect(screen.queryByRole('button', { name: '调整赵婷' })).toBeNull();
    first.unmount();
    fakeServer({ Candidates: sittingOf([row({})], 'closed') });
    await shown();
    expect(await screen.findByText('赵婷')).toBeVisible();
    expect(screen.queryByRole('button', { name: '调整赵婷' })).toBeNull();
    expect(screen.getByRole('link', { name: '下载名单（Excel）' })).toHaveAttribute('href', '/files/sittings/s/candidates.xlsx?');
  });
});
