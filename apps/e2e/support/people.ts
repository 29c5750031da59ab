import { expect, type Page } from '@playwright/test';

const password = 'counter-demo';

/** Signs in by the form, as a person does; ends on the person's home. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('工号或账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.locator('main h1').first()).toBeVisible();
}

/** Collects what the page complains of; a journey ends with none. */
export function complaintsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    // A refused request is an error of its own, seen where it matters; offline ones are wanted.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) found.push(message.text());
  });
  return found;
}
