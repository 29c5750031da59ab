export { Canvas } from './canvas.js';
export { PdfDocument } from './pdf-document.js';
export { writeTable } from './table.js';
