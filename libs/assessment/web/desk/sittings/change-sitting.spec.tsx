import { refreshAll } from '@skillhall/ui/graphql';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { ChangeSitting } from './change-sitting.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const plan = (version: number, title: string) => ({
  sitting: {
    ...{ id: 's', title, place: null, state: 'planned', delivery: 'screen', opensAt: '2026-11-25T01:00:00Z', closesAt: '2026-11-25T03:00:00Z', unit: { id: 'unit-1', name: '江北县' }, counts: { admitted: 1, checkedIn: 0, open: 0, submitted: 0 } },
    ...{ version, examId: 'e', lateEntryMinutes: null, checkIn: 'none', proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnits: [{ id: 'unit-1', name: '江北县' }], admittedPostIds: [], invigilators: [] },
  },
});

function Twice(): ReactNode {
  const [open, setOpen] = useState(true);
  return (
    <>
      <button onClick={() => setOpen(!open)}>开合</button>
      {open && <ChangeSitting id="s" onClose={() => {}} />}
    </>
  );
}

describe('a sitting that is changed', () => {
  it('is filled in as the server has it now, also where it was looked at before somebody else changed it', async () => {
    const server = fakeServer({
      ...{ SittingPlan: plan(1, '第一场'), PublishedExams: { exams: { nodes: [{ id: 'e', title: '上岗考试', unit: { id: 'unit-1', name: '江北县' } }] } } },
      ...{ PostsToAdmit: { posts: [] }, SittingWouldAdmit: { sittingWouldAdmit: 1 }, FindUnits: { units: { nodes: [] } } },
      SaveSitting: { saveSitting: { __typename: 'NotFoundError', code: 'NOT_FOUND', message: '没有' } },
    });
    await renderPage(<Twice />);
    expect(await screen.findByDisplayValue('第一场')).toBeInTheDocument();
    await user.click(screen.getByText('开合'));
    server.answer('SittingPlan', plan(2, '改过的第一场'));
    await act(refreshAll);
    await user.click(screen.getByText('开合'));
    expect(await screen.findByDisplayValue('改过的第一场')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '修改场次' }));
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'SaveSitting')?.variables).toMatchObject({ input: { version: 2, title: '改过的第一场' } }));
  });
});
