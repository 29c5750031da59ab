import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import * as city from '../support/a-city.js';
import { accessibilityFindings } from '../support/axe.js';
import { startOwnInstallation, type OwnInstallation } from '../support/own-installation.js';
import { complaintsOf } from '../support/people.js';

// The second follows on the first: it is the same day.
test.describe.configure({ mode: 'serial' });

let installation: OwnInstallation;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  installation = await startOwnInstallation();
});
test.afterAll(() => installation?.stop());

const own = 'a-password-of-my-own';

async function firstSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(installation.address);
  await page.getByLabel('工号或账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('初始密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(own);
  await page.getByLabel('再输一次新密码').fill(own);
  await page.getByRole('button', { name: '更换密码' }).click();
  await expect(page).not.toHaveURL(/new-password/);
}

const main = (page: Page) => page.locator('main');

/** Hands a table over on its page and waits until it has been looked through. */
async function bring(page: Page, kind: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${installation.address}/desk/imports/${kind}`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await expect(main(page).getByRole('heading', { name: /检查完了|没认出来/ })).toBeVisible({ timeout: 60_000 });
}

async function write(page: Page, rows: number): Promise<void> {
  await main(page).getByRole('button', { name: `导入 ${rows} 行` }).click();
  await expect(main(page).getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: 60_000 });
}

test('from an empty installation to the rate of a city: units, people, transactions and complaints come in through the pages', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await firstSignIn(page, 'admin', installation.createAdministrator('admin'));
  await expect(main(page).getByRole('heading', { name: '欢迎使用 Skillhall' })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '人员', exact: true }).click();
  await expect(main(page).getByRole('heading', { name: '先有单位，才有这一页' })).toBeVisible();

  await bring(page, 'units', '单位.csv', city.units);
  await write(page, 7);
  await expect(page.getByRole('navigation', { name: '单位位置' })).toContainText('云溪市供电公司');

  // A column that nobody knows is pointed at; three rows are refused, each with its reason, and come back as a file.
  await bring(page, 'people', '人员.csv', city.people);
  await expect(main(page).getByText('还要指出：姓名')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await main(page).getByLabel('姓名').click();
  await page.getByText(/^称呼/).last().click();
  await main(page).getByRole('button', { name: '按这样检查' }).click();
  await expect(main(page).getByText('表格共 8 行：5 行可以导入，3 行有问题。')).toBeVisible({ timeout: 60_000 });
  for (const reason of ['缺少工号', /C70-X9-Y09/, /2020-13-45/]) await expect(main(page).getByText(reason)).toBeVisible();
  const [failed] = await Promise.all([page.waitForEvent('download'), main(page).getByRole('link', { name: '下载有问题的行' }).click()]);
  expect(readFileSync((await failed.path())!).subarray(0, 2).toString()).toBe('PK');
  await write(page, 5);
  await expect(main(page).getByRole('button', { name: '接着开通账号' })).toBeVisible();

  await bring(page, 'volumes', '业务量.csv', city.volumes);
  await write(page, 56);
  await bring(page, 'volumes', '业务量.csv', city.volumes);
  await expect(main(page).getByText('这份表格和系统里的完全一样，导入也不会有任何改动。')).toBeVisible();
  await bring(page, 'complaints', '投诉.csv', city.complaints);
  await write(page, 28);

  await main(page).getByRole('button', { name: '看万笔投诉率' }).click();
  await expect(main(page)).toContainText('云溪市供电公司 2026年2月每万笔投诉 1.2');
  await expect(main(page).getByRole('row', { name: /清溪营业厅/ })).toBeVisible();
  await page.getByRole('link', { name: '投诉登记' }).click();
  await expect(main(page)).toContainText('共 28 件');
  await expect(main(page)).not.toContainText('10000000001');
  expect(complaints).toEqual([]);
});

test('HR gives out accounts, and one of the people signs in with the password from the list', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(installation.address);
  await page.getByLabel('工号或账号').fill('admin');
  await page.getByLabel('密码', { exact: true }).fill(own);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(main(page).getByText('已有 5 名在册人员。')).toBeVisible();
  await main(page).getByRole('link', { name: '去开通' }).click();
  await main(page).getByRole('button', { name: '开通账号' }).click();
  await page.getByRole('button', { name: '开通', exact: true }).click();
  const [passwords] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载初始密码表' }).click()]);
  const line = readFileSync((await passwords.path())!, 'utf8').split(/\r?\n/).find((row) => row.includes('柳如松'));
  const password = line?.split(',')[2]?.replaceAll('"', '') ?? '';
  await page.context().clearCookies();
  await firstSignIn(page, '70001', password);
  await page.goto(`${installation.address}/today`);
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('柳如松');
  expect(complaints).toEqual([]);
});
