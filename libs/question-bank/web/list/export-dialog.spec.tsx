import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExportQuestions } from './export-dialog.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const made = { id: 'export-1', status: 'done', total: 3, done: 3, written: 2, losses: 1, withheld: 0, fileId: 'file-1', fileName: '题目.gift', lossesFileId: 'file-2' };
const started = { exportQuestions: { __typename: 'ExportQuestionsSuccess', export: { ...made, status: 'queued', fileId: null, fileName: null, lossesFileId: null } } };
const shown = () => renderPage(<ExportQuestions filter={{ search: '电费' }} count={3} />, { path: '/desk/questions' });

async function ask(): Promise<void> {
  await user.click(await screen.findByRole('button', { name: '导出题目' }));
  await user.click(screen.getByRole('button', { name: /^导\s?出$/ }));
}

describe('exporting questions', () => {
  it('asks for what the list is filtered to, and hands over the file with the list of what is not in it', async () => {
    const server = fakeServer({ ExportQuestions: started, QuestionExport: { questionExport: made } });
    await shown();
    await ask();
    expect(await screen.findByText('导出了 2 道题')).toBeVisible();
    expect(screen.getByText(/^另有 1 道的题型这个格式写不了/)).toBeVisible();
    expect(server.asked.find(({ name }) => name === 'ExportQuestions')!.variables).toEqual({ input: { format: 'xlsx', filter: { search: '电费' } } });
    expect(screen.getByRole('link', { name: '下载 题目.gift' })).toHaveAttribute('href', '/files/file-1');
    expect(screen.getByRole('link', { name: '下载清单' })).toHaveAttribute('href', '/files/file-2');
  });

  it('shows how far it is', async () => {
    fakeServer({ ExportQuestions: started, QuestionExport: { questionExport: { ...made, status: 'working', done: 1 } } });
    await shown();
    await ask();
    await waitFor(() => expect(screen.getByText('正在导出，1 / 3')).toBeVisible());
  });

  it('can be asked about again where it could not be asked how far it is', async () => {
    const server = fakeServer({ ExportQuestions: started, QuestionExport: () => Promise.reject(new Error('no way')) });
    await shown();
    await ask();
    const again = await screen.findByRole('button', { name: '重试' });
    server.answer('QuestionExport', { questionExport: made });
    await user.click(again);
    expect(await screen.findByText('导出了 2 道题')).toBeVisible();
  });

  it('says so where it failed, and lets it be tried again', async () => {
    fakeServer({ ExportQuestions: started, QuestionExport: { questionExport: { ...made, status: 'failed' } } });
    await shown();
    await ask();
    expect(await screen.findByText('没有导出成功，请再试一次。')).toBeVisible();
    expect(screen.getByRole('button', { name: '换一种格式' })).toBeVisible();
  });
});
