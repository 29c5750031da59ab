import { expect, test, type Browser } from '@playwright/test';
import { anExam, ask } from '../support/an-exam.js';
import { accessibilityFindings } from '../support/axe.js';
import { signIn } from '../support/people.js';

/** Marks the one answer that waits at the exam by the keys alone; answers what axe found. */
async function markAs(browser: Browser, login: string, title: string, digit: string, sees: RegExp): Promise<string[]> {
  const page = await (await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
  await signIn(page, login);
  await page.goto('/desk/marking');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '评下一份' }).click();
  await expect(page.getByText('先道歉，再说明要等多久')).toBeVisible();
  await expect(page.getByText(sees).first()).toBeVisible();
  const findings = await accessibilityFindings(page);
  await page.keyboard.press(digit);
  await page.keyboard.press('Enter');
  await expect(page.getByText('您这里没有要评的答案了')).toBeVisible();
  await page.context().close();
  return findings;
}

test('two people mark a short answer without seeing each other, a third settles their gap, and the examinee has a result', async ({ page, browser }) => {
  const { id: sittingId, title } = await anExam(browser, { mark: 'MJ', title: '阅卷考试 MJ', minutes: 60, markers: 2 });
  await signIn(page, 'staff');
  const start = 'mutation ($input: StartSittingInput!) { startSitting(input: $input) { ... on StartAttemptSuccess { attempt { id questions { id type } } } } }';
  const { startSitting } = (await ask(page, start, { input: { sittingId, deviceId: 'journey', deviceLabel: '电脑' } })) as { startSitting: { attempt: { id: string; questions: { id: string; type: string }[] } } };
  const { id, questions } = startSitting.attempt;
  const questionId = questions.find(({ type }) => type === 'shortAnswer')!.id;
  await ask(page, 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename } }', { input: { attemptId: id, clientSeq: 1, questionId, choice: ['先道歉，再说明要等多久'] } });
  await ask(page, 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename } }', { id });
  await page.goto(`/attempt/${id}`);
  await expect(page.getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}/)).toBeVisible();
  await expect(page.getByText(/5\.6 分/)).toHaveCount(0);

  const findings = [
    ...(await markAs(browser, 'hr', title, '5', /评分细则/)),
    ...(await markAs(browser, 'examiner', title, '1', /评分细则/)),
    ...(await markAs(browser, 'admin', title, '3', /两位评卷人给的分/)),
  ];
  expect(findings).toEqual([]);

  // One mark of eighteen.
  await page.reload();
  await expect(page.getByText(/5\.6 分/)).toBeVisible();
});
