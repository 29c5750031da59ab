import { expect, test } from '@playwright/test';
import { complaintsOf, signIn } from '../support/people.js';

test('a manager reads the month in one sentence, sees the rate, and asks what a course did', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'manager');
  await expect(page.locator('main')).toContainText(/每万笔投诉 \d/);
  await expect(page.locator('main svg path').first()).toBeAttached();
  await page.getByRole('link', { name: '效果评估' }).click();
  await page.locator('main').getByRole('combobox').click();
  await page.getByText('情绪化解与投诉受理').last().click();
  await expect(page.locator('main')).toContainText(/率比 0\.\d\d/);
  await expect(page.locator('main')).toContainText('向均值回归');
  expect(complaints).toEqual([]);
});

test('HR brings a roster: a dry run names each problem, the import takes the rest, and a rerun changes nothing', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'hr');
  await page.goto('/desk/imports/people');
  const roster = ['工号,姓名,性别,单位编码,岗位,入职日期', '990001,测试甲,女,C01-X1-Y01,营业员,2020-01-02', '990002,测试乙,男,C09-X9,营业员,2020-01-02', ',测试丙,男,C01-X1-Y01,营业员,2020-01-02'];
  const bring = async (): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(roster.join('\n')) });
  };
  await bring();
  await expect(page.getByText('C09-X9').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('缺少工号').first()).toBeVisible();
  await page.locator('main').getByRole('button', { name: /^(导入|写入|确认导入|正式导入)/ }).first().click();
  await expect(page.locator('main')).toContainText(/新增/, { timeout: 30_000 });
  await page.goto('/desk/people?search=%E6%B5%8B%E8%AF%95');
  await expect(page.getByText('测试甲')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an administrator sees who did what, and staff cannot open the desk of others', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/desk/audit');
  await expect(page.locator('main')).toContainText('登录');
  await page.context().clearCookies();
  await signIn(page, 'staff');
  await page.goto('/desk/people');
  await expect(page.locator('main, body').first()).not.toContainText('测试甲');
});
