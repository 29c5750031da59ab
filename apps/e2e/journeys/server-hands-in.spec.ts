import { expect, test } from '@playwright/test';
import { ask } from '../support/an-exam.js';
import { leaveAnExam, leftExam } from '../support/left-exam.js';
import { signIn } from '../support/people.js';

// At a desk only: the server does the same whatever the screen was.
test('the server hands in at the deadline with no page open, with everything that was saved', async ({ page, browser }) => {
  test.setTimeout(330_000);
  const left = await leftExam();
  if (left) await signIn(page, 'staff');
  const address = left ?? (await leaveAnExam(page, browser));
  const id = /attempt\/([^?]+)/.exec(address)![1]!;
  const state = async () => (await ask(page, 'query ($id: ID!) { attempt(id: $id) { state receipt { submittedBy answered } } }', { id }))['attempt'];
  await expect.poll(state, { timeout: 240_000, intervals: [5000] }).toEqual({ state: 'submitted', receipt: { submittedBy: 'server', answered: 1 } });
  await page.goto(address);
  await expect(page.getByText('时间到，已自动交卷')).toBeVisible();
});
