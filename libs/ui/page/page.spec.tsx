import { renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Page } from './page.js';

const user = userEvent.setup({ delay: null });
const show = (help?: string) =>
  renderPage(
    <Page title="人员" help={help}>
      <input aria-label="搜索" />
    </Page>,
  );

describe('the help of a page', () => {
  it('opens by its button, says what the page is for and which keys work, and is put away by Esc', async () => {
    await show('这里是在册人员。');
    expect(screen.getByText('这里是在册人员。')).not.toBeVisible();
    await user.click(screen.getByRole('button', { name: '帮助' }));
    expect(screen.getByText('这里是在册人员。')).toBeVisible();
    expect(screen.getByText('上下移动')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.getByText('这里是在册人员。')).not.toBeVisible();
  });

  it('opens by a question mark, but not while somebody is writing one', async () => {
    await show('这里是在册人员。');
    await user.type(screen.getByRole('textbox', { name: '搜索' }), '?');
    expect(screen.getByText('这里是在册人员。')).not.toBeVisible();
    await user.click(document.body);
    await user.keyboard('?');
    expect(screen.getByText('这里是在册人员。')).toBeVisible();
  });

  it('is not offered where there is none', async () => {
    await show();
    expect(screen.queryByRole('button', { name: '帮助' })).toBeNull();
  });
});
