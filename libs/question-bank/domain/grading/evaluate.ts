import { err, ok, type Result } from '@skillhall/kernel';
import { add, compare, divide, type Exact, exactOf, floored, fraction, magnitude, multiply, negated, one, rounded, subtract, toNumber, zero } from './exact.js';
import type { Formula, FunctionName } from './formula.js';
import { FormulaFault, type FormulaProblem } from './formula-problem.js';

export type Values = ReadonlyMap<string, Exact>;
type Binary = Extract<Formula, { kind: 'binary' }>;
type Call = Extract<Formula, { kind: 'call' }>;

const biggest = 1n << 2000n;
const highestPower = 200;
const mostDecimals = 12;

const truth = (holds: boolean): Exact => (holds ? one : zero);

/** Whole powers are exact; others are taken in floating point, to 15 digits. */
function power({ at, sign }: Binary, base: Exact, exponent: Exact): Exact {
  if (exponent.d !== 1n) {
    const value = toNumber(base) ** toNumber(exponent);
    if (!Number.isFinite(value)) throw new FormulaFault('formula-bad-power', at, sign);
    return exactOf(Number(value.toPrecision(15)));
  }
  const times = magnitude(exponent).n;
  if (times > highestPower) throw new FormulaFault('formula-bad-power', at, sign);
  if (base.n === 0n && exponent.n < 0n) throw new FormulaFault('formula-divides-by-zero', at, sign);
  let result = one;
  for (let n = 0n; n < times; n++) result = bounded(multiply(result, base), at, sign);
  return exponent.n < 0n ? divide(one, result) : result;
}

function bounded(value: Exact, at: number, text: string): Exact {
  if (magnitude(value).n > biggest || value.d > biggest) throw new FormulaFault('formula-too-big', at, text);
  return value;
}

function binary(formula: Binary, left: Exact, right: Exact): Exact {
  switch (formula.sign) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      if (right.n === 0n) throw new FormulaFault('formula-divides-by-zero', formula.at, '/');
      return divide(left, right);
    case '^':
      return power(formula, left, right);
    default:
      return compared(formula.sign, compare(left, right));
  }
}

function compared(sign: string, order: number): Exact {
  const holds: Readonly<Record<string, boolean>> = { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0, '=': order === 0, '!=': order !== 0 };
  return truth(holds[sign]!);
}

const extreme = (values: readonly Exact[], side: -1 | 1): Exact => values.reduce((best, value) => (compare(value, best) === side ? value : best));

function roundTo({ at, name }: Call, value: Exact, decimals: Exact = zero): Exact {
  if (decimals.d !== 1n || decimals.n < 0n || decimals.n > mostDecimals) throw new FormulaFault('formula-arguments', at, name);
  return rounded(value, Number(decimals.n));
}

const apply: Readonly<Record<Exclude<FunctionName, 'if'>, (call: Call, values: readonly Exact[]) => Exact>> = {
  min: (_, values) => extreme(values, -1),
  max: (_, values) => extreme(values, 1),
  abs: (_, [value]) => magnitude(value!),
  round: (call, [value, decimals]) => roundTo(call, value!, decimals),
  floor: (_, [value]) => fraction(floored(value!)),
  ceil: (_, [value]) => fraction(-floored(negated(value!))),
};

function valueOf(formula: Formula, values: Values): Exact {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'variable': {
      const value = values.get(formula.name);
      if (!value) throw new FormulaFault('formula-unknown-name', formula.at, formula.name);
      return value;
    }
    case 'negative':
      return negated(valueOf(formula.of, values));
    case 'binary':
      return bounded(binary(formula, valueOf(formula.left, values), valueOf(formula.right, values)), formula.at, formula.sign);
    case 'call':
      return callOf(formula, values);
  }
}

/** Of `if` only the branch that holds is looked at, so that it may guard a division. */
function callOf(call: Call, values: Values): Exact {
  if (call.name !== 'if') return apply[call.name](call, call.of.map((each) => valueOf(each, values)));
  const [condition, then, otherwise] = call.of;
  return valueOf(valueOf(condition!, values).n === 0n ? otherwise! : then!, values);
}

/** What the formula comes to, exactly. */
export function evaluate(formula: Formula, values: Values): Result<Exact, FormulaProblem> {
  try {
    return ok(valueOf(formula, values));
  } catch (error) {
    if (error instanceof FormulaFault) return err(error.problem);
    throw error;
  }
}
