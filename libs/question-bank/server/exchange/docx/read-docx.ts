import { defaultLimits, readXml, TableError, ZipArchive, type XmlHandler } from '@skillhall/platform/tabular';
import { lineOf, readZhLines, type Line, type Reading } from '../../../domain/index.js';
import { ListNumbers, NumberingParts } from './numbering.js';
import { DocumentParts, type Block, type Paragraph } from './paragraphs.js';
import { RelationParts, StyleParts } from './small-parts.js';
import { tableLines } from './table-lines.js';

const MiB = 2 ** 20;
const limits = { ...defaultLimits, fileBytes: 64 * MiB, unpackedBytes: 256 * MiB };
const mostText = 64 * MiB;
const mostParagraphs = 200_000;

async function readPart<T extends XmlHandler>(zip: ZipArchive, name: string, handler: T): Promise<T> {
  if (zip.has(name)) await readXml(zip.read(name, { atMost: mostText }), handler, limits);
  return handler;
}

/** Turns paragraphs into lines, with the numbers that Word makes itself. */
class Lines {
  readonly lines: Line[] = [];
  readonly #numbers: ListNumbers;
  readonly #styles: StyleParts;

  constructor(numbering: NumberingParts, styles: StyleParts) {
    [this.#numbers, this.#styles] = [new ListNumbers(numbering), styles];
  }

  add(block: Block): void {
    if (block.kind === 'paragraph') this.paragraph(block.paragraph);
    else this.lines.push(...(tableLines(block.rows) ?? this.#cells(block.rows)));
  }

  paragraph(paragraph: Paragraph): void {
    this.lines.push(...this.#linesOf(paragraph));
  }

  #cells(rows: Extract<Block, { kind: 'table' }>['rows']): Line[] {
    return rows.flatMap((row) => row.flatMap((cell) => cell.flatMap((paragraph) => this.#linesOf(paragraph))));
  }

  #linesOf(paragraph: Paragraph): Line[] {
    const label = this.#labelOf(paragraph);
    let from = 0;
    return paragraph.text.split('\n').map((text, index) => {
      const before = index === 0 ? label : '';
      const strong = paragraph.strong.map(([start, end]): [number, number] => [Math.max(start - from, 0) + before.length, Math.min(end - from, text.length) + before.length]).filter(([start, end]) => start < end);
      from += text.length + 1;
      const line = lineOf(`${before}${text}`, paragraph.number, strong);
      return index === 0 && paragraph.media.length ? { ...line, media: paragraph.media } : line;
    });
  }

  #labelOf(paragraph: Paragraph): string {
    const byStyle = this.#styles.listOf(paragraph.style);
    const list = paragraph.list ?? byStyle.list;
    if (paragraph.text.trim() === '') return '';
    if (list === undefined || list === '0') {
      this.#numbers.plain(/^\s*(?:[（(]?\d{1,4}[)）.、．]|第?[一二三四五六七八九十]+[、.])/.test(paragraph.text));
      return '';
    }
    const label = this.#numbers.next(list, paragraph.level ?? byStyle.level);
    if (label === '') return '';
    // 1 with nothing behind it is still a number, and must not run into the text.
    return /[\dA-Za-z一二三四五六七八九十]$/.test(label) ? `${label}. ` : `${label} `;
  }
}

/** The lines of a Word document, numbered by paragraphs. */
export async function docxLines(path: string): Promise<Line[]> {
  const zip = await ZipArchive.open(path, limits);
  try {
    if (!zip.has('word/document.xml')) throw new TableError('damaged-file', { part: 'word/document.xml' });
    const { pictures } = await readPart(zip, 'word/_rels/document.xml.rels', new RelationParts());
    const numbering = await readPart(zip, 'word/numbering.xml', new NumberingParts());
    const styles = await readPart(zip, 'word/styles.xml', new StyleParts());
    const { blocks } = await readPart(zip, 'word/document.xml', new DocumentParts(pictures));
    if (blocks.length > mostParagraphs) throw new TableError('too-many-rows', { limit: mostParagraphs });
    const gathered = new Lines(numbering, styles);
    for (const block of blocks) gathered.add(block);
    return gathered.lines;
  } finally {
    zip.close();
  }
}

/** Reads questions out of a Word document; `line` is the number of the paragraph. */
export const readDocx = async (path: string): Promise<Reading> => readZhLines(await docxLines(path));
