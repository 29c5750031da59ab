import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntryPage } from './entry-page.js';

const question = (position: number, changes: Record<string, unknown>) => ({ position, type: 'single', section: 0, marks: 1, options: 4, prompts: 0, blanks: 0, ...changes });
const questions = [question(1, {}), question(2, { type: 'multiple' }), question(3, { type: 'trueFalse', options: 2 }), question(4, { type: 'fillIn', options: 0, blanks: 2, section: 1 }), question(5, { type: 'shortAnswer', options: 0, section: 1 })];
const form = (letter: string) => ({ form: letter, sections: ['一、选择题', '二、其他'], entered: 0, questions });
const papers = { withheld: false, forms: [form('A'), form('B')], printing: null, files: [] };
const sitting = { sitting: { id: 's', title: '纸笔场', state: 'closed', delivery: 'paper', counts: { admitted: 30 }, papers } };
const nobodyYet = { paperOfPerson: { staffNumber: '10001', name: '李梅', form: null, answers: [] } };
const entered = { paperOfPerson: { staffNumber: '10001', name: '李梅', form: 'B', answers: [{ position: 1, text: 'A' }, { position: 2, text: 'AC' }] } };
const saved = { enterPaper: { __typename: 'EnterPaperSuccess', name: '李梅', answered: 5, total: 5, pending: 1 } };

async function open(person: object, search = '') {
  const server = fakeServer({ SittingPapers: sitting, PaperOfPerson: person, EnterPaper: saved });
  await renderPage(<EntryPage />, { path: `/desk/sittings/s/papers/enter${search}`, pattern: '/desk/sittings/:sittingId/papers/enter', viewer: { permissions: ['exam.manage'] } });
  return server;
}
const sent = (server: ReturnType<typeof fakeServer>) => server.asked.filter(({ name }) => name === 'EnterPaper').map(({ variables }) => variables['input']);

describe('typing papers in', () => {
  it('goes from number to last answer by the keys alone, and on to the next person', async () => {
    const server = await open(nobodyYet);
    await userEvent.type(await screen.findByLabelText('工号'), '10001{Enter}');
    expect(await screen.findByText('李梅，还没有录入')).toBeTruthy();
    await userEvent.keyboard('b');
    await userEvent.keyboard('ac{Enter}');
    await userEvent.keyboard('√');
    await userEvent.keyboard('220；50{Enter}');
    await userEvent.keyboard('先听再答');
    expect(screen.getByText('已填 5 / 5 题')).toBeTruthy();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('李梅的答卷已保存：作答 5 / 5 题，其中 1 题等人评分')).toBeTruthy();
    const answers = [[1, 'B'], [2, 'AC'], [3, '√'], [4, '220；50'], [5, '先听再答']].map(([position, text]) => ({ position, text }));
    expect(sent(server)).toEqual([{ sittingId: 's', staffNumber: '10001', form: 'A', correct: false, note: null, answers }]);
    expect(screen.getByLabelText('工号')).toHaveFocus();
    expect(screen.getByText('已填 0 / 5 题')).toBeTruthy();
  });

  it('says at once what cannot be on the paper, and saves nothing with it', async () => {
    const server = await open(nobodyYet);
    await userEvent.type(await screen.findByLabelText('工号'), '10001{Enter}');
    await screen.findByText('李梅，还没有录入');
    await userEvent.keyboard('e');
    expect(screen.getByText('没有这个选项')).toBeTruthy();
    expect(screen.getByLabelText('第 1 题')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(screen.getByRole('button', { name: '保存，录下一份' }));
    expect(await screen.findByText('第 1 题的内容不对，请看卷面再改')).toBeTruthy();
    expect(sent(server)).toEqual([]);
  });

  it('wants somebody who sits', async () => {
    await open({ paperOfPerson: null });
    await userEvent.type(await screen.findByLabelText('工号'), '999{Enter}');
    expect(await screen.findByText('名单里没有这个工号')).toBeTruthy();
    expect(screen.getByRole('button', { name: '保存，录下一份' })).toBeDisabled();
  });

  it('asks anew whose it is when the number is changed afterwards, and heeds no answer to the former number', async () => {
    const server = await open(nobodyYet);
    await userEvent.type(await screen.findByLabelText('工号'), '10001{Enter}');
    await screen.findByText('李梅，还没有录入');
    await userEvent.type(screen.getByLabelText('工号'), '2');
    expect(screen.queryByText('李梅，还没有录入')).toBeNull();
    expect(screen.getByRole('button', { name: '保存，录下一份' })).toBeDisabled();
    let late = (_: object) => {};
    server.answer('PaperOfPerson', () => new Promise((resolve) => (late = resolve)));
    await userEvent.type(screen.getByLabelText('工号'), '{Enter}');
    await userEvent.type(screen.getByLabelText('工号'), '3');
    await act(async () => late(nobodyYet));
    expect(screen.queryByText('李梅，还没有录入')).toBeNull();
    expect(screen.getByRole('button', { name: '保存，录下一份' })).toBeDisabled();
    expect(sent(server)).toEqual([]);
  });

  it('does not type over a paper that is there: it is corrected, with a reason', async () => {
    const server = await open(entered);
    await userEvent.type(await screen.findByLabelText('工号'), '10001{Enter}');
    expect(await screen.findByText('李梅的B卷已经录入过')).toBeTruthy();
    expect(screen.getByRole('button', { name: '保存，录下一份' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: '更正这份答卷' }));
    expect(screen.getByLabelText('第 2 题')).toHaveValue('AC');
    expect(screen.getByRole('button', { name: '保存更正' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText('为什么更正（留档）'), '看错了');
    await userEvent.clear(screen.getByLabelText('第 1 题'));
    await userEvent.type(screen.getByLabelText('第 1 题'), 'd');
    await userEvent.click(screen.getByRole('button', { name: '保存更正' }));
    expect(sent(server)).toEqual([{ sittingId: 's', staffNumber: '10001', form: 'B', correct: true, note: '看错了', answers: [{ position: 1, text: 'D' }, { position: 2, text: 'AC' }] }]);
  });

  it('opens the paper of somebody for correction from the list', async () => {
    await open(entered, '?person=10001');
    expect(await screen.findByText('正在更正李梅的答卷')).toBeTruthy();
  });
});
