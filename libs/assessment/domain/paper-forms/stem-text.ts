import type { DrawnValues, StemInline } from '@skillhall/question-bank/domain';

const gap = '______';

/** A line of a stem as it is printed: blanks as lines with their numbers where there are several, values in their places. */
export function stemText(pieces: readonly StemInline[], blanks: number, values: DrawnValues = {}): string {
  const shown = (piece: StemInline): string => {
    if (piece.kind === 'blank') return blanks > 1 ? `${gap}（${piece.index + 1}）${gap}` : `${gap}${gap}`;
    return piece.kind === 'value' ? String(values[piece.text] ?? piece.text) : piece.text;
  };
  return pieces.map(shown).join('');
}
