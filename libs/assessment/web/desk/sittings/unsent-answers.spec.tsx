import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { UnsentAnswers } from './unsent-answers.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const line = (position: number, finding: string) => ({ position, answeredAt: null, finding });
const file = (changes: Record<string, unknown> = {}) => ({ id: 'f', personName: '赵婷', sound: true, sameDevice: true, at: '2026-11-25T02:10:00Z', accountName: '贺辉', answers: [line(3, 'arrived'), line(4, 'counts'), line(7, 'counts')], decision: null, ...changes });
const shown = (permissions: ('exam.manage' | 'exam.invigilate')[] = ['exam.manage']) => renderPage(<UnsentAnswers sittingId="s" />, { path: '/desk/sittings/s', viewer: { permissions } });

describe('answers that did not arrive', () => {
  it('are brought as the file that the device made', async () => {
    const server = fakeServer({ UnsentFiles: { sitting: { id: 's', unsentFiles: [] } }, BringUnsentAnswers: { bringUnsentAnswers: { __typename: 'UnsentFileSuccess', file: file() } } });
    await shown(['exam.invigilate']);
    const chosen = new File(['{"format":"skillhall-unsent-answers"}'], 'skillhall-a.json', { type: 'application/json' });
    Object.assign(chosen, { text: async () => '{"format":"skillhall-unsent-answers"}' });
    await user.upload(screen.getByLabelText('上传答案文件', { selector: 'input' }), chosen);
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'BringUnsentAnswers')!.variables).toEqual({ sittingId: 's', content: '{"format":"skillhall-unsent-answers"}' }));
  });

  it('say what was found, and are accepted only with a reason', async () => {
    const server = fakeServer({ UnsentFiles: { sitting: { id: 's', unsentFiles: [file()] } }, DecideUnsentAnswers: { decideUnsentAnswers: { __typename: 'UnsentFileSuccess', file: file() } } });
    await shown();
    expect(await screen.findByText('采纳后计入 2 题（第 4、7 题）')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '采纳' }));
    const dialog = await screen.findByRole('dialog');
    const accept = () => [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === '采纳')!;
    expect(accept()).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '理由（会留在记录里）' }), '考场断网');
    await user.click(accept());
    await waitFor(() => expect(server.asked.find(({ name }) => name === 'DecideUnsentAnswers')!.variables).toEqual({ id: 'f', accepted: true, note: '考场断网' }));
  });

  it('that were changed cannot be accepted, and invigilators do not decide', async () => {
    fakeServer({ UnsentFiles: { sitting: { id: 's', unsentFiles: [file({ sound: false })] } } });
    const first = await shown();
    expect(await screen.findByRole('button', { name: '采纳' })).toBeDisabled();
    first.unmount();
    await shown(['exam.invigilate']);
    expect(await screen.findByText('赵婷')).toBeVisible();
    expect(screen.queryByRole('button', { name: '采纳' })).toBeNull();
  });
});
