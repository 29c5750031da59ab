import type { Weight } from './fonts.js';

export interface Ink {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

export const ink: Ink = { size: 10.5, weight: 'regular', color: '#1a1a1a' };
