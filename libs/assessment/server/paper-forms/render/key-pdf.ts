import { type BlankKey, keyKinds, type QuestionKey, rightChoice } from '@skillhall/question-bank/domain';
import type { AnswerKey } from '@skillhall/question-bank/server';
import { type PdfDocument, writeTable } from '@skillhall/platform/pdf';
import { rubricLines, usualMarks, writtenOf } from '../../../domain/index.js';
import type { PrintedQuestion } from '../printed-paper.js';
import { type FormToPrint, openPrint, type PrintFacts } from './print-facts.js';
import type { Say } from './words.js';

export interface FormWithKeys extends FormToPrint {
  /** In the order of the questions. */
  readonly keys: readonly AnswerKey[];
}

/** The keys of all forms, for those who mark: letters as they stand on each form. */
export async function keyPdf(facts: PrintFacts, forms: readonly FormWithKeys[]): Promise<PdfDocument> {
  const { document, say } = await openPrint(facts, null, 'keys');
  forms.forEach((one, index) => {
    if (index > 0) document.newPage();
    document.heading(`${facts.exam}　${say('form', { form: one.form.form })}　${say('keys')}`, 1, { align: 'center' });
    document.paragraph(say('secret'), { align: 'center', weight: 'bold', color: '#a1260d', after: 8 });
    writeTable(document, {
      columns: [
        { title: say('number'), share: 0.8, align: 'right' },
        { title: say('type'), share: 1.1 },
        { title: say('markColumn'), share: 0.9, align: 'right' },
        { title: say('answer'), share: 4 },
        { title: say('explanation'), share: 5 },
      ],
      rows: one.questions.map((question, place) => row(say, question, one.keys[place]!)),
    });
  });
  return document;
}

function row(say: Say, { position, asked, face }: PrintedQuestion, { key, explanation }: AnswerKey): string[] {
  const marks = asked.marks ?? usualMarks;
  const remarks = [...criteria(say, key, marks), ...(explanation ? [explanation] : [])];
  return [String(position), say(`type-${face.type}`), String(marks), answerText(say, asked, key), remarks.join('\n')];
}

function answerText(say: Say, asked: PrintedQuestion['asked'], key: QuestionKey): string {
  if (key.kind === 'blanks') return key.blanks.map((blank) => accepted(say, blank)).join('；');
  return keyKinds[asked.type] === key.kind ? writtenOf(rightChoice(key, asked.values), asked) : '';
}

/** Whatever earns the whole of a blank. */
function accepted(say: Say, blank: BlankKey): string {
  if (blank.kind === 'text') return blank.accepted.filter(({ credit }) => credit === 1).map(({ text }) => text).join(' / ');
  const numbers = blank.accepted.filter(({ credit }) => credit === 1).map(({ value, tolerance }) => `${value}${tolerance ? say('tolerance', { tolerance }) : ''}`);
  return `${numbers.join(' / ')}${blank.unit ? ` ${blank.unit}` : ''}`;
}

const criteria = (say: Say, key: QuestionKey, marks: number): string[] =>
  key.kind === 'rubric' ? rubricLines(key.criteria, marks).map((line) => say('criterion', { text: line.text, marks: line.marks })) : [];
