const never = '、。，．：；！？）》」』】〉〕］｝〗”’…—～％‰℃°·々ー,.!?:;)]}%';
const opening = '（《「『【〈〔［｛〖“‘([{¥￥$';
const closers = new Set(never);
const openers = new Set(opening);
const ideograph = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2460-\u24ff\u{20000}-\u{3ffff}]/u;
const letter = /[\p{L}\p{N}]/u;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Whether a line may end between two neighbours (the rules of 行首行尾禁则, after GB/T 15834 and W3C's CLREQ). */
export function mayBreak(left: string, right: string): boolean {
  if (right === ' ') return false;
  if (left === ' ') return true;
  if (closers.has(right) || openers.has(left)) return false;
  // Between letters it is an apostrophe.
  if (left === '’' && letter.test(right) && !ideograph.test(right)) return false;
  return ideograph.test(left) || ideograph.test(right) || openers.has(right);
}

/** What must stay together, with the spaces behind it. */
function pieces(paragraph: string): string[][] {
  const found: string[][] = [];
  for (const { segment } of graphemes.segment(paragraph)) {
    const last = found.at(-1);
    if (last && !mayBreak(last.at(-1)!, segment)) last.push(segment);
    else found.push([segment]);
  }
  return found;
}

export interface LineWidths {
  readonly first: number;
  readonly rest: number;
}

/** Lines no wider than asked; a word that fits no line is cut, and spaces at the end of a line take no room. */
export function breakLines(text: string, widths: LineWidths, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph, index) => breakParagraph(paragraph, index === 0 ? widths : { first: widths.rest, rest: widths.rest }, widthOf));
}

function breakParagraph(paragraph: string, { first, rest }: LineWidths, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const room = (): number => (lines.length === 0 ? first : rest);
  const end = (): void => {
    lines.push(line.trimEnd());
    [line, used] = ['', 0];
  };
  for (const piece of pieces(paragraph)) {
    const word = piece.join('').trimEnd();
    if (line !== '' && used + widthOf(word) > room()) end();
    const whole = widthOf(word) <= room();
    for (const grapheme of piece) {
      const width = widthOf(grapheme);
      if (!whole && line !== '' && grapheme !== ' ' && used + width > room()) end();
      line += grapheme;
      used += width;
    }
  }
  end();
  return lines;
}
