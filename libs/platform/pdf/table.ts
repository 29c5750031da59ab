import type { Canvas } from './canvas.js';
import type { PdfDocument } from './pdf-document.js';

export interface PdfColumn {
  readonly title: string;
  /** Share of the width, against the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface PdfTable {
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly size?: number;
}

const padding = { x: 5, y: 4 };
const grid = { color: '#999999', width: 0.5 };

type Row = readonly (readonly string[])[];

/** A table with its titles on every page; rows stay whole unless a page is too short for one. */
export function writeTable(document: PdfDocument, { columns, rows, size = 9.5 }: PdfTable): void {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (document.width * share) / total);
  const pitch = size * 1.45;
  const laid = (cells: readonly string[], weight: 'regular' | 'bold'): Row => widths.map((width, index) => document.linesIn(cells[index] ?? '', width - 2 * padding.x, { size, weight }));
  const heightOf = (row: Row): number => Math.max(1, ...row.map(({ length }) => length)) * pitch + 2 * padding.y;
  const draw = (row: Row, head: boolean): void =>
    document.draw(heightOf(row), (canvas) => drawRow(canvas, row, { widths, columns, size, pitch, head }), 0);

  const head = laid(columns.map(({ title }) => title), 'bold');
  const titled = (row: Row): void => {
    document.keep(heightOf(head) + heightOf(row));
    draw(head, true);
  };
  const body = rows.map((cells) => laid(cells, 'regular')).flatMap((row) => cutToPages(row, Math.floor((document.pageHeight - heightOf(head) - 2 * padding.y) / pitch)));
  titled(body[0] ?? head);
  for (const row of body) {
    if (heightOf(row) > document.left) {
      document.newPage();
      draw(head, true);
    }
    draw(row, false);
  }
  document.space(8);
}

/** A row that no page could hold becomes several. */
function cutToPages(row: Row, most: number): Row[] {
  const lines = Math.max(1, ...row.map(({ length }) => length));
  return Array.from({ length: Math.ceil(lines / most) }, (_, part) => row.map((cell) => cell.slice(part * most, (part + 1) * most)));
}

interface RowLook {
  readonly widths: readonly number[];
  readonly columns: readonly PdfColumn[];
  readonly size: number;
  readonly pitch: number;
  readonly head: boolean;
}

function drawRow(canvas: Canvas, row: Row, { widths, columns, size, pitch, head }: RowLook): void {
  let x = 0;
  row.forEach((lines, index) => {
    const width = widths[index]!;
    const align = columns[index]!.align ?? 'left';
    canvas.rect([x, 0], width, canvas.height, head ? { ...grid, fill: '#eef2f1' } : grid);
    const at = { left: x + padding.x, center: x + width / 2, right: x + width - padding.x }[align];
    lines.forEach((line, place) => canvas.text(line, [at, padding.y + pitch * (place + 0.76)], { align, size, weight: head ? 'bold' : 'regular' }));
    x += width;
  });
}
