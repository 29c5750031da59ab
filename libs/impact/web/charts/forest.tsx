import type { ReactNode } from 'react';
import styles from './drawing.module.css';
import { ratioScale, type Interval } from './ratio-scale.js';

export interface NamedInterval extends Interval {
  readonly name: string;
  readonly tone: 'brand' | 'inkSoft';
}

interface ForestProps {
  readonly rows: readonly NamedInterval[];
  readonly change: (ratio: number) => string;
  readonly width: number;
}

const rowHeight = 42;
const side = 28;
/** Pixels that the words of a mark take. */
const markWidth = 76;
export const forestHeight = (rows: number): number => rows * rowHeight + 28;

/** Ratios with their intervals under each other, the name of each above it. */
export function ForestRows({ rows, change, width }: ForestProps): ReactNode {
  const half = width / 2 - side;
  const { place, marks } = ratioScale(rows, markWidth / half);
  const x = (ratio: number) => width / 2 + place(ratio) * half;
  const end = rows.length * rowHeight;
  return (
    <>
      <line className={styles['unchanged']} x1={x(1)} x2={x(1)} y1="0" y2={end} />
      {rows.map(({ name, ratio, low, high, tone }, index) => {
        const y = index * rowHeight + 30;
        return (
          <g key={name}>
            <text className={styles['name']} x="0" y={y - 14}>
              {name}
            </text>
            <g className={styles[tone]}>
              {(low !== null || high !== null) && <line x1={x(low ?? 0)} x2={x(high ?? Infinity)} y1={y} y2={y} />}
              {ratio !== null && <circle cx={x(ratio)} cy={y} r="4.5" />}
            </g>
          </g>
        );
      })}
      {marks.map((mark) => (
        <text key={mark} className={styles['text']} x={x(mark)} y={end + 20} textAnchor="middle">
          {change(mark)}
        </text>
      ))}
    </>
  );
}
