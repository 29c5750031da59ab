import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { complaintsOf, signIn } from '../support/people.js';

const stem = (mark: string, n: number): string => `${mark}客户第${n}次来问电费，先核对什么？`;

/** A text as a hall keeps it, with a key forgotten in its second question. */
const list = (mark: string): string => ['一、单项选择题', `1、${stem(mark, 1)}（B）`, 'A、家电数量　B、示数和天数', '解析：先看示数。', `2、${stem(mark, 2)}`, 'A、示数　B、收入'].join('\n');

async function importText(page: Page, mark: string): Promise<void> {
  const main = page.locator('main');
  await main.getByRole('button', { name: '导入题目' }).click();
  await main.getByRole('textbox', { name: '粘贴题目文字' }).fill(list(mark));
  await main.getByRole('button', { name: '识别题目' }).click();
  await expect(main.getByText('可以导入 1 道，1 道不导入')).toBeVisible();
  await main.getByRole('button', { name: '第 2 道（第 5 行）' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('（A）');
  await expect(main.getByText('可以导入 2 道，0 道不导入')).toBeVisible();
  await main.getByRole('button', { name: '检查并继续' }).click();
  await main.getByRole('button', { name: '导入 2 道题' }).click();
  await expect(main.getByText('新增 2 条，更新 0 条，0 条没有变化。')).toBeVisible();
}

test('an examiner pastes a text, puts a line right and imports it; a second person reviews; the examiner takes it out again', async ({ browser, page }) => {
  const mark = `导${String(Date.now()).slice(-6)}`;
  const complaints = complaintsOf(page);
  await signIn(page, 'examiner');
  await page.goto('/desk/questions');
  await importText(page, mark);
  await page.goto(`/desk/questions?search=${encodeURIComponent(mark)}`);
  await expect(page.getByText('共 2 道题')).toBeVisible();
  await expect(page.locator('tbody').getByText('待审').first()).toBeVisible();

  const second = await browser.newPage();
  await signIn(second, 'hr');
  await second.goto('/desk/questions/review');
  for (const n of [1, 2]) {
    await second.getByRole('button', { name: stem(mark, n) }).click();
    await expect(second.getByRole('article')).toContainText(stem(mark, n));
    await second.getByRole('button', { name: '通过并启用' }).click();
    await expect(second.getByRole('button', { name: stem(mark, n) })).toHaveCount(0);
  }
  await second.close();

  await page.reload();
  await expect(page.locator('tbody').getByText('启用')).toHaveCount(2);
  await page.getByRole('button', { name: '导出题目' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.getByTitle('GIFT').click();
  await dialog.getByRole('button', { name: /^导\s?出$/ }).click();
  await expect(dialog.getByText('导出了 2 道题')).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: '下载 题目.gift' }).click()]);
  expect(await readFile(await file.path(), 'utf8')).toContain(stem(mark, 1));
  expect(complaints).toEqual([]);
});
