import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: { readonly id: string; readonly nodes: { readonly target: string[]; readonly failureSummary: string }[] }[];
}

/** What axe finds wrong on the page as it stands, a line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // By evaluation, not by a script element: the page's own content security policy stays in force.
  await page.evaluate(source);
  const result = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResult> } };
    return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
