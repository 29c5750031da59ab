import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PracticeSwitch } from './practice-switch.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const toggle = () => screen.getByRole('switch', { name: '员工可以在手机上做模拟考试' });

describe('the switch of an exam for mocks', () => {
  it('opens the exam to practice and stands as the server says', async () => {
    const server = fakeServer({ OpenExamToPractice: ({ open }: Record<string, unknown>) => ({ openExamToPractice: { __typename: 'SaveExamSuccess', exam: { id: 'exam', openToPractice: open } } }) });
    await renderPage(<PracticeSwitch examId="exam" open={false} />);
    await user.click(toggle());
    await waitFor(() => expect(toggle()).toBeChecked());
    expect(server.asked).toEqual([{ name: 'OpenExamToPractice', variables: { id: 'exam', open: true } }]);
  });

  it('stays off where the bank does not do, and says so', async () => {
    fakeServer({ OpenExamToPractice: { openExamToPractice: { __typename: 'ExamStateError', code: 'MOCK_NOT_FEASIBLE', message: '还差3道' } } });
    await renderPage(<PracticeSwitch examId="exam" open={false} />);
    await user.click(toggle());
    expect(await screen.findByText('还差3道')).toBeInTheDocument();
    expect(toggle()).not.toBeChecked();
  });
});
