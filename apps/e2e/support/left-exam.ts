import type { Browser, Page } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { anExam } from './an-exam.js';
import { signIn } from './people.js';
import { enter, kept } from './sitting.js';

/** An attempt that somebody began, answered once and left; noted, so that the minutes until its deadline are not waited for. */
const note = join(import.meta.dirname, '../test-results/left-exam.json');

export async function leaveAnExam(page: Page, browser: Browser): Promise<string> {
  const sitting = await anExam(browser, { mark: 'DL-D', title: '一分钟考试', minutes: 1 });
  await signIn(page, 'staff');
  await enter(page, sitting.id);
  await page.locator('label').first().click();
  await kept(page);
  const address = page.url();
  await page.goto('/me');
  await mkdir(dirname(note), { recursive: true });
  await writeFile(note, JSON.stringify({ address }));
  return address;
}

/** Where the attempt is that an earlier journey left; undefined where none did. */
export async function leftExam(): Promise<string | undefined> {
  const text = await readFile(note, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { address: string }).address;
}
