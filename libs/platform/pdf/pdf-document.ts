import { breakLines } from './break-lines.js';
import { Canvas } from './canvas.js';
import { ink, type Ink } from './ink.js';
import type { DocumentFacts, Sheet } from './sheet.js';
import { printable } from './text-runs.js';

export interface PdfSetup extends DocumentFacts {
  /** Small, above every page. */
  readonly header?: string;
  /** Small, below every page: number of the page, and of all. */
  readonly footer?: (page: number, pages: number) => string;
}

export interface ParagraphStyle extends Partial<Ink> {
  readonly align?: 'left' | 'center' | 'right';
  /** Of all lines, from the left. */
  readonly indent?: number;
  /** Stands before the first line, in the room of the indent. */
  readonly marker?: string;
  readonly after?: number;
  readonly leading?: number;
}

interface Laid {
  readonly lines: readonly string[];
  readonly look: Ink;
  readonly pitch: number;
}

/** The types of the package leave out that an image may be opened first, to see its size. */
interface OpenedImage {
  readonly width: number;
  readonly height: number;
}

const margin = { side: 54, top: 60, bottom: 60 };
const small: Ink = { ...ink, size: 8.5, color: '#555555' };
const headingSizes = { 1: 18, 2: 13, 3: 11.5 } as const;
// Where letters stand within the pitch of their line.
const foot = 0.76;

/** A document written from top to bottom; what does not fit goes on on the next page. */
export class PdfDocument {
  private y = 0;

  private constructor(
    private readonly sheet: Sheet,
    private readonly setup: PdfSetup,
  ) {
    this.newPage();
  }

  static async open(setup: PdfSetup): Promise<PdfDocument> {
    // At the first document: a process that prints nothing does not load what writes.
    const [{ Sheet }, { loadFaces }] = await Promise.all([import('./sheet.js'), import('./fonts.js')]);
    return new PdfDocument(new Sheet(await loadFaces(), setup), setup);
  }

  /** Room for what is written, in points. */
  get width(): number {
    return this.sheet.raw.page.width - 2 * margin.side;
  }

  get pageHeight(): number {
    return this.sheet.raw.page.height - margin.top - margin.bottom;
  }

  /** What is left of this page. */
  get left(): number {
    return this.sheet.raw.page.height - margin.bottom - this.y;
  }

  /** Characters that no font here has; a box stands in their places. */
  get missing(): string[] {
    return [...this.sheet.runs.missing].sort();
  }

  newPage(): void {
    this.sheet.raw.addPage();
    this.y = margin.top;
  }

  /** Goes on on the next page where less than this is left, if a page has that much room at all. */
  keep(height: number): void {
    if (height > this.left && height <= this.pageHeight && this.y > margin.top) this.newPage();
  }

  space(height: number): void {
    this.y = Math.min(this.y + height, this.sheet.raw.page.height - margin.bottom);
  }

  heading(text: string, level: 1 | 2 | 3 = 2, style: ParagraphStyle = {}): void {
    const look = { size: headingSizes[level], weight: 'bold', leading: 1.4, after: level === 1 ? 8 : 4, ...style } as const;
    // A heading never stands alone at the foot of a page.
    this.keep(this.heightOf(text, look) + 48);
    this.paragraph(text, look);
  }

  paragraph(text: string, style: ParagraphStyle = {}): void {
    const { lines, look, pitch } = this.lay(text, style);
    const { align = 'left', indent = 0, marker, after = 3 } = style;
    lines.forEach((line, index) => {
      if (pitch > this.left) this.newPage();
      const spare = align === 'left' ? 0 : this.width - indent - this.sheet.width(line, look);
      const baseline = this.y + pitch * foot;
      if (index === 0 && marker) this.sheet.line(marker, margin.side, baseline, look);
      this.sheet.line(line, margin.side + indent + (align === 'center' ? spare / 2 : spare), baseline, look);
      this.y += pitch;
    });
    this.space(after);
  }

  heightOf(text: string, style: ParagraphStyle = {}): number {
    const { lines, pitch } = this.lay(text, style);
    return lines.length * pitch + (style.after ?? 3);
  }

  /** Lines of a text in a narrower room than the page, and how wide one of them is. */
  linesIn(text: string, width: number, look: Partial<Ink> = {}): string[] {
    const inked = { ...ink, ...look };
    return breakLines(printable(text), { first: width, rest: width }, (part) => this.sheet.width(part, inked));
  }

  /** A box as wide as the page, drawn into; never cut by the end of a page. */
  draw(height: number, work: (canvas: Canvas) => void, after = 3): void {
    this.keep(height);
    work(new Canvas(this.sheet, margin.side, this.y, this.width, height));
    this.space(height + after);
  }

  /** A PNG or JPEG, no larger than asked; false where it is neither, or broken. */
  image(bytes: Buffer, largest: { readonly width: number; readonly height: number }, indent = 0): boolean {
    const image = this.opened(bytes);
    if (!image) return false;
    const scale = Math.min(1, largest.width / image.width, largest.height / image.height);
    this.keep(image.height * scale);
    this.sheet.raw.image(image as unknown as Buffer, margin.side + indent, this.y, { width: image.width * scale, height: image.height * scale });
    this.space(image.height * scale + 4);
    return true;
  }

  async finish(): Promise<Buffer> {
    const { raw } = this.sheet;
    const { start, count } = raw.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      raw.switchToPage(start + page);
      if (this.setup.header) this.sheet.line(printable(this.setup.header), margin.side, margin.top - 24, small);
      const footer = this.setup.footer?.(page + 1, count) ?? `${page + 1} / ${count}`;
      this.sheet.line(footer, (raw.page.width - this.sheet.width(footer, small)) / 2, raw.page.height - margin.bottom + 30, small);
    }
    return this.sheet.bytes();
  }

  private opened(bytes: Buffer): OpenedImage | undefined {
    try {
      return (this.sheet.raw as unknown as { openImage(source: Buffer): OpenedImage }).openImage(bytes);
    } catch {
      return undefined;
    }
  }

  private lay(text: string, style: ParagraphStyle): Laid {
    const { indent = 0, leading = 1.6 } = style;
    const look: Ink = { size: style.size ?? ink.size, weight: style.weight ?? ink.weight, color: style.color ?? ink.color };
    return { lines: this.linesIn(text, this.width - indent, look), look, pitch: look.size * leading };
  }
}
