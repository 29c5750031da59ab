import { optionKeys as letters } from '@skillhall/question-bank/domain';
import type { Canvas, PdfDocument } from '@skillhall/platform/pdf';
import type { PrintedQuestion } from '../printed-paper.js';
import { nameFields } from './paper-pdf.js';
import { type FormToPrint, headSection, openPrint, type PrintFacts, sectionsOf } from './print-facts.js';
import type { Say } from './words.js';

const digits = 12;
const linesOfText = 8;
const bubble = { radius: 6.2, pitch: 19 };
const rowHeight = 22;
const soft = { color: '#777777', width: 0.5 };

/** What is written on: bubbles, boxes and lines for every question of one form. */
export async function answerSheetPdf(facts: PrintFacts, toPrint: FormToPrint): Promise<PdfDocument> {
  const { document, say } = await openPrint(facts, toPrint.form.form, 'answerSheet');
  document.heading(`${facts.exam}　${say('answerSheet')}`, 1, { align: 'center' });
  nameFields(document, say, ['name', 'unit']);
  identity(document, say, toPrint.form.form);
  document.paragraph(say('fillBubbles'), { size: 9, color: '#444444', after: 12 });
  for (const section of sectionsOf(toPrint)) {
    headSection(document, say, section);
    writeSection(document, say, section.questions);
    document.space(6);
  }
  return document;
}

function identity(document: PdfDocument, say: Say, form: string): void {
  document.draw(44, (canvas) => {
    canvas.rect([0, 4], 92, 34, { width: 1.2 });
    canvas.text(say('form', { form }), [46, 27], { align: 'center', size: 16, weight: 'bold' });
    const label = say('staffNumber');
    const from = 110 + canvas.measure(label) + 8;
    canvas.text(label, [110, 26]);
    for (let digit = 0; digit < digits; digit += 1) canvas.rect([from + digit * 24, 8], 21, 27);
  });
}

const isChosen = ({ face: { type } }: PrintedQuestion): boolean => type === 'single' || type === 'multiple' || type === 'trueFalse';

/** Choices stand in columns; everything else has rows of its own. */
function writeSection(document: PdfDocument, say: Say, questions: readonly PrintedQuestion[]): void {
  const widest = Math.max(...questions.filter(isChosen).map(({ asked }) => 42 + asked.optionKeys.length * bubble.pitch), 0);
  const columns = Math.max(1, Math.min(4, Math.floor(document.width / widest)));
  let row: PrintedQuestion[] = [];
  const end = (): void => {
    const chosen = row;
    row = [];
    if (chosen.length) document.draw(rowHeight, (canvas) => chosen.forEach((question, index) => bubbles(canvas, question, (index * canvas.width) / columns)), 0);
  };
  for (const question of questions) {
    if (!isChosen(question) || row.length === columns) end();
    if (isChosen(question)) row.push(question);
    else writeOpen(document, say, question);
  }
  end();
}

function bubbles(canvas: Canvas, { position, asked }: PrintedQuestion, x: number): void {
  canvas.text(`${position}.`, [x + 22, 15], { align: 'right', size: 10 });
  asked.optionKeys.forEach((_, index) => {
    const center = [x + 36 + index * bubble.pitch, 11] as const;
    canvas.circle(center, bubble.radius, { width: 0.8 });
    canvas.text(letters[index]!, [center[0], 14], { align: 'center', size: 8, color: '#555555' });
  });
}

function writeOpen(document: PdfDocument, say: Say, question: PrintedQuestion): void {
  const { position, asked, face } = question;
  if (face.type === 'ordering') return boxes(document, position, asked.optionKeys.map(() => ''), say('inOrder'));
  if (face.type === 'matching') return boxes(document, position, (asked.promptKeys ?? []).map((_, index) => `(${index + 1})`), '');
  if (face.type === 'shortAnswer') return ruled(document, position, linesOfText);
  blanks(document, question);
  if (face.type === 'calculation') ruled(document, null, 3);
}

function boxes(document: PdfDocument, position: number, labels: readonly string[], note: string): void {
  document.draw(28, (canvas) => {
    canvas.text(`${position}.`, [22, 18], { align: 'right', size: 10 });
    labels.forEach((label, index) => {
      const x = 32 + index * (label ? 46 : 26);
      if (label) canvas.text(label, [x, 18], { size: 9 });
      canvas.rect([x + (label ? 19 : 0), 4], 21, 21);
    });
    if (note) canvas.text(note, [32 + labels.length * 26 + 6, 18], { size: 8.5, color: '#777777' });
  });
}

/** Two blanks to a row. */
function blanks(document: PdfDocument, { position, face }: PrintedQuestion): void {
  const several = face.blanks.length > 1;
  for (let from = 0; from < Math.max(1, face.blanks.length); from += 2)
    document.draw(28, (canvas) => {
      if (from === 0) canvas.text(`${position}.`, [22, 19], { align: 'right', size: 10 });
      face.blanks.slice(from, from + 2).forEach(({ unit }, index) => {
        const [left, right] = [32 + (index * (canvas.width - 32)) / 2, 32 + ((index + (several ? 1 : 2)) * (canvas.width - 32)) / 2 - 14];
        const label = several ? `(${from + index + 1})` : '';
        canvas.text(label, [left, 19], { size: 9 });
        const end = right - (unit ? canvas.measure(unit) + 6 : 0);
        canvas.line([left + (label ? 22 : 0), 22], [end, 22], soft);
        if (unit) canvas.text(unit, [end + 6, 19]);
      });
    });
}

function ruled(document: PdfDocument, position: number | null, lines: number): void {
  const pitch = 26;
  document.draw(lines * pitch + 6, (canvas) => {
    if (position !== null) canvas.text(`${position}.`, [22, 20], { align: 'right', size: 10 });
    for (let line = 1; line <= lines; line += 1) canvas.line([32, line * pitch], [canvas.width, line * pitch], soft);
  });
}
