/** Parsers of one cell: pure, and forgiving in form but never in meaning. */
export { identifier, isBlank, name, oneOf, shown, text, yesNo, type Parser } from './cell-text.js';
export { integer, number, share, within } from './cell-numbers.js';
export { date, dateTime, month } from './cell-dates.js';
