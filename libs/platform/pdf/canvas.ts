import { ink, type Ink } from './ink.js';
import type { Sheet } from './sheet.js';
import { printable } from './text-runs.js';

export interface Stroke {
  readonly color?: string;
  readonly width?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
  readonly fill?: string;
  /** Opacity of the filling. */
  readonly opacity?: number;
}

export interface Label extends Partial<Ink> {
  readonly align?: 'left' | 'center' | 'right';
}

export type Point = readonly [x: number, y: number];

/** Vectors in a box on the page: 0, 0 is its upper left corner, one unit is a point (1/72 inch). */
export class Canvas {
  constructor(
    private readonly sheet: Sheet,
    private readonly left: number,
    private readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {}

  line([x1, y1]: Point, [x2, y2]: Point, stroke: Stroke = {}): void {
    this.path(stroke, (raw) => raw.moveTo(this.left + x1, this.top + y1).lineTo(this.left + x2, this.top + y2));
  }

  rect([x, y]: Point, width: number, height: number, stroke: Stroke = {}): void {
    this.path(stroke, (raw) => raw.rect(this.left + x, this.top + y, width, height));
  }

  circle([x, y]: Point, radius: number, stroke: Stroke = {}): void {
    this.path(stroke, (raw) => raw.circle(this.left + x, this.top + y, radius));
  }

  /** One line of text, its foot on `y`. */
  text(text: string, [x, y]: Point, { align = 'left', ...look }: Label = {}): void {
    const inked = { ...ink, ...look };
    const shown = printable(text);
    const width = align === 'left' ? 0 : this.sheet.width(shown, inked);
    this.sheet.line(shown, this.left + x - (align === 'center' ? width / 2 : width), this.top + y, inked);
  }

  /** How wide a text would be. */
  measure(text: string, look: Partial<Ink> = {}): number {
    return this.sheet.width(text, { ...ink, ...look });
  }

  private path({ color, width = 0.6, dash, fill, opacity = 1 }: Stroke, draw: (raw: PDFKit.PDFDocument) => void): void {
    const { raw } = this.sheet;
    raw.save().lineWidth(width);
    if (dash) raw.dash(dash[0], { space: dash[1] });
    draw(raw);
    const line = color ?? (fill ? undefined : ink.color);
    if (fill) raw.fillOpacity(opacity);
    if (fill && line) raw.fillAndStroke(fill, line);
    else if (fill) raw.fill(fill);
    else raw.stroke(line);
    raw.restore();
  }
}
