import type { Canvas } from '@skillhall/platform/pdf';
import type { EventResult } from '../../domain/index.js';

interface Words {
  readonly ratio: string;
  readonly decision: string;
  readonly relative: string;
}

const room = { left: 40, right: 10, top: 18, bottom: 32 };
const ratios = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 4];
const small = { size: 8 } as const;

/** Points with their intervals on a log scale; the decision window shaded and named, the line of no change drawn. */
export function drawEvents(canvas: Canvas, events: readonly EventResult[], words: Words): void {
  const known = events.filter(({ ratio, low, high }) => ratio !== null && low !== null && high !== null && low > 0);
  if (!known.length) return;
  const [first, last] = [Math.min(...events.map(({ relative }) => relative)), Math.max(...events.map(({ relative }) => relative))];
  const ends = known.flatMap(({ low, high }) => [Math.log(low!), Math.log(high!)]);
  const [least, most] = [Math.max(Math.log(0.2), Math.min(Math.log(0.8), ...ends)), Math.min(Math.log(5), Math.max(Math.log(1.25), ...ends))];
  const [width, height] = [canvas.width - room.left - room.right, canvas.height - room.top - room.bottom];
  const x = (relative: number): number => room.left + ((relative - first + 0.5) / (last - first + 1)) * width;
  const y = (log: number): number => room.top + ((most - Math.min(most, Math.max(least, log))) / (most - least)) * height;
  const decision = events.filter(({ window }) => window === 'decision').map(({ relative }) => relative);
  if (decision.length) {
    const [from, to] = [x(Math.min(...decision) - 0.5), x(Math.max(...decision) + 0.5)];
    canvas.rect([from, room.top], to - from, height, { fill: '#f2e3c6', opacity: 0.8 });
    canvas.text(words.decision, [(from + to) / 2, room.top - 5], { ...small, align: 'center' });
  }
  for (const ratio of ratios.filter((one) => Math.log(one) >= least && Math.log(one) <= most)) {
    canvas.line([room.left, y(Math.log(ratio))], [room.left + width, y(Math.log(ratio))], ratio === 1 ? { width: 1 } : { color: '#cccccc', width: 0.4 });
    canvas.text(String(ratio), [room.left - 5, y(Math.log(ratio)) + 3], { ...small, align: 'right' });
  }
  canvas.line([x(-0.5), room.top], [x(-0.5), room.top + height], { dash: [3, 3], color: '#777777' });
  for (const { relative, ratio, low, high } of known) {
    canvas.line([x(relative), y(Math.log(low!))], [x(relative), y(Math.log(high!))], { color: '#1f5f8b', width: 1 });
    canvas.circle([x(relative), y(Math.log(ratio!))], 2.2, { fill: '#1f5f8b' });
    if (relative % 3 === 0) canvas.text(String(relative), [x(relative), room.top + height + 12], { ...small, align: 'center' });
  }
  canvas.text(words.ratio, [0, room.top - 5], small);
  canvas.text(words.relative, [room.left + width, room.top + height + 25], { ...small, align: 'right' });
}
