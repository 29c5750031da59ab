import { type Locale, say } from '@skillhall/kernel';
import { sheetsWorkbook } from '@skillhall/platform/tabular';
import { documentPhrases, type StudyDocument } from '../../domain/index.js';

/** The answer and the plan first, then a sheet for each table: numbers stay numbers. */
export function studyWorkbook(document: StudyDocument, locale: Locale): Promise<Buffer> {
  const t = (name: keyof typeof documentPhrases): string => say(documentPhrases[name], locale);
  const { title, headline, detail, plan, result, doubts, tables } = document;
  const answer = [[t('summary'), headline], ...(detail ? [['', detail]] : []), ...result.rows, ...doubts.map((doubt, at) => [at === 0 ? t('doubts') : '', doubt])];
  return sheetsWorkbook([{ title: t('summary'), header: [title, ''], rows: answer }, plan, ...tables]);
}
