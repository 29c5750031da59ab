export { Canvas, type Label, type Point, type Stroke } from './canvas.js';
export { PdfDocument, type ParagraphStyle, type PdfSetup } from './pdf-document.js';
export { type PdfColumn, type PdfTable, writeTable } from './table.js';
