import { expect, test } from '@playwright/test';
import { anExam, ask } from '../support/an-exam.js';
import { accessibilityFindings } from '../support/axe.js';
import { complaintsOf, signIn } from '../support/people.js';

test('an examiner prints papers for a hall without computers and types in what was written, by the keys alone', async ({ page, browser }) => {
  const sitting = await anExam(browser, { mark: 'PAPER', title: '纸笔考试', minutes: 60, onPaperAt: '东湖营业厅' });
  const complaints = complaintsOf(page);
  const findings: string[] = [];
  await signIn(page, 'examiner');
  await page.goto(`/desk/sittings/${sitting.id}`);
  await page.getByRole('button', { name: '纸质试卷' }).click();
  await page.getByRole('button', { name: '生成试卷' }).click();
  const paper = page.getByRole('link', { name: 'A卷 试卷' });
  await expect(paper).toBeVisible({ timeout: 60_000 });
  const file = await page.request.get((await paper.getAttribute('href'))!);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  findings.push(...(await accessibilityFindings(page)));

  const { sitting: found } = (await ask(page, 'query ($id: ID!) { sitting(id: $id) { people(limit: 1) { nodes { staffNumber name } } } }', { id: sitting.id })) as { sitting: { people: { nodes: { staffNumber: string; name: string }[] } } };
  const { staffNumber, name } = found.people.nodes[0]!;
  await page.getByRole('button', { name: '录入答卷' }).click();
  await page.getByLabel('工号', { exact: true }).fill(staffNumber);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${name}，还没有录入`)).toBeVisible();
  // Each as it stands on the paper, in the order of the questions.
  for (const keys of ['A', 'AB⏎', 'B', '负责⏎', 'ABC⏎', 'AB⏎', '50⏎']) {
    await page.keyboard.insertText(keys.replace('⏎', ''));
    if (keys.endsWith('⏎')) await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText('先道歉');
  findings.push(...(await accessibilityFindings(page)));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${name}的答卷已保存：作答 8 / 9 题，其中 1 题等人评分`)).toBeVisible();

  // A second time it is not typed in, but corrected.
  await page.getByLabel('工号', { exact: true }).fill(staffNumber);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '更正这份答卷' }).click();
  await page.getByLabel('第 9 题').fill('A');
  await page.getByLabel('为什么更正（留档）').fill('最后一题漏录');
  await page.getByRole('button', { name: '保存更正' }).click();
  await page.getByRole('link', { name: '纸质试卷' }).click();
  await expect(page.getByText('更正 1 次：最后一题漏录')).toBeVisible();
  expect(findings).toEqual([]);
  expect(complaints).toEqual([]);
});
