import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PeoplePage } from './people-page.js';

const row = (id: string, name: string, hasAccount = true) => ({
  id,
  name,
  staffNumber: `1000${id}`,
  phone: '138****1001',
  hiredOn: '2020-07-01',
  leftOn: null,
  hasAccount,
  unit: { id: 'hall', name: '东湖营业厅' },
  post: { id: 'post', name: '综合柜员' },
});
const grant = { id: 'grant-1', role: 'trainer', unit: { id: 'county', name: '江北县' } };
const answers = {
  People: { people: { totalCount: 2, nodes: [row('1', '王芳'), row('2', '李强', false)] } },
  PostNames: { posts: [{ id: 'post', name: '综合柜员' }] },
  PersonDetail: { person: { ...row('1', '王芳'), employmentKind: null, employments: [], roleGrants: [grant] } },
};
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const hr = { permissions: ['person.read', 'role.grant', 'account.manage'] };

describe('the list of people', () => {
  it('asks for what the address says', async () => {
    const server = fakeServer(answers);
    await renderPage(<PeoplePage />, { path: '/desk/people?search=王&post=post&offset=50', viewer: hr });
    await screen.findByText('王芳');
    expect(server.asked.find(({ name }) => name === 'People')?.variables).toEqual({ filter: { unitId: 'unit-1', search: '王', postId: 'post', hasAccount: null }, offset: 50, limit: 50 });
  });

  it('puts a search into the address and begins at the first page', async () => {
    fakeServer(answers);
    const page = await renderPage(<PeoplePage />, { path: '/desk/people?offset=50', viewer: hr });
    await user.type(await screen.findByRole('searchbox'), '李');
    await waitFor(() => expect(decodeURIComponent(page.path())).toBe('/desk/people?search=李'));
  });

  it('offers no accounts and no roles to those who may not', async () => {
    fakeServer(answers);
    await renderPage(<PeoplePage />, { path: '/desk/people?open=1', viewer: { permissions: ['person.read'] } });
    expect(await screen.findByText('厅内培训师 · 江北县')).toBeVisible();
    for (const name of [/开通账号/, /重置密码/, /授予角色/, /收回/]) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('takes a role back at once, says whose and where, and gives it again when that was a mistake', async () => {
    const done = { __typename: 'GrantRoleSuccess', person: { id: '1' } };
    const server = fakeServer({ ...answers, RevokeRole: { revokeRole: done }, GrantRole: { grantRole: done } });
    const asked = (operation: string) => server.asked.find(({ name }) => name === operation)?.variables;
    await renderPage(<PeoplePage />, { path: '/desk/people?open=1', viewer: hr });
    await user.click(await screen.findByRole('button', { name: /收回 厅内培训师 江北县/ }));
    await waitFor(() => expect(asked('RevokeRole')).toEqual({ grantId: 'grant-1' }));
    expect(await screen.findByText(/已收回王芳在江北县的“厅内培训师”角色/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(asked('GrantRole')).toEqual({ personId: '1', role: 'trainer', unitId: expect.any(String) }));
  });

  it('lets the first passwords be downloaded once and not be lost by a wrong click', async () => {
    fakeServer({ ...answers, CreateAccounts: { createAccounts: { __typename: 'CreateAccountsSuccess', created: 1, passwordsFileId: 'file-1' } } });
    await renderPage(<PeoplePage />, { path: '/desk/people', viewer: hr });
    await user.click(await screen.findByRole('button', { name: '开通账号' }));
    await user.click(await screen.findByRole('button', { name: '开通' }));
    const link = await screen.findByRole('link', { name: '下载初始密码表' });
    expect(link).toHaveAttribute('href', '/files/file-1');
    expect(screen.getByRole('button', { name: '关闭' })).toBeDisabled();
    await user.click(link);
    expect(await screen.findByText('已下载，不能再次下载')).toBeVisible();
    expect(screen.getByRole('button', { name: '关闭' })).toBeEnabled();
  });
});
