import { expect, test, type Page } from '@playwright/test';
import { accessibilityFindings } from '../support/axe.js';
import { complaintsOf, signIn } from '../support/people.js';

const pages: Readonly<Record<string, readonly string[]>> = {
  staff: ['/today', '/learn', '/compete', '/me', '/exams', '/practice', '/practice/missed'],
  manager: ['/desk', '/desk/impact', '/desk/alerts', '/desk/estimates', '/desk/studies', '/desk/studies/new', '/desk/studies/planner', '/desk/studies/method', '/desk/complaints', '/desk/counting-rules', '/desk/volume-gaps', '/desk/training', '/desk/training/lotteries', '/desk/records'],
  hr: ['/desk', '/desk/units', '/desk/people', '/desk/posts', '/desk/courses', '/desk/records/without', '/desk/questions', '/desk/imports', '/desk/imports/people', '/desk/account'],
  admin: ['/desk', '/desk/audit', '/desk/accounts'],
  trainer: ['/desk', '/me'],
  organiser: ['/desk'],
  examiner: ['/desk', '/desk/questions/import', '/desk/questions/new', '/desk/questions/review', '/desk/questions/duplicates', '/desk/exams', '/desk/exams/new', '/desk/sittings', '/desk/sittings?plan=choose', '/desk/marking', '/desk/results'],
};

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('main h1').first()).toBeVisible();
}

for (const scheme of ['light', 'dark'] as const)
  for (const [login, paths] of Object.entries(pages))
    test(`every page of ${login} is accessible and quiet, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const complaints = complaintsOf(page);
      await signIn(page, login);
      const findings: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        await settled(page);
        if (path.startsWith('/desk')) await expect(page.getByRole('button', { name: '帮助' })).toBeVisible();
        findings.push(...(await accessibilityFindings(page)).map((finding) => `${path} ${finding}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 1) findings.push(`${path} is ${wide} px wider than the screen`);
      }
      expect(findings).toEqual([]);
      expect(complaints).toEqual([]);
    });

test('the sign-in page is accessible and says kindly that a password is wrong', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('工号或账号').fill('staff');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('账号或密码不对，请再试一次。')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
});
