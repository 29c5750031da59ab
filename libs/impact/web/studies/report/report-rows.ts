import type { CsvCell } from '@skillhall/ui/table';
import type { Ratio } from './facts.js';
import type { Report } from './judge.js';

/** The words that a file of figures needs; as many as its columns and parts. */
export interface RowWords {
  readonly head: readonly [part: string, at: string, ratio: string, low: string, high: string];
  readonly effect: string;
  readonly events: string;
  readonly waves: string;
  readonly curve: string;
  readonly control: string;
  readonly trained: string;
  readonly untrained: string;
}

/** All figures of a report as one table: which part, where on its axis, ratio (or rate) and interval. */
export function reportRows(report: Report, words: RowWords): CsvCell[][] {
  const line = (part: string, at: CsvCell, { ratio, low, high }: Ratio): CsvCell[] => [part, at, ratio, low, high];
  const { effect, control, events, waves, curve, sameSpike } = report;
  return [
    [...words.head],
    ...(effect ? [line(words.effect, null, effect)] : []),
    ...events.map((event) => line(words.events, event.relative, event)),
    ...waves.map((wave) => line(words.waves, wave.month, wave)),
    ...(curve?.points ?? []).map((point) => line(words.curve, point.decisionWindow, point)),
    ...(control ? [line(words.control, null, control)] : []),
    ...(sameSpike?.series ?? []).flatMap(({ relative, trained, untrained }) => [
      [words.trained, relative, trained],
      [words.untrained, relative, untrained],
    ]),
  ];
}
