import { expect, test } from '@playwright/test';
import { anExam, ask } from '../support/an-exam.js';
import { enter, kept } from '../support/sitting.js';
import { signIn } from '../support/people.js';

// At a desk only: the server does the same whatever the screen was.
test('the server hands in at the deadline with no page open, with everything that was saved', async ({ page, browser }) => {
  test.setTimeout(330_000);
  const sitting = await anExam(browser, { mark: 'DL-D', title: '一分钟考试', minutes: 1 });
  await signIn(page, 'staff');
  await enter(page, sitting.id);
  await page.locator('label').first().click();
  await kept(page);
  const address = page.url();
  const attemptId = /attempt\/([^?]+)/.exec(address)![1]!;
  await page.goto('/me');
  const state = async () => ((await ask(page, 'query ($id: ID!) { attempt(id: $id) { state receipt { submittedBy answered } } }', { id: attemptId }))['attempt']);
  await expect.poll(state, { timeout: 240_000, intervals: [5000] }).toEqual({ state: 'submitted', receipt: { submittedBy: 'server', answered: 1 } });
  await page.goto(address);
  await expect(page.getByText('时间到，已自动交卷')).toBeVisible();
});
