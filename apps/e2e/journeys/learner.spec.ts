import { expect, test } from '@playwright/test';
import { accessibilityFindings } from '../support/axe.js';
import { complaintsOf, signIn } from '../support/people.js';

test('a clerk reads the next lesson two taps after opening the app', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'staff');
  const lesson = /^(继续|开始)学习$/;
  await page.getByRole('button', { name: lesson }).or(page.getByRole('link', { name: lesson })).click();
  await expect(page.locator('article')).toBeVisible();
  await page.getByRole('button', { name: '我读完了' }).click();
  await expect(page.locator('main')).toContainText(/秒|读完|学完/);
  expect(complaints).toEqual([]);
});

test('a clerk sits a quiz: every answer is saved at once, a lost network loses none, and a receipt comes at the end', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'staff');
  await page.getByRole('link', { name: '学习', exact: true }).click();
  await page.getByRole('link', { name: /消费者权益/ }).click();
  await page.getByRole('link', { name: /小测/ }).click();
  await page.getByRole('button', { name: /开始答题|继续答题/ }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  const answer = async (): Promise<void> => {
    const options = page.getByRole('radio').or(page.getByRole('checkbox'));
    await expect(options.first()).toBeAttached();
    await options.first().check({ force: true });
  };
  const next = page.getByRole('button', { name: '下一题' });
  await answer();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await next.click();
  await context.setOffline(true);
  await answer();
  await expect(page.getByText(/本机/).first()).toBeVisible();
  await next.click();
  await answer();
  await page.reload().catch(() => {});
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(/本机暂存/)).toHaveCount(0, { timeout: 40_000 });
  for (let n = 0; n < 12 && (await next.isEnabled().catch(() => false)); n++) {
    await answer();
    await next.click();
  }
  await answer();
  await page.getByRole('button', { name: /交卷/ }).first().click();
  await page.getByRole('button', { name: /交卷/ }).last().click();
  await expect(page.getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a clerk practises: two taps to the first question, told at once, nothing lost without a network, gone on with later', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'staff');
  await page.getByRole('link', { name: '学习', exact: true }).click();
  await page.getByRole('link', { name: /^练习/ }).click();
  await page.getByRole('button', { name: /随机练习/ }).click();
  const [unknown, told, next] = [page.getByRole('button', { name: '不会，看答案' }), page.getByText(/看看答案，下次就会|对照参考答案/), page.getByRole('button', { name: '下一题' })];
  await unknown.click();
  await expect(told).toBeVisible();
  await next.click();
  await context.setOffline(true);
  await unknown.click();
  await expect(page.getByText(/答案已存在本机/)).toBeVisible();
  await next.click();
  await expect(unknown).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: '上一题' }).click();
  await expect(told).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '先离开' }).click();
  await expect(page.getByText(/做了 2 \/ \d+ 题/)).toBeVisible();
  await page.getByRole('link', { name: '接着练' }).click();
  await expect(unknown).toBeVisible();
  await page.goto('/practice/missed');
  await expect(page.getByText('正确').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a clerk changes the language, and everything speaks it', async ({ page }) => {
  await signIn(page, 'trainer');
  await page.goto('/me');
  await page.getByText('English').first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible();
  await page.getByText('繁體中文').first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
  await page.getByText('简体中文').first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
