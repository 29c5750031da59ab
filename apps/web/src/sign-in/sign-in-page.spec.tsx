import { fakeServer, renderPage, type FakeServer } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NewPasswordPage } from './new-password-page.js';
import { SignInPage } from './sign-in-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const viewer = {
  accountId: 'account-2',
  login: 'li',
  name: '李强',
  roles: ['staff'],
  permissions: [],
  locale: null,
  mustChangePassword: false,
  person: null,
};

/** The page as somebody not signed in sees it. */
async function show(replies: Record<string, unknown> = {}, path = '/sign-in'): Promise<{ server: FakeServer; path: () => string }> {
  const server = fakeServer({
    SignInOptions: { signInOptions: { password: true, oidcLabel: null } },
    ...replies,
  });
  const shown = await renderPage(<SignInPage />, { path, pattern: '/sign-in', viewer: null });
  return { server, path: shown.path };
}

async function signIn(password: string): Promise<void> {
  await user.type(await screen.findByLabelText('工号或账号'), ' li ');
  await user.type(screen.getByLabelText('密码'), password);
  await user.click(screen.getByRole('button', { name: '登录' }));
}

describe('the sign-in page', () => {
  it('says which field is empty and asks the server nothing', async () => {
    const { server } = await show();
    await user.click(await screen.findByRole('button', { name: '登录' }));
    expect(screen.getByText('请填写工号或账号')).toBeInTheDocument();
    expect(screen.getByLabelText('密码')).toBeInvalid();
    expect(server.asked.map(({ name }) => name)).not.toContain('SignIn');
  });

  it('goes to the page asked for', async () => {
    const { server, path } = await show({ SignIn: { signIn: { __typename: 'SignInSuccess', viewer } } }, '/sign-in?to=%2Flearn%2F7');
    await signIn('a good password');
    expect(server.asked.find(({ name }) => name === 'SignIn')?.variables).toEqual({ login: 'li', password: 'a good password' });
    expect(path()).toBe('/learn/7');
  });

  it('shows the refusal in the words of the server', async () => {
    await show({ SignIn: { signIn: { __typename: 'WrongCredentialsError', code: 'WRONG_CREDENTIALS', message: '账号或密码不对' } } });
    await signIn('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('账号或密码不对');
  });

  it('counts down when there were too many attempts, and offers no other meanwhile', async () => {
    await show({ SignIn: { signIn: { __typename: 'TooManyAttemptsError', code: 'TOO_MANY', message: '', retryAfterSeconds: 42 } } });
    await signIn('wrong');
    expect(await screen.findByText('试的次数太多了，请等 42 秒再登录。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '登录' })).toBeDisabled();
  });

  it('offers the company sign-in only where there is one', async () => {
    await show({ SignInOptions: { signInOptions: { password: false, oidcLabel: '统一认证' } } });
    expect(await screen.findByText('用 统一认证 登录')).toHaveAttribute('href', '/auth/oidc/start?to=%2F');
    expect(screen.queryByLabelText('密码')).not.toBeInTheDocument();
  });
});

describe('the first password', () => {
  it('must be changed before anything else; a weak one is refused at its field', async () => {
    const server = fakeServer({
      ChangePassword: { changePassword: { __typename: 'WeakPasswordError', code: 'PASSWORD_SHORT', message: '新密码太短' } },
      Viewer: { viewer },
    });
    const { path } = await renderPage(<NewPasswordPage />, { path: '/new-password', viewer: { mustChangePassword: true } });
    await user.type(screen.getByLabelText('初始密码'), 'first');
    await user.type(screen.getByLabelText('新密码'), 'short');
    await user.type(screen.getByLabelText('再输一次新密码'), 'other');
    await user.click(screen.getByRole('button', { name: '更换密码' }));
    expect(screen.getByText('两次输入的新密码不一样')).toBeInTheDocument();
    expect(server.asked).toEqual([]);
    await user.clear(screen.getByLabelText('再输一次新密码'));
    await user.type(screen.getByLabelText('再输一次新密码'), 'short');
    await user.click(screen.getByRole('button', { name: '更换密码' }));
    expect(await screen.findByText('新密码太短')).toBeInTheDocument();
    server.answer('ChangePassword', { changePassword: { __typename: 'ChangePasswordSuccess' } });
    await user.click(screen.getByRole('button', { name: '更换密码' }));
    expect(path()).toBe('/');
  });
});
