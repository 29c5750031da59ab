import { chartNames, ruleNames } from '@skillhall/impact/domain';
import { type Locale, say } from '@skillhall/kernel';
import type { Chart, ChartPoint } from './compute.js';
import { labels } from './phrases.js';
import { limitsOf, shown } from './print-chart.js';
import type { ChartReport } from './report.js';

const width = 760;
const height = 240;
const inner = { left: 56, right: 744, top: 34, bottom: 206 };
/** Labels under the axis at most. */
const mostLabels = 12;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
const at = (value: number): string => value.toFixed(1);

interface Scale {
  x(index: number): number;
  y(value: number): number;
  readonly low: number;
  readonly high: number;
}

function scaleOf(points: readonly ChartPoint[]): Scale {
  const values = points.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-9) * 1.05;
  const step = points.length > 1 ? (inner.right - inner.left) / (points.length - 1) : 0;
  return { low, high, x: (index) => inner.left + step * index, y: (value) => inner.bottom - ((value - low) / (high - low)) * (inner.bottom - inner.top) };
}

/** A line through the points that have the value. */
function line(points: readonly ChartPoint[], scale: Scale, of: (point: ChartPoint) => number | null, style: string): string {
  const places = points.flatMap((point, index) => {
    const value = of(point);
    return value === null ? [] : [`${at(scale.x(index))},${at(scale.y(value))}`];
  });
  return places.length ? `<polyline fill="none" ${style} points="${places.join(' ')}"/>` : '';
}

/** A dot, filled and larger where a rule is met; its title says which. */
function dot({ time, value, rules }: ChartPoint, index: number, scale: Scale, lang: Locale): string {
  const said = [`${time}: ${shown(value)}`, ...rules.map((rule) => say(ruleNames[rule], lang))].join(', ');
  const look = rules.length ? 'r="4.5" fill="#c4320a"' : 'r="2.5" fill="#1f5fa8"';
  return `<circle cx="${at(scale.x(index))}" cy="${at(scale.y(value))}" ${look}><title>${escaped(said)}</title></circle>`;
}

function axes(points: readonly ChartPoint[], scale: Scale): string {
  const every = Math.ceil(points.length / mostLabels);
  const times = points.map(({ time }, index) => (index % every === 0 ? `<text x="${at(scale.x(index))}" y="${inner.bottom + 16}" text-anchor="middle">${escaped(time)}</text>` : '')).join('');
  const ticks = [0, 0.5, 1].map((share) => {
    const value = scale.low + (scale.high - scale.low) * share;
    return `<text x="${inner.left - 6}" y="${at(scale.y(value) + 4)}" text-anchor="end">${shown(value)}</text>`;
  });
  return `<path d="M${inner.left} ${inner.top}V${inner.bottom}H${inner.right}" fill="none" stroke="#888"/>${times}${ticks.join('')}`;
}

function drawChart(chart: Chart, top: number, lang: Locale): string {
  const { points } = chart;
  const scale = scaleOf(points);
  const title = `${chart.unit ?? say(labels.all, lang)} · ${limitsOf(chart, lang)}`;
  return [
    `<g transform="translate(0 ${top})">`,
    `<text x="${inner.left}" y="20" font-size="13" font-weight="bold">${escaped(title)}</text>`,
    axes(points, scale),
    line(points, scale, ({ upper }) => upper, 'stroke="#888" stroke-dasharray="5 4"'),
    line(points, scale, ({ lower }) => lower, 'stroke="#888" stroke-dasharray="5 4"'),
    line(points, scale, ({ centre }) => centre, 'stroke="#888"'),
    line(points, scale, ({ value }) => value, 'stroke="#1f5fa8" stroke-width="1.5"'),
    points.map((point, index) => dot(point, index, scale, lang)).join(''),
    '</g>',
  ].join('');
}

/** All charts below one another as one drawing. */
export function drawCharts({ kind, charts, sentence }: ChartReport, lang: Locale): string {
  const name = say(chartNames[kind], lang);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height * charts.length}" width="${width}" height="${height * charts.length}" font-family="sans-serif" font-size="11" fill="#333" role="img" aria-label="${escaped(name)}">`,
    `<title>${escaped(name)}</title><desc>${escaped(sentence)}</desc><rect width="100%" height="100%" fill="#fff"/>`,
    ...charts.map((chart, index) => drawChart(chart, index * height, lang)),
    '</svg>\n',
  ].join('\n');
}
