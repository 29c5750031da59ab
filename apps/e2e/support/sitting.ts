import { expect, type Page } from '@playwright/test';

/** The answer on the screen has been acknowledged. */
export const kept = (page: Page) => expect(page.locator('main').getByText('已保存', { exact: true })).toBeVisible();

/** From the lobby to the paper. */
export async function enter(page: Page, sittingId: string): Promise<void> {
  await page.goto(`/sitting/${sittingId}`);
  await page.getByRole('button', { name: /开始答题|继续答题/ }).click();
  await expect(page.getByRole('timer')).toBeVisible();
}
