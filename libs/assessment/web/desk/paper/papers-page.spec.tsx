import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PapersPage } from './papers-page.js';

const form = (letter: string) => ({ form: letter, sections: [], entered: 3, questions: [] });
const printing = { id: 'p', state: 'done', done: 5, total: 5, missing: ['𬭎'], at: '2026-11-25T01:00:00Z', accountName: '王芳' };
const file = (kind: string, letter: string | null) => ({ fileId: `${kind}${letter ?? ''}`, kind, form: letter, name: 'x.pdf', size: 1 });
const files = [file('paper', 'A'), file('paper', 'B'), file('answerSheet', 'A'), file('answerSheet', 'B'), file('keys', null)];
const made = { withheld: false, forms: [form('A'), form('B')], printing, files };
const entry = { personId: 'x', staffNumber: '10001', name: '李梅', form: 'B', version: 2, note: '看错了', fromFile: false, answered: 9, total: 10, at: '2026-11-25T02:00:00Z', accountName: '' };

async function open(papers: object | null, state = 'planned') {
  const server = fakeServer({
    SittingPapers: { sitting: { id: 's', title: '纸笔场', state, delivery: 'paper', counts: { admitted: 30 }, papers } },
    PaperEntries: { paperEntries: { totalCount: 1, nodes: [entry] } },
    PrintPapers: { printPapers: { __typename: 'PrintPapersSuccess' } },
  });
  await renderPage(<PapersPage />, { path: '/desk/sittings/s/papers', pattern: '/desk/sittings/:sittingId/papers', viewer: { permissions: ['exam.manage'] } });
  return server;
}
const asked = (server: ReturnType<typeof fakeServer>) => server.asked.filter(({ name }) => name === 'PrintPapers').map(({ variables }) => variables);

describe('papers of a sitting', () => {
  it('are made in as many forms as chosen', async () => {
    const server = await open({ withheld: false, forms: [], printing: null, files: [] });
    await userEvent.click(await screen.findByRole('button', { name: '生成试卷' }));
    expect(asked(server)).toEqual([{ sittingId: 's', forms: 2, anew: false }]);
    expect(screen.getByText('试卷生成后才能录入。')).toBeTruthy();
  });

  it('can be fetched one by one, with a warning of what could not be printed', async () => {
    await open(made);
    expect(await screen.findByRole('link', { name: 'A卷 试卷' })).toHaveAttribute('href', '/files/papers/paperA');
    expect(screen.getByRole('link', { name: 'B卷 答题卡' })).toHaveAttribute('href', '/files/papers/answerSheetB');
    expect(screen.getByRole('link', { name: '标准答案（机密）' })).toHaveAttribute('href', '/files/papers/keys');
    expect(screen.getByText(/字库里没有这些字：𬭎/)).toBeTruthy();
    expect(screen.getByText('开考以后才能录入。')).toBeTruthy();
  });

  it('have other questions drawn only after a question, and only before the opening', async () => {
    const server = await open(made);
    await userEvent.click(await screen.findByRole('button', { name: '换一批题' }));
    expect(asked(server)).toEqual([]);
    const [, sure] = await screen.findAllByRole('button', { name: '换一批题' });
    await userEvent.click(sure!);
    expect(asked(server)).toEqual([{ sittingId: 's', forms: 2, anew: true }]);
  });

  it('show how far they are, and take no second order meanwhile', async () => {
    await open({ ...made, files: [], printing: { ...printing, state: 'working', done: 2 } });
    expect(await screen.findAllByText('正在生成：2 / 5 个文件')).not.toHaveLength(0);
    expect(screen.getByRole('button', { name: '重新生成文件' })).toBeDisabled();
  });

  it('are closed to who has to sit them', async () => {
    await open({ ...made, withheld: true, files: [] });
    expect(await screen.findByText(/您自己在这场考试的名单里/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '考生名单' })).toHaveAttribute('href', '/desk/sittings/s/candidates');
    expect(screen.queryByRole('button', { name: /生成/ })).toBeNull();
  });

  it('that were typed in stand in a list, with why one was corrected', async () => {
    await open(made, 'closed');
    expect(await screen.findByText('更正 1 次：看错了')).toBeTruthy();
    expect(screen.getByText('命令行')).toBeTruthy();
    expect(screen.getByRole('link', { name: '更正 李梅' })).toHaveAttribute('href', '/desk/sittings/s/papers/enter?person=10001');
    expect(screen.queryByRole('button', { name: '换一批题' })).toBeNull();
  });

  it('are not there on a screen', async () => {
    await open(null);
    expect(await screen.findByText('没有这个场次，或者它不用纸质试卷')).toBeTruthy();
  });
});
