// The sign-ins of the demo company, as a small table.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Columns on a terminal: Chinese characters take two. */
export const width = (text) => [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1), 0);

const pad = (text, size) => text + ' '.repeat(Math.max(0, size - width(text)));

export function table(rows) {
  const sizes = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows.map((row) => row.map((cell, column) => pad(cell, sizes[column])).join('   ').trimEnd());
}

/** Lines for the terminal; none where there is no demo company. */
export async function signInLines(dataFolder) {
  const text = await readFile(join(dataFolder, 'demo-accounts.json'), 'utf8').catch(() => '[]');
  const accounts = JSON.parse(text);
  if (!accounts.length) return [];
  const rows = accounts.map(({ login, password, name, role, unit }) => [login, password, role, name, unit].map((cell) => String(cell ?? '')));
  return ['Sign-ins of the demo company:', ...table([['sign-in', 'password', 'role', 'person', 'unit'], ...rows]).map((line) => `  ${line}`)];
}
