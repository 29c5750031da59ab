import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImportQuestionsPage } from './import-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const run = {
  ...{ id: 'run-1', kind: 'questions', fileName: '题库.docx', dryRun: true, status: 'done', rowsRead: 2, rowsTotal: 2, accepted: 1, created: 1, updated: 0, unchanged: 0, rejected: 1 },
  ...{ encoding: null, sheetName: null, createdAt: '2026-11-23T01:00:00Z', createdByName: '周主任', fileKept: true, failure: null, recognition: null },
  options: [{ name: 'format', value: 'docx' }, { name: 'track', value: 'law' }, { name: 'state', value: 'draft' }],
  files: [{ kind: 'read', name: 'questions.json', fileId: 'read-1' }, { kind: 'rejected', name: '题库-未导入.txt', fileId: 'left-1' }],
  problems: { totalCount: 1, nodes: [{ row: 9, field: 'stem', code: 'missing-stem', message: '缺少题干。' }] },
};
const answers = { ImportRuns: { importRuns: { totalCount: 0, nodes: [] } }, QuestionCategories: { questionCategories: [] }, FindUnits: { units: { nodes: [] } }, ImportRun: { importRun: run }, StartImport: { startImport: { __typename: 'StartImportSuccess', run: { id: 'run-1' } } } };
const shown = (search = '', permissions: string[] = ['question.manage', 'question.review']) => renderPage(<ImportQuestionsPage />, { path: `/desk/questions/import${search}`, viewer: { permissions } });

const read = { format: 'docx', total: 2, questions: [{ type: 'single', line: 3, stem: '先核对什么？', options: [{ text: '天数', credit: 0 }, { text: '示数', credit: 1 }] }, { type: 'single', line: 9, stem: '', options: [{ text: '一', credit: 1 }, { text: '二', credit: 0 }] }], problems: [{ line: 9, code: 'missing-stem' }] };
const realFetch = globalThis.fetch;
/** What the run left is a file beside the queries. */
function withReadFile(): void {
  const asked = globalThis.fetch;
  globalThis.fetch = ((address: RequestInfo | URL, init?: RequestInit) => (address === '/files/read-1' ? Promise.resolve({ ok: true, json: () => Promise.resolve(read) } as Response) : asked(address, init))) as typeof fetch;
}
afterEach(() => {
  globalThis.fetch = realFetch;
});

async function paste(text: string): Promise<void> {
  fireEvent.change(await screen.findByRole('textbox', { name: '粘贴题目文字' }), { target: { value: text } });
  await user.click(screen.getByRole('button', { name: '识别题目' }));
}
const editor = () => screen.getByRole('textbox', { name: '题目文字' });

describe('importing questions from a text', () => {
  it('shows each question as it will stand, and what keeps one out by its line', async () => {
    fakeServer(answers);
    await shown();
    await paste('1、先核对什么？（B）\nA、天数 B、示数\n2、再核对什么？\nA、天数 B、示数');
    expect(await screen.findByText('可以导入 1 道，1 道不导入')).toBeVisible();
    const second = screen.getByRole('article', { name: '第 2 道（第 3 行）' });
    expect(within(second).getByText('不导入')).toBeVisible();
    expect(within(second).getByText('要有且只有一个答案，现在有0个。')).toBeVisible();
    expect(within(screen.getByRole('article', { name: '第 1 道（第 1 行）' })).getByText(/^先核对什么？（/)).toBeVisible();
  });

  it('follows what is put right in the text, and goes to the line that is spoken of', async () => {
    fakeServer(answers);
    await shown();
    await paste('1、先核对什么？\nA、天数 B、示数\n2、再核对什么？（A）\nA、天数 B、示数');
    await user.click(await screen.findByRole('button', { name: '第 2 道（第 3 行）' }));
    expect(editor()).toHaveFocus();
    expect((editor() as HTMLTextAreaElement).selectionStart).toBe('1、先核对什么？\nA、天数 B、示数\n'.length);
    fireEvent.change(editor(), { target: { value: '1、先核对什么？（B）\nA、天数 B、示数\n2、再核对什么？（A）\nA、天数 B、示数' } });
    expect(await screen.findByText('可以导入 2 道，0 道不导入')).toBeVisible();
  });

  it('leaves doubtful questions out until somebody says that they were read rightly', async () => {
    fakeServer(answers);
    await shown();
    await paste('1、先核对什么？（A）\nA、天数 B、示数\n答案：B');
    expect(await screen.findByText('可以导入 0 道，1 道不导入')).toBeVisible();
    expect(screen.getByRole('button', { name: '检查并继续' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: '有疑问的题也按看到的样子导入' }));
    expect(await screen.findByText('可以导入 1 道，0 道不导入')).toBeVisible();
  });

  it('recognises the format, which can be changed', async () => {
    fakeServer(answers);
    await shown();
    await paste('::一:: 先核对什么？ {=示数 ~天数}');
    expect(await screen.findByText('GIFT')).toBeVisible();
    expect(screen.getByText('可以导入 1 道，0 道不导入')).toBeVisible();
  });
});

describe('importing questions from a file that the server read', () => {
  it('lists what was read, writes nothing before it was looked at, and then with the same choices', async () => {
    const server = fakeServer(answers);
    withReadFile();
    await shown('?file=file-1&run=run-1');
    expect(await screen.findByRole('article', { name: '第 2 道（第 9 行）' })).toBeVisible();
    expect(screen.getByRole('link', { name: '下载没导入的部分' })).toHaveAttribute('href', '/files/left-1');
    const starts = () => server.asked.filter(({ name }) => name === 'StartImport');
    expect(starts()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '导入 1 道题' }));
    await waitFor(() => expect(starts()[0]!.variables['input']).toEqual({ kind: 'questions', fileId: 'file-1', dryRun: false, options: run.options }));
  });

  it('takes a question that was put right here, and wants a new check before it is imported', async () => {
    fakeServer(answers);
    withReadFile();
    await shown('?file=file-1&run=run-1');
    const second = await screen.findByRole('article', { name: '第 2 道（第 9 行）' });
    await user.click(within(second).getByRole('button', { name: '修改' }));
    const done = await screen.findByRole('button', { name: '改好了' });
    expect(done).toBeDisabled();
    fireEvent.change(screen.getByRole('textbox', { name: '题干' }), { target: { value: '再核对什么？' } });
    await user.click(done);
    expect(await screen.findByText('改了 1 道题，再检查一次才能导入')).toBeVisible();
    expect(within(screen.getByRole('article', { name: '第 2 道（第 9 行）' })).queryByText('不导入')).toBeNull();
    expect(screen.getByRole('button', { name: '导入 1 道题' })).toBeDisabled();
  });

  it('tells why a file was refused, and where columns can be pointed at', async () => {
    fakeServer({ ...answers, ImportRun: { importRun: { ...run, status: 'failed', files: [], failure: { code: 'old-word', message: '这是旧版 Word 文件' } } } });
    await shown('?run=run-1');
    expect(await screen.findByText('这是旧版 Word 文件')).toBeVisible();
    expect(screen.getByRole('link', { name: /指定每一列/ })).toHaveAttribute('href', '/desk/imports/questions');
  });
});
