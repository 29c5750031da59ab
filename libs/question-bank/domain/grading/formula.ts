import { err, ok, type Result } from '@skillhall/kernel';
import { type Exact, readDecimal } from './exact.js';
import { FormulaFault, type FormulaProblem } from './formula-problem.js';
import { readTokens, type Token } from './formula-tokens.js';

export type Formula =
  | { readonly kind: 'number'; readonly value: Exact; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'negative'; readonly of: Formula; readonly at: number }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Formula; readonly right: Formula; readonly at: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Formula[]; readonly at: number };

/** How many values each function takes, least and most. */
const functions = { min: [1, 20], max: [1, 20], abs: [1, 1], round: [1, 2], floor: [1, 1], ceil: [1, 1], if: [3, 3] } as const;
export type FunctionName = keyof typeof functions;
export const functionNames = Object.keys(functions) as FunctionName[];

export const longestFormula = 1000;
const deepest = 40;

const comparisons = ['<', '<=', '>', '>=', '=', '!='];

/** Recursive descent: comparison, sum, product, sign, power, and what stands alone. */
class Parser {
  private next = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly known: ReadonlySet<string> | null;

  constructor(tokens: readonly Token[], known: ReadonlySet<string> | null) {
    [this.tokens, this.known] = [tokens, known];
  }

  whole(): Formula {
    const formula = this.comparison();
    if (this.token.kind !== 'end') throw this.unexpected();
    return formula;
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private take(...signs: readonly string[]): Token | undefined {
    const { token } = this;
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.next++;
    return token;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw this.unexpected();
  }

  private unexpected(): FormulaFault {
    const { kind, text, at } = this.token;
    return new FormulaFault(kind === 'end' ? 'formula-unfinished' : 'formula-unexpected', at, text);
  }

  private comparison(): Formula {
    if (++this.depth > deepest) throw new FormulaFault('formula-too-deep', this.token.at, this.token.text);
    const left = this.sum();
    const sign = this.take(...comparisons);
    const formula: Formula = sign ? { kind: 'binary', sign: sign.text, left, right: this.sum(), at: sign.at } : left;
    this.depth--;
    return formula;
  }

  private sum(): Formula {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) left = { kind: 'binary', sign: sign.text, left, right: this.product(), at: sign.at };
    return left;
  }

  private product(): Formula {
    let left = this.signed();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) left = { kind: 'binary', sign: sign.text, left, right: this.signed(), at: sign.at };
    return left;
  }

  /** A sign binds less than a power: -2^2 is -4. */
  private signed(): Formula {
    const sign = this.take('+', '-');
    if (!sign) return this.power();
    if (++this.depth > deepest) throw new FormulaFault('formula-too-deep', sign.at, sign.text);
    const of = this.signed();
    this.depth--;
    return sign.text === '-' ? { kind: 'negative', of, at: sign.at } : of;
  }

  private power(): Formula {
    const left = this.single();
    const sign = this.take('^');
    return sign ? { kind: 'binary', sign: '^', left, right: this.signed(), at: sign.at } : left;
  }

  private single(): Formula {
    const { kind, text, at } = this.token;
    if (kind === 'number') {
      this.next++;
      return { kind, value: readDecimal(text)!, at };
    }
    if (kind === 'name') return this.named();
    this.expect('(');
    const inner = this.comparison();
    this.expect(')');
    return inner;
  }

  private named(): Formula {
    const { text, at } = this.token;
    this.next++;
    const name = functionNames.find((each) => each === text.toLowerCase());
    if (name) return this.call(name, at);
    if (this.known && !this.known.has(text)) throw new FormulaFault('formula-unknown-name', at, text);
    return { kind: 'variable', name: text, at };
  }

  private call(name: FunctionName, at: number): Formula {
    this.expect('(');
    const of = [this.comparison()];
    while (this.take(',')) of.push(this.comparison());
    this.expect(')');
    const [least, most] = functions[name];
    if (of.length < least || of.length > most) throw new FormulaFault('formula-arguments', at, name);
    return { kind: 'call', name, of, at };
  }
}

/** Reads a formula; with `known`, names outside it are a problem. */
export function parseFormula(text: string, known: ReadonlySet<string> | null = null): Result<Formula, FormulaProblem> {
  if (!text.trim()) return err({ code: 'formula-empty', at: 0, text: '' });
  if (text.length > longestFormula) return err({ code: 'formula-too-long', at: longestFormula, text: '' });
  try {
    return ok(new Parser(readTokens(text), known).whole());
  } catch (error) {
    if (error instanceof FormulaFault) return err(error.problem);
    throw error;
  }
}
