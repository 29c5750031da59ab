import type { ReactNode } from 'react';
import styles from './drawing.module.css';

/** Places of the axis that mean something of their own: the months of a decision. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

interface SpansProps {
  readonly spans: readonly Span[];
  /** Half a step between places. */
  readonly half: number;
  readonly x: (at: number) => number;
  readonly top: number;
  readonly bottom: number;
}

/** Spans shaded and named above: the first name ends at its right edge, the next begins at its left, so that none covers another. */
export function Spans({ spans, half, x, top, bottom }: SpansProps): ReactNode {
  return spans.map(({ from, to, name }, index) => (
    <g key={name}>
      <rect className={styles['area']} x={x(from - half)} y={top} width={x(to + half) - x(from - half)} height={bottom - top} />
      <text className={styles['text']} x={index === 0 ? x(to + half) - 3 : x(from - half) + 5} y={top - 6} textAnchor={index === 0 ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  ));
}

/** Numbers below an axis, as many as have room; nought is always among them. */
export function Places({ places, x, y }: { readonly places: readonly number[]; readonly x: (at: number) => number; readonly y: number }): ReactNode {
  const step = places.length > 1 ? places[1]! - places[0]! : 1;
  const every = Math.max(1, Math.ceil(28 / Math.abs(x(step) - x(0))));
  return places
    .filter((at) => Math.round(at / step) % every === 0)
    .map((at) => (
      <text key={at} className={styles['text']} x={x(at)} y={y} textAnchor="middle">
        {at}
      </text>
    ));
}
