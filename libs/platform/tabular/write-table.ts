/** Tables written for people: templates to fill in, rows that failed, plain CSV. */
export { writeTemplate, type TemplateOptions } from './write-template.js';
export { csvText, failedRowsStream, sheetsWorkbook, tableWorkbook, writeFailedRows, type FailedRow, type WrittenSheet } from './write-rows.js';
