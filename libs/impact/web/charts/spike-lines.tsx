import type { ReactNode } from 'react';
import styles from './drawing.module.css';
import { roundMarks } from './ratio-scale.js';
import { Places, Spans, type Span } from './span.js';

export interface SpikePoint {
  readonly relative: number;
  readonly trained: number | null;
  readonly untrained: number | null;
}

interface SpikeProps {
  readonly points: readonly SpikePoint[];
  readonly spans: readonly Span[];
  readonly names: { readonly trained: string; readonly untrained: string };
  readonly amount: (value: number) => string;
  readonly width: number;
  readonly height: number;
}

/** To the right for the longer name in any language. */
const room = { left: 36, right: 108, top: 24, bottom: 26 };
const sides = ['untrained', 'trained'] as const;

/** Both groups around training from zero up: the trained drawn through, the untrained with the same record dashed, each named at its end. */
export function SpikeLines({ points, spans, names, amount, width, height }: SpikeProps): ReactNode {
  const marks = roundMarks(Math.max(...points.flatMap(({ trained, untrained }) => [trained ?? 0, untrained ?? 0])));
  const places = points.map(({ relative }) => relative);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const bottom = height - room.bottom;
  const x = (at: number) => room.left + ((Math.min(last, Math.max(first, at)) - first) / Math.max(1, last - first)) * (width - room.left - room.right);
  const y = (value: number) => bottom - (value / (marks.at(-1) || 1)) * (bottom - room.top);
  const end = (side: (typeof sides)[number]) => points.findLast((point) => point[side] !== null);
  const trainedAbove = (end('trained')?.trained ?? 0) >= (end('untrained')?.untrained ?? 0);
  return (
    <>
      <Spans spans={spans} half={0.5} x={x} top={room.top} bottom={bottom} />
      {marks.map((mark) => (
        <g key={mark}>
          <line className={styles['grid']} x1={room.left} x2={width - room.right} y1={y(mark)} y2={y(mark)} />
          <text className={styles['text']} x={room.left - 8} y={y(mark) + 4} textAnchor="end">
            {amount(mark)}
          </text>
        </g>
      ))}
      <Places places={places} x={x} y={height - 6} />
      {sides.map((side) => {
        // A month without data breaks the line.
        const path = points.map((point, index) => (point[side] === null ? '' : `${(points[index - 1]?.[side] ?? null) === null ? 'M' : 'L'}${x(point.relative)} ${y(point[side])}`)).join('');
        const at = end(side);
        const shift = (side === 'trained') === trainedAbove ? -6 : 12;
        return (
          <g key={side}>
            <path className={styles[side]} d={path} />
            {at && (
              <text className={`${styles['text']} ${styles['strong']} ${side === 'trained' ? styles['trainedName'] : ''}`} x={x(at.relative) + 6} y={y(at[side] ?? 0) + shift}>
                {names[side]}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
