import { halfWidth } from '../plain.js';
import { FormulaFault } from './formula-problem.js';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const same: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '–': '-', '—': '-', '、': ',' };
/** One character for one, so that positions stay those of what was written. */
const plainSigns = (text: string): string => halfWidth(text).replace(/[×÷−–—、]/g, (sign) => same[sign]!);

const spellings = new Map([['≤', '<='], ['≥', '>='], ['≠', '!='], ['==', '='], ['<>', '!=']]);
const token = /\s*(?:(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2}(?![\p{L}\p{N}_]))?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<sign><=|>=|==|!=|<>|[-+*/^(),<>=≤≥≠]))/uy;

export function readTokens(written: string): Token[] {
  const text = plainSigns(written).trimEnd();
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (!groups) {
      const at = from + /^\s*/.exec(text.slice(from))![0].length;
      throw new FormulaFault('formula-unexpected', at, written.slice(at, at + 1));
    }
    const [kind, read] = Object.entries(groups).find((entry) => entry[1] !== undefined) as ['number' | 'name' | 'sign', string];
    tokens.push({ kind, text: spellings.get(read) ?? read, at: token.lastIndex - read.length });
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}
