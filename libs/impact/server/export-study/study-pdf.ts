import { type Locale, say } from '@skillhall/kernel';
import { PdfDocument, writeTable } from '@skillhall/platform/pdf';
import { documentPhrases, type StudyDocument, type StudyTable } from '../../domain/index.js';
import { drawEvents } from './draw-events.js';

const shown = (cell: StudyTable['rows'][number][number]): string => (cell === null ? '' : String(cell));

function table(document: PdfDocument, { title, header, rows }: StudyTable, shares: readonly number[]): void {
  document.heading(title, 3);
  const columns = header.map((one, at) => ({ title: one, share: shares[at] ?? 1, align: typeof rows[0]?.[at] === 'number' ? ('right' as const) : ('left' as const) }));
  writeTable(document, { columns, rows: rows.map((cells) => cells.map(shown)), size: 9 });
}

/** The answer large, then the picture, the doubts, and every table. */
export async function studyPdf(study: StudyDocument, locale: Locale, at: Date): Promise<Buffer> {
  const t = (name: keyof typeof documentPhrases): string => say(documentPhrases[name], locale);
  const footer = (page: number, pages: number): string => say(documentPhrases.page, locale, { page, pages });
  const document = await PdfDocument.open({ title: study.title, language: locale, at, header: study.title, footer });
  document.heading(study.title, 1);
  document.paragraph(study.headline, { size: 14, weight: 'bold', after: 8 });
  if (study.detail) document.paragraph(study.detail, { after: 10 });
  if (study.events.length) {
    document.heading(t('events'), 3);
    document.draw(190, (canvas) => drawEvents(canvas, study.events, { ratio: t('ratio'), decision: t('decision'), relative: t('relative') }), 8);
  }
  document.heading(t('doubts'), 3);
  for (const doubt of study.doubts) document.paragraph(doubt, { indent: 12, marker: '·' });
  document.space(6);
  table(document, study.result, [2, 3]);
  table(document, study.plan, [2, 5]);
  for (const one of study.tables) table(document, one, one.header.map((_, index) => (index === 0 ? 1.6 : 1)));
  return document.finish();
}
