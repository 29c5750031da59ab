import type { TextFormat } from './formats.js';

export const fileFormats = ['zh-text', 'docx', 'xlsx', 'csv', 'gift', 'moodle-xml', 'aiken', 'json'] as const satisfies readonly (TextFormat | 'docx' | 'xlsx' | 'csv')[];
/** Everything that questions can be read from. */
export type FileFormat = (typeof fileFormats)[number];

const byEnding: Readonly<Record<string, FileFormat>> = { docx: 'docx', doc: 'docx', xlsx: 'xlsx', xls: 'xlsx', csv: 'csv', gift: 'gift', xml: 'moodle-xml', json: 'json', aiken: 'aiken' };

/** What a file is most likely, by its name and, where that says nothing, by how its text begins. */
export function guessFormat(name: string, beginning: string): FileFormat {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined) ?? guessText(beginning);
}

function guessText(beginning: string): FileFormat {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  if (/^(?:<\?xml|<quiz)/i.test(text)) return 'moodle-xml';
  if (/^(?:\{\s*"questions"|\[\s*\{)/.test(text)) return 'json';
  if (/^[^\n]*题型[^\n]*[,\t]|^[^\n]*題型[^\n]*[,\t]/.test(text)) return 'csv';
  if (/^ANSWER\s*:\s*[A-Z]/m.test(text)) return 'aiken';
  return /^::|^\$CATEGORY:|(?<!\{)\{(?!\{)[^{}]*[=~#][^{}]*\}|\{\s*(?:T|F|TRUE|FALSE)\s*\}/m.test(text) ? 'gift' : 'zh-text';
}
