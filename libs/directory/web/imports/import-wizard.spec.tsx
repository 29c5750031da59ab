import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImportKindPage } from './import-kind-page.js';
import { ImportsPage } from './imports-page.js';

const columns = [
  { field: 'staffNumber', title: '工号', required: true },
  { field: 'name', title: '姓名', required: true },
];
const sourceColumns = [
  { column: 0, title: '编号', sample: ['10001'] },
  { column: 1, title: '名字', sample: ['王芳'] },
];
const mapping = (name: number | null) => [
  { field: 'staffNumber', column: 0 },
  { field: 'name', column: name },
];
const run = {
  id: 'run-1',
  kind: 'people',
  fileName: '花名册.xlsx',
  dryRun: true,
  status: 'done',
  rowsRead: 151,
  rowsTotal: 151,
  accepted: 146,
  created: 140,
  updated: 6,
  unchanged: 0,
  rejected: 5,
  encoding: null,
  sheetName: '在册',
  createdAt: '2026-11-23T01:00:00Z',
  createdByName: '周主任',
  fileKept: true,
  options: [] as object[],
  files: [] as object[],
  failure: null,
  recognition: { missing: [] as string[], columns, sourceColumns, mapping: mapping(1), suggested: [] as { field: string; column: number | null }[] },
  problems: { totalCount: 0, nodes: [] },
};
const started = { startImport: { __typename: 'StartImportSuccess', run: { id: 'run-2' } } };
const none = { ImportRuns: { importRuns: { totalCount: 0, nodes: [] } } };
const at = (search = '') => ({ path: `/desk/imports/people${search}`, pattern: '/desk/imports/:kind', viewer: { permissions: ['person.manage'] } });
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const startsOf = (server: ReturnType<typeof fakeServer>) => server.asked.filter(({ name }) => name === 'StartImport').map(({ variables }) => variables['input']);

describe('the import wizard', () => {
  it('writes nothing before the check has been looked at, and then what was checked', async () => {
    const server = fakeServer({ ImportRun: { importRun: run }, StartImport: started });
    await renderPage(<ImportKindPage />, at('?file=file-1&run=run-1'));
    expect(await screen.findByText('检查完了，还没有写入')).toBeVisible();
    expect(startsOf(server)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '导入 146 行' }));
    await waitFor(() => expect(startsOf(server)).toEqual([{ kind: 'people', fileId: 'file-1', dryRun: false, mapping: mapping(1) }]));
  });

  it('asks for columns that were not recognised, with an example and a suggestion', async () => {
    const recognition = { ...run.recognition, missing: ['name'], mapping: mapping(null), suggested: [{ field: 'name', column: 1 }] };
    const server = fakeServer({ ImportRun: { importRun: { ...run, status: 'failed', recognition } }, StartImport: started });
    await renderPage(<ImportKindPage />, at('?file=file-1&run=run-1'));
    expect(await screen.findByText('名字（例：王芳）')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '按这样检查' }));
    await waitFor(() => expect(startsOf(server)).toEqual([{ kind: 'people', fileId: 'file-1', dryRun: true, mapping: mapping(1) }]));
  });

  it('does not go on while a required column points nowhere', async () => {
    const recognition = { ...run.recognition, missing: ['name'], mapping: mapping(null) };
    fakeServer({ ImportRun: { importRun: { ...run, status: 'failed', recognition } } });
    await renderPage(<ImportKindPage />, at('?file=file-1&run=run-1'));
    expect(await screen.findByRole('button', { name: '按这样检查' })).toBeDisabled();
  });

  it('says so when the rows that were left out are past their time', async () => {
    fakeServer({ ImportRun: { importRun: { ...run, dryRun: false, status: 'done', fileKept: false } } });
    await renderPage(<ImportKindPage />, at('?run=run-1'));
    expect(await screen.findByText('5 行有问题没有导入。文件和问题清单已过保存期，已经清除。')).toBeVisible();
    expect(screen.queryByText('下载有问题的行')).toBeNull();
  });

  it('offers the template where the server has it', async () => {
    fakeServer(none);
    await renderPage(<ImportKindPage />, at());
    expect(await screen.findByRole('link', { name: '下载模板' })).toHaveAttribute('href', '/imports/people/template');
  });

  it('shows how far an import is that was left and found again', async () => {
    fakeServer({ ImportRun: { importRun: { ...run, dryRun: false, status: 'merging', rowsRead: 80 } } });
    await renderPage(<ImportKindPage />, at('?run=run-1'));
    expect(await screen.findByText('已读 80 / 151 行')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '80');
  });

  it('says so when it cannot be found out how an import stands, instead of waiting for ever', async () => {
    const server = fakeServer({ ImportRun: { importRun: run } });
    server.offline = true;
    await renderPage(<ImportKindPage />, at('?file=file-1&run=run-1'));
    expect(await screen.findByText('现在连不上服务器')).toBeVisible();
    server.offline = false;
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('检查完了，还没有写入')).toBeVisible();
  });

  it('says that the same table again changed nothing', async () => {
    fakeServer({ ImportRun: { importRun: { ...run, dryRun: false, created: 0, updated: 0, unchanged: 146 } } });
    await renderPage(<ImportKindPage />, at('?run=run-1'));
    expect(await screen.findByText('这份表格和系统里的完全一样，没有任何改动。')).toBeVisible();
  });

  it('offers no writing of a check whose file is not at hand any more', async () => {
    fakeServer({ ImportRun: { importRun: run } });
    await renderPage(<ImportKindPage />, at('?run=run-1'));
    expect(await screen.findByText('这是一次检查的结果。要写入，请再选一次这份文件。')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^导入/ })).toBeNull();
  });

  it('is not there for a kind that somebody may not import', async () => {
    fakeServer(none);
    await renderPage(<ImportKindPage />, { ...at(), viewer: { permissions: ['question.manage'] } });
    expect(screen.getByText('没有这种导入')).toBeVisible();
  });
});

describe('the list of imports', () => {
  it('offers only the kinds that somebody may import', async () => {
    fakeServer(none);
    await renderPage(<ImportsPage />, { path: '/desk/imports', viewer: { permissions: ['volume.manage', 'complaint.manage'] } });
    expect(screen.getAllByRole('link', { name: /^导入/ }).map((link) => link.getAttribute('href'))).toEqual(['/desk/imports/volumes', '/desk/imports/complaints']);
  });
});
