import { optionKeys as letters, stemBlocks, type QuestionOption, type StemInline } from '@skillhall/question-bank/domain';
import type { PutQuestion } from '@skillhall/question-bank/server';
import { type PdfDocument, writeTable } from '@skillhall/platform/pdf';
import { stemText, usualMarks } from '../../../domain/index.js';
import type { PrintedQuestion } from '../printed-paper.js';
import { type FormToPrint, headSection, marksOf, openPrint, type PrintFacts, sectionsOf } from './print-facts.js';
import type { Say } from './words.js';

const indent = 26;
const largestPicture = { width: 320, height: 220 };

interface Print {
  readonly document: PdfDocument;
  readonly say: Say;
  readonly pictures: ReadonlyMap<string, Buffer>;
}

/** The paper of one form, as it is put on the tables. */
export async function paperPdf(facts: PrintFacts, toPrint: FormToPrint, pictures: ReadonlyMap<string, Buffer>): Promise<PdfDocument> {
  const { document, say } = await openPrint(facts, toPrint.form.form, 'paper');
  const { questions } = toPrint.form.paper;
  document.heading(`${facts.exam}　${say('form', { form: toPrint.form.form })}`, 1, { align: 'center' });
  document.paragraph(say('facts', { questions: questions.length, marks: marksOf(questions), minutes: facts.minutes }), { align: 'center', after: 6 });
  nameFields(document, say, ['name', 'staffNumber', 'unit']);
  for (const line of [facts.instructions, say('writeOnSheet')].filter((text) => text.trim())) document.paragraph(line, { size: 9.5, color: '#444444' });
  for (const section of sectionsOf(toPrint)) {
    document.space(8);
    headSection(document, say, section);
    for (const question of section.questions) writeQuestion({ document, say, pictures }, question);
  }
  return document;
}

export function nameFields(document: PdfDocument, say: Say, words: readonly ('name' | 'staffNumber' | 'unit')[]): void {
  document.draw(26, (canvas) => {
    const width = canvas.width / words.length;
    words.forEach((word, index) => {
      const label = say(word);
      const from = index * width;
      canvas.text(label, [from, 18]);
      canvas.line([from + canvas.measure(label) + 6, 20], [from + width - 14, 20]);
    });
  });
}

function writeQuestion(print: Print, { position, asked, face, opens }: PrintedQuestion): void {
  const { document, say } = print;
  if (opens) writeCase(print, opens);
  // A question is not torn from its first options.
  document.keep(document.heightOf(face.stem, { indent }) + 60);
  writeStem(print, face, asked.values, { marker: `${position}.`, suffix: say('marks', { marks: asked.marks ?? usualMarks }) });
  const inOrder = (list: readonly QuestionOption[], keys: readonly string[] = []): string[] => keys.map((key) => list.find((option) => option.key === key)?.text ?? '');
  inOrder(face.prompts, asked.promptKeys).forEach((text, index) => document.paragraph(text, { indent: indent + 22, marker: `      (${index + 1})` }));
  writeOptions(document, inOrder(face.options, asked.optionKeys));
  document.space(4);
}

function writeCase(print: Print, shared: PutQuestion): void {
  print.document.keep(print.document.heightOf(shared.stem) + 60);
  print.document.paragraph(print.say('case'), { weight: 'bold' });
  writeStem(print, shared, {}, { marker: '', suffix: '' });
}

interface Around {
  readonly marker: string;
  /** After the last words of the stem. */
  readonly suffix: string;
}

function writeStem(print: Print, face: PutQuestion, values: PrintedQuestion['asked']['values'], { marker, suffix }: Around): void {
  const { document, say, pictures } = print;
  const left = marker ? indent : 0;
  const line = (pieces: readonly StemInline[]): string => stemText(pieces, face.blanks.length, values);
  const blocks = stemBlocks(face.stem);
  // A table or a list has no last words to stand behind.
  const open = blocks.at(-1)?.kind === 'paragraph' ? blocks.length - 1 : -1;
  if (blocks[0]?.kind !== 'paragraph' && marker) document.paragraph(suffix.trim(), { marker, indent: left });
  blocks.forEach((block, index) => {
    if (block.kind === 'table') return writeTable(document, { columns: block.head.map((cell) => ({ title: line(cell), share: 1 })), rows: block.rows.map((row) => row.map(line)) });
    if (block.kind === 'list') return block.items.forEach((item) => document.paragraph(`• ${line(item)}`, { indent: left + 10 }));
    document.paragraph(block.lines.map(line).join('\n') + (index === open ? suffix : ''), { indent: left, ...(index === 0 && marker && { marker }) });
  });
  for (const { fileId, kind, name, description } of face.media) {
    const bytes = pictures.get(fileId);
    if (kind === 'image' && bytes && document.image(bytes, largestPicture, left)) continue;
    document.paragraph(say(kind === 'image' ? 'picture' : 'recording', { name: description || name }), { indent: left, color: '#444444' });
  }
}

/** Short options stand beside each other, four or two to a row. */
function writeOptions(document: PdfDocument, options: readonly string[]): void {
  const lettered = options.map((text, index) => `${letters[index]}. ${text}`);
  const room = document.width - indent;
  const columns = [4, 2].find((count) => lettered.every((text) => !text.includes('\n') && document.linesIn(text, room / count - 12).length === 1)) ?? 1;
  if (columns === 1 || lettered.length === 1) return lettered.forEach((text) => document.paragraph(text, { indent: indent + 4, after: 1 }));
  for (let from = 0; from < lettered.length; from += columns)
    document.draw(17, (canvas) => lettered.slice(from, from + columns).forEach((text, index) => canvas.text(text, [indent + 4 + (index * room) / columns, 12.5])), 0);
}
