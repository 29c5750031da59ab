import { part, standsOut, type Line } from './lines.js';

export interface ZhOption {
  readonly letter: string;
  readonly text: string;
  readonly line: number;
  /** Whether it stands out among the others, as right options sometimes do. */
  readonly strong: boolean;
}

type OptionStyle = 'round' | 'sign' | 'blank' | 'bare';

const letters = 'ABCDEFGHIJKL';
const starts: readonly (readonly [OptionStyle, RegExp])[] = [
  ['round', /^[([【]\s*([A-L])\s*[)\]】]\s*[.、:]?\s*/],
  ['sign', /^([A-L])\s*[.、:)]\s*/],
  ['blank', /^([A-L])\s+/],
  ['bare', /^([A-L])(?=[\u4e00-\u9fff\d“《])/],
];

interface OptionStart {
  readonly style: OptionStyle;
  readonly letter: string;
  readonly length: number;
  /** a. b. c. */
  readonly small: boolean;
}

function startOf(norm: string): OptionStart | undefined {
  for (const [style, sign] of starts) {
    const found = sign.exec(norm);
    if (found) return { style, letter: found[1]!, length: found[0].length, small: false };
  }
  const small = /^([a-l])\s*[.、)]\s*|^\(\s*([a-l])\s*\)\s*/.exec(norm);
  return small ? { style: small[1] === undefined ? 'round' : 'sign', letter: (small[1] ?? small[2])!.toUpperCase(), length: small[0].length, small: true } : undefined;
}

const nextSign = (style: OptionStyle, letter: string): RegExp => {
  if (style === 'round') return new RegExp(`[(\\[【]\\s*${letter}\\s*[)\\]】]\\s*[.、:]?\\s*`);
  if (style === 'sign') return new RegExp(`(?<![A-Za-z0-9(])${letter}\\s*[.、:)]\\s*`);
  return new RegExp(`(?<=\\s)${letter}${style === 'blank' ? '\\s+' : '(?=[\\u4e00-\\u9fff\\d“《])'}`);
};

/** The options from a letter onwards that stand on one line, one behind the other. */
function optionsFrom(line: Line, start: OptionStart): ZhOption[] {
  const found: ZhOption[] = [];
  let { letter } = start;
  let from = start.length;
  for (;;) {
    const place = letters.indexOf(letter);
    // A letter may have been forgotten.
    const next = [letters[place + 1], letters[place + 2]].flatMap((one) => {
      const sign = one === undefined ? null : nextSign(start.style, start.small ? one.toLowerCase() : one).exec(line.norm.slice(from));
      return sign ? [{ letter: one!, at: from + sign.index, length: sign[0].length }] : [];
    })[0];
    const end = next?.at ?? line.raw.length;
    const said = part(line, from, end);
    found.push({ letter, text: said.raw.replace(/[；;]$/, ''), line: line.number, strong: standsOut(said) });
    if (!next) return found;
    [letter, from] = [next.letter, end + next.length];
  }
}

/**
 * The options of a line that begins with one. `expected` is the letter that should come; a letter with nothing but a
 * blank, or nothing at all, behind it counts only where it is that one and `neighbour` begins with the next (or it
 * is not the first).
 */
export function optionsOf(line: Line, expected: number, neighbour: Line | undefined): ZhOption[] | undefined {
  const start = startOf(line.norm);
  if (!start) return undefined;
  const place = letters.indexOf(start.letter);
  if (place < expected || place > expected + 2) return undefined;
  const options = optionsFrom(line, start);
  const sure = (!start.small && (start.style === 'round' || start.style === 'sign')) || options.length > 1;
  if (!sure && (place !== expected || (place === 0 && startOf(neighbour?.norm ?? '')?.letter !== 'B'))) return undefined;
  // （A）…是 begins a sentence and no option, unless more of them follow.
  if (start.style === 'round' && place === 0 && options.length === 1 && startOf(neighbour?.norm ?? '')?.letter !== 'B') return undefined;
  return options;
}

/** A line with more beginnings of options than this is something else. */
const mostStarts = 8;

/** Options that stand behind the question on its own line: …是（ ）。 A.甲 B.乙 */
export function optionsBehind(line: Line): { stem: Line; options: ZhOption[] } | undefined {
  let tried = 0;
  for (const found of line.norm.matchAll(/(?<![A-Za-z0-9(])A\s*[.、:)]\s*|(?<=[\s。?!:;)])\(A\)\s*|(?<=[\s。?!:;)】])A\s+(?=\S)/g)) {
    if (++tried > mostStarts) return undefined;
    const rest = part(line, found.index);
    const start = startOf(rest.norm);
    const options = start && optionsFrom(rest, start);
    if (options && options.length > 1) return { stem: part(line, 0, found.index), options };
  }
  return undefined;
}
