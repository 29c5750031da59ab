import type { Locale } from '@skillhall/kernel';
import { PdfDocument } from '@skillhall/platform/pdf';
import { hundredths, inMarks, type PaperQuestion, usualMarks } from '../../../domain/index.js';
import type { PrintedForm } from '../../data/printed-form.repository.js';
import type { PrintedQuestion } from '../printed-paper.js';
import { sayIn, type Say } from './words.js';

/** What stands on everything that is printed of one form. */
export interface PrintFacts {
  readonly exam: string;
  readonly sitting: string;
  readonly instructions: string;
  readonly minutes: number;
  readonly locale: Locale;
  readonly at: Date;
}

export interface FormToPrint {
  readonly form: PrintedForm;
  readonly questions: readonly PrintedQuestion[];
}

export const marksOf = (asked: readonly PaperQuestion[]): number => inMarks(asked.reduce((sum, { marks = usualMarks }) => sum + hundredths(marks), 0));

export interface PrintSection {
  readonly title: string;
  readonly questions: readonly PrintedQuestion[];
}

/** Questions under the titles of their sections. */
export function sectionsOf({ form: { paper }, questions }: FormToPrint): PrintSection[] {
  const titles = paper.sections?.map(({ title }) => title) ?? [''];
  return titles.map((title, index) => ({ title, questions: questions.filter(({ asked }) => (asked.section ?? 0) === index) })).filter((section) => section.questions.length > 0);
}

/** A document with the names of exam, sitting and form on every page. */
export async function openPrint({ exam, sitting, locale, at }: PrintFacts, form: string | null, what: 'paper' | 'answerSheet' | 'keys'): Promise<{ document: PdfDocument; say: Say }> {
  const say = sayIn(locale);
  const formName = form === null ? say('keys') : say('form', { form });
  const document = await PdfDocument.open({
    ...{ title: [...new Set([exam, formName, say(what)])].join(' '), language: locale, at },
    header: [...new Set([exam, sitting, formName, say(what)])].join(' · '),
    footer: (page, pages) => say('page', { form: formName, page, pages }),
  });
  return { document, say };
}

export function headSection(document: PdfDocument, say: Say, { title, questions }: PrintSection): void {
  if (title) document.heading(say('section', { title, questions: questions.length, marks: marksOf(questions.map(({ asked }) => asked)) }), 2);
}
