import type { ReactNode } from 'react';
import styles from './drawing.module.css';
import { ratioScale, type Interval } from './ratio-scale.js';
import { Places, Spans, type Span } from './span.js';

export interface PlacedInterval extends Interval {
  readonly at: number;
  /** Filled in the colour of the house, or hollow: shown and not averaged. */
  readonly tone: 'brand' | 'warn' | 'inkSoft';
}

interface IntervalsProps {
  readonly points: readonly PlacedInterval[];
  readonly spans?: readonly Span[];
  readonly change: (ratio: number) => string;
  readonly width: number;
  readonly height: number;
}

/** To the left for the longest word of any language. */
const room = { left: 86, right: 12, top: 24, bottom: 26 };

/** Ratios with their intervals along an axis: months since training, lengths of a window. */
export function Intervals({ points, spans = [], change, width, height }: IntervalsProps): ReactNode {
  const { place, marks } = ratioScale(points);
  const places = points.map(({ at }) => at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const half = places.length > 1 ? (places[1]! - places[0]!) / 2 : 0.5;
  const bottom = height - room.bottom;
  const x = (at: number) => room.left + ((at - first + half) / (last - first + 2 * half)) * (width - room.left - room.right);
  const y = (ratio: number) => (room.top + bottom) / 2 - (place(ratio) * (bottom - room.top)) / 2;
  return (
    <>
      <Spans spans={spans} half={half} x={x} top={room.top} bottom={bottom} />
      {marks.map((mark) => (
        <text key={mark} className={styles['text']} x={room.left - 8} y={y(mark) + 4} textAnchor="end">
          {change(mark)}
        </text>
      ))}
      <line className={styles['unchanged']} x1={room.left} x2={width - room.right} y1={y(1)} y2={y(1)} />
      <Places places={places} x={x} y={height - 6} />
      {points.map(({ at, ratio, low, high, tone }) => (
        <g key={at} className={styles[tone]}>
          {(low !== null || high !== null) && <line x1={x(at)} x2={x(at)} y1={y(low ?? 0)} y2={y(high ?? Infinity)} />}
          {ratio !== null && <circle cx={x(at)} cy={y(ratio)} r="4" />}
        </g>
      ))}
    </>
  );
}
