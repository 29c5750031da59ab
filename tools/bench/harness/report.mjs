// Prints what was measured, and what may be said of it.
const number = (value, digits = 0) => (Number.isFinite(value) ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–');
const small = (value) => number(value, Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

const usualColumns = [
  ['', ({ name }) => name],
  ['per second', ({ rate }) => small(rate)],
  ['seconds', ({ seconds, rate }) => (rate === undefined ? number(seconds, 2) : '')],
  ['p50 ms', ({ p50 }) => number(p50, 2)],
  ['p99 ms', ({ p99 }) => number(p99, 2)],
  ['CPU µs/op', ({ cpuTotal }) => small(cpuTotal)],
  ['of which', ({ cpu }) => Object.entries(cpu ?? {}).map(([label, value]) => `${label} ${small(value)}`).join(', ')],
  ['buffers', ({ buffers }) => (buffers === undefined ? '' : number(buffers))],
];

function table(rows, columnsOfTable) {
  const cells = [columnsOfTable.map(([title]) => title), ...rows.map((row) => columnsOfTable.map(([, of]) => of(row)))];
  const widths = columnsOfTable.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  return cells.map((line) => `  ${line.map((text, column) => (column === 0 || column === 6 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join('  ')}`.trimEnd()).join('\n');
}

/** A time-based figure counts only on a quiet machine; one of CPU counts always. */
export const verdictOf = ({ value, goal, basis }, quiet) =>
  !Number.isFinite(value) ? 'not measured' : goal === undefined ? 'no goal' : basis === 'time' && !quiet ? 'machine busy: not judged' : value <= goal ? 'met' : 'MISSED';

/** `columns` of a bench's own take the place of rates and times. */
export function printBench({ name, title, results, verdicts, columns = usualColumns, notes = [], quiet, loadBefore, others }) {
  const lines = [``, `${name}: ${title}`, `  load average before ${number(loadBefore, 2)}, other programs kept ${number(others, 2)} cores busy${quiet ? '' : ' — busy: rates and times are shown, CPU alone is judged'}`];
  const rows = Object.entries(results).map(([variant, result]) => ({ name: variant, ...result }));
  const used = columns.filter(([title, of]) => title === '' || rows.some((row) => !['', '–'].includes(of(row))));
  lines.push(table(rows, used));
  for (const verdict of verdicts) {
    const goal = verdict.goal === undefined ? '' : `, goal ≤ ${small(verdict.goal)}${verdict.unit ?? ''}`;
    lines.push(`  ${verdict.what}: ${small(verdict.value)}${verdict.unit ?? ''}${goal}: ${verdictOf(verdict, quiet)}`);
  }
  for (const note of notes) lines.push(`  ${note}`);
  console.log(lines.join('\n'));
}
