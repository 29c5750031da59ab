export { Chart } from './chart.js';
export { type Palette } from './palette.js';
