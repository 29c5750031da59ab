export { Chart } from './chart.js';
export { Drawing } from './drawing.js';
export { type Palette } from './palette.js';
