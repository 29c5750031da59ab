import PDFDocument from 'pdfkit';
import type { Face, Faces } from './fonts.js';
import { ink, type Ink } from './ink.js';
import { TextRuns } from './text-runs.js';

export interface DocumentFacts {
  readonly title: string;
  /** A language tag, for who has the document read out. */
  readonly language: string;
  /** When it was made. */
  readonly at: Date;
}

/** Pages as the writer of the format sees them: ink at places, in the fonts of the house. */
export class Sheet {
  readonly raw: PDFKit.PDFDocument;
  readonly runs: TextRuns;

  constructor(faces: Faces, { title, language, at }: DocumentFacts) {
    this.raw = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, CreationDate: at, Producer: 'Skillhall', Creator: 'Skillhall' },
    });
    for (const face of Object.keys(faces) as Face[]) this.raw.registerFont(face, faces[face].bytes);
    this.runs = new TextRuns(faces);
  }

  width(text: string, { size, weight }: Pick<Ink, 'size' | 'weight'> = ink): number {
    return this.runs.width(text, size, weight);
  }

  /** One line, its foot on `y`. */
  line(text: string, x: number, y: number, { size, weight, color }: Ink = ink): void {
    let at = x;
    for (const { face, text: part } of this.runs.of(text, weight)) {
      this.raw.font(face).fontSize(size).fillColor(color).text(part, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += this.runs.width(part, size, face === 'signs' ? 'regular' : face);
    }
  }

  async bytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.raw.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.raw.on('end', () => resolve(Buffer.concat(chunks)));
      this.raw.on('error', reject);
    });
    this.raw.end();
    return whole;
  }
}
