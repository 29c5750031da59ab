import { expect, test, type Page } from '@playwright/test';
import { anExam, ask } from '../support/an-exam.js';
import { accessibilityFindings } from '../support/axe.js';
import { complaintsOf, signIn } from '../support/people.js';
import { enter, kept } from '../support/sitting.js';

const next = (page: Page) => page.getByRole('button', { name: '下一题' });
/** The words of an option as they stand in the list, with the letter of its place. */
const matchLabel = async (page: Page, text: string): Promise<string> => (await page.getByRole('combobox').first().locator('option').filter({ hasText: text }).textContent())!;

test('a clerk sits an exam of every type of question, loses the network in the middle and no answer', async ({ page, context, browser }, { project }) => {
  const mark = `EX-${project.name === 'phone' ? 'P' : 'D'}`;
  const sitting = await anExam(browser, { mark, title: `全题型考试 ${mark}`, minutes: 60 });
  const complaints = complaintsOf(page);
  const findings: string[] = [];
  const look = async (): Promise<void> => void findings.push(...(await accessibilityFindings(page)));
  // Looked at while a sheet still rises, everything on it is pale.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'staff');
  await page.goto('/exams');
  await expect(page.locator(`a[href="/sitting/${sitting.id}"]`)).toContainText(sitting.title);
  await look();
  await page.goto(`/sitting/${sitting.id}`);
  await expect(page.getByText('9 题，共 18 分')).toBeVisible();
  await look();
  await enter(page, sitting.id);
  await expect(page.getByRole('heading', { name: '一、客观题' })).toBeVisible();
  const option = (name: string) => page.locator('label').filter({ hasText: name });

  await option('户号').click();
  await kept(page);
  await look();
  await next(page).click();
  await option('请稍等').click();
  await option('我来查').click();
  await kept(page);
  await next(page).click();
  await option('错误').click();
  await kept(page);
  await next(page).click();

  // From here on there is no network, and the page is even opened anew without one.
  await context.setOffline(true);
  await page.getByRole('textbox').fill('负责');
  await expect(page.getByText('本机暂存', { exact: true })).toBeVisible();
  await next(page).click();
  await page.getByRole('button', { name: '就按现在的顺序' }).click();
  await expect(page.getByText(/2 题暂存本机/)).toBeVisible();
  await next(page).click();
  await page.getByRole('combobox').first().selectOption({ label: await matchLabel(page, '收费台') });
  await page.getByRole('combobox').last().selectOption({ label: await matchLabel(page, '接待室') });
  await next(page).click();
  await page.getByRole('textbox').fill('50.0');
  await next(page).click();
  // Reloaded at once, with the text still under the pen.
  await page.getByRole('textbox').fill('先道歉，再倾听');
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('先道歉，再倾听');
  await expect(page.getByText(/5 题暂存本机/)).toBeVisible();
  await look();
  await context.setOffline(false);
  await expect(page.getByText(/题暂存本机/)).toHaveCount(0, { timeout: 60_000 });
  await next(page).click();
  await expect(page.getByText('老人不会用机器。')).toBeVisible();
  await option('陪着办').click();
  await kept(page);

  await page.getByRole('button', { name: '交卷', exact: true }).last().click();
  await expect(page.getByText('题目都答完了')).toBeVisible();
  await look();
  await page.getByRole('button', { name: '确认交卷' }).click();
  await expect(page.getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)).toBeVisible();
  await expect(page.getByText('答了 9 / 9 题', { exact: false })).toBeVisible();
  await look();
  const attemptId = /attempt\/([^?]+)/.exec(page.url())![1]!;
  const { attempt } = (await ask(page, 'query ($id: ID!) { attempt(id: $id) { answers { choice } } }', { id: attemptId })) as { attempt: { answers: { choice: string[] }[] } };
  expect(attempt.answers.map(({ choice }) => choice.join(' '))).toEqual(expect.arrayContaining(['负责', '50.0', '先道歉，再倾听']));
  expect(findings).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a second device takes the paper over and the first one stops until it is asked to go on', async ({ page, browser }, { project }) => {
  const mark = `TO-${project.name === 'phone' ? 'P' : 'D'}`;
  const sitting = await anExam(browser, { mark, title: `换设备考试 ${mark}`, minutes: 60 });
  await signIn(page, 'staff');
  await enter(page, sitting.id);
  await page.locator('label').first().click();
  await kept(page);
  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(other, 'staff');
  await enter(other, sitting.id);
  await expect(other.getByRole('radio').first()).toBeChecked();
  await page.locator('label').nth(1).click();
  await expect(page.getByText('这份答卷已在另一台设备上继续')).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeDisabled();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '在这里继续' }).click();
  await expect(page.getByRole('radio').first()).toBeEnabled();
  await other.locator('label').nth(2).click();
  await expect(other.getByText('这份答卷已在另一台设备上继续')).toBeVisible();
  await other.context().close();
});
