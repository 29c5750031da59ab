import { expect, test } from '@playwright/test';
import { accessibilityFindings } from '../support/axe.js';
import { complaintsOf, signIn } from '../support/people.js';

test('a manager reads the month in one sentence, sees the rate, and asks what a course did', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'manager');
  await expect(page.locator('main')).toContainText(/每万笔投诉 \d/);
  await expect(page.locator('main svg path').first()).toBeAttached();
  await page.getByRole('link', { name: '初步看看' }).click();
  await page.locator('main').getByRole('combobox').click();
  await page.getByText('情绪化解与投诉受理').last().click();
  await expect(page.locator('main')).toContainText(/率比 0\.\d\d/);
  await expect(page.locator('main')).toContainText('向均值回归');
  expect(complaints).toEqual([]);
});

test('a manager settles a question before looking, locks it, has it computed, and reads the verdict with its doubts', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'manager');
  await page.getByRole('link', { name: '效果评估' }).click();
  const main = page.locator('main');
  await main.getByRole('button', { name: '立一项评估' }).first().click();
  await main.getByRole('combobox', { name: '哪门课程' }).click();
  await page.getByTitle('情绪化解与投诉受理').click();
  await expect(main.getByRole('textbox', { name: '评估名称' })).toHaveValue('“情绪化解与投诉受理”有没有减少投诉');
  for (let step = 1; step < 5; step++) await main.getByRole('button', { name: '下一步' }).click();
  await expect(main).toContainText('派训前 3 个月');
  await main.getByRole('button', { name: '锁定方案' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '锁定方案' }).click();
  await main.getByRole('button', { name: '开始计算' }).click();
  await expect(main.getByRole('heading', { name: /95% 区间 \d/ })).toBeVisible({ timeout: 90_000 });
  await expect(main.getByRole('img', { name: /训后第 2–11 个月/ })).toBeVisible();
  await expect(main.getByRole('heading', { name: /培训管不到的投诉是不是也变了/ })).toBeVisible();
  await main.getByRole('button', { name: '看数据表' }).first().click();
  await expect(main.getByRole('row', { name: /^-1 .*决策期，不计入$/ })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  const [paper] = await Promise.all([page.waitForEvent('download'), main.getByRole('button', { name: '导出 PDF' }).click()]);
  expect(paper.suggestedFilename()).toMatch(/-1-\d{4}-\d{2}-\d{2}\.pdf$/);
  await main.getByRole('button', { name: '重新计算' }).click();
  const again = page.getByRole('dialog');
  await expect(again.getByRole('button', { name: '重新计算' })).toBeDisabled();
  expect(complaints).toEqual([]);
});

test('HR brings a roster: a dry run names each problem, the import takes the rest, and a rerun changes nothing', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'hr');
  const number = String(Date.now()).slice(-9);
  const roster = ['工号,姓名,性别,单位编码,岗位,入职日期', `${number},测试甲,女,C01-X1-Y01,营业员,2020-01-02`, `${number}1,测试乙,男,C09-X9,营业员,2020-01-02`, ',测试丙,男,C01-X1-Y01,营业员,2020-01-02'];
  const main = page.locator('main');
  const bring = async (): Promise<void> => {
    await page.goto('/desk/imports/people');
    await page.locator('input[type=file]').setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(roster.join('\n')) });
    await expect(main.getByText('表格共 3 行：1 行可以导入，2 行有问题。')).toBeVisible({ timeout: 30_000 });
  };
  await bring();
  await expect(main.getByText('C09-X9')).toBeVisible();
  await expect(main.getByText('缺少工号')).toBeVisible();
  await main.getByRole('button', { name: '导入 1 行' }).click();
  await expect(main.getByText('新增 1 条，更新 0 条，0 条没有变化。')).toBeVisible({ timeout: 30_000 });
  await bring();
  await expect(main.getByText('这份表格和系统里的完全一样，导入也不会有任何改动。')).toBeVisible();
  await page.goto(`/desk/people?search=${number}`);
  await expect(page.getByText('测试甲')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('HR sees who needs something today, opens the list, and works it without a mouse', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'hr');
  await page.locator('main').getByRole('link', { name: /今年还没有学完任何一门课/ }).click();
  await expect(page.getByRole('heading', { name: '今年还没有学完任何一门课的人' })).toBeVisible();
  await page.goto('/desk/people');
  const rows = page.locator('tr[data-opens]');
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('Enter');
  const detail = page.getByRole('dialog');
  await expect(detail).toContainText((await rows.nth(0).locator('strong').textContent())!);
  await page.keyboard.press('j');
  await expect(detail).toContainText((await rows.nth(1).locator('strong').textContent())!);
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('100003');
  await expect(page).toHaveURL(/search=100003/);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: '搜索姓名或工号' })).toHaveValue('100003');
  await expect(rows).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('the unit that somebody chose is still chosen the next time', async ({ page }) => {
  await signIn(page, 'hr');
  const places = page.getByRole('navigation', { name: '单位位置' });
  await places.getByRole('button', { name: /下级单位/ }).click();
  await page.getByRole('menuitem', { name: '江北县供电公司' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('江北县供电公司');
  await page.goto('/desk/people');
  await expect(places.getByText('江北县供电公司')).toHaveAttribute('aria-current', 'location');
});

test('an administrator sees who did what, and staff cannot open the desk of others', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/desk/audit');
  await expect(page.locator('main')).toContainText('登录');
  await page.context().clearCookies();
  await signIn(page, 'staff');
  await page.goto('/desk/people');
  await expect(page).toHaveURL(/\/today$/);
});
