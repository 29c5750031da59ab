import fc from 'fast-check';
import type { Variable } from '../key.js';
import { evaluate } from './evaluate.js';
import { compare, decimalText, exactOf, rounded, toNumber } from './exact.js';
import { parseFormula } from './formula.js';
import { countOf, drawValues, exactValues } from './variables.js';

function compute(text: string, values: Record<string, number> = {}): number | string {
  const parsed = parseFormula(text);
  const result = parsed.ok ? evaluate(parsed.value, exactValues(values)) : parsed;
  return result.ok ? toNumber(result.value) : `${result.error.code} ${result.error.at}`;
}

describe('a formula', () => {
  it.each<[string, number]>([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['10-4-3', 3],
    ['12/4/3', 1],
    ['0.1+0.2', 0.3],
    ['1.005*100', 100.5],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['floor(-1.5)', -2],
    ['ceil(-1.5)', -1],
    ['ceil(1.2)', 2],
    ['abs(-3)', 3],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['if(2 > 1, 5, 1/0)', 5],
    ['if(2 = 1, 5, 6)', 6],
    ['3 <> 3', 0],
    ['（１＋２）×３÷２', 4.5],
    ['2 ≥ 2', 1],
    ['9^0.5', 3],
    ['1e3 + 1', 1001],
    ['MAX(1, 2)', 2],
  ])('%s is %d', (text, value) => {
    expect(compute(text)).toBe(value);
  });

  it('computes a tiered electricity charge to the cent, on both sides of each step', () => {
    // Invented steps and prices: 180 and 350 kWh at 0.5, 0.55 and 0.8 yuan.
    const charge = 'round(min(电量, 180)*0.5 + max(0, min(电量, 350)-180)*0.55 + max(0, 电量-350)*0.8, 2)';
    expect([0, 180, 181, 350, 351, 423].map((kwh) => compute(charge, { 电量: kwh }))).toEqual([0, 90, 90.55, 183.5, 184.3, 241.9]);
  });

  it.each<[string, string]>([
    ['', 'formula-empty 0'],
    ['1 +', 'formula-unfinished 3'],
    ['(1', 'formula-unfinished 2'],
    ['1 2', 'formula-unexpected 2'],
    ['1)', 'formula-unexpected 1'],
    ['1 < 2 < 3', 'formula-unexpected 6'],
    ['2 & 3', 'formula-unexpected 2'],
    ['constructor', 'formula-unknown-name 0'],
    ['min()', 'formula-unexpected 4'],
    ['if(1, 2)', 'formula-arguments 0'],
    ['round(1, 0.5)', 'formula-arguments 0'],
    ['1 / (2 - 2)', 'formula-divides-by-zero 2'],
    ['0 ^ -1', 'formula-divides-by-zero 2'],
    ['2 ^ 9999', 'formula-bad-power 2'],
    ['(-1) ^ 0.5', 'formula-bad-power 5'],
    ['10^200*10^200*10^200*10^200', 'formula-too-big 20'],
    ['1'.repeat(1001), 'formula-too-long 1000'],
    ['('.repeat(60) + '1' + ')'.repeat(60), 'formula-too-deep 40'],
    [`${'-'.repeat(60)}1`, 'formula-too-deep 39'],
  ])('%s is refused with %s', (text, problem) => {
    expect(compute(text)).toBe(problem);
  });

  it('names what it does not know when it is told what there is', () => {
    expect(parseFormula('kwh * price', new Set(['kwh']))).toEqual({ ok: false, error: { code: 'formula-unknown-name', at: 6, text: 'price' } });
  });

  it('never throws, whatever is written', () => {
    const scraps = fc.array(fc.constantFrom('1', '2.5', 'x', '(', ')', '+', '-', '*', '/', '^', ',', '<', 'if', 'min', 'round', ' ', '0', '。'), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(scraps, fc.string()), (text) => expect(['number', 'string']).toContain(typeof compute(text, { x: 3 }))), { numRuns: 500 });
  });

  it('agrees with arithmetic on whole numbers', () => {
    const formulas = fc.letrec<{ formula: { text: string; value: number } }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small' },
        fc.integer({ min: 0, max: 9 }).map((value) => ({ text: String(value), value })),
        fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*'), tie('formula')).map(([left, sign, right]) => ({ text: `(${left.text} ${sign} ${right.text})`, value: sign === '+' ? left.value + right.value : sign === '-' ? left.value - right.value : left.value * right.value })),
      ),
    })).formula;
    fc.assert(fc.property(formulas.filter(({ text, value }) => text.length < 900 && Math.abs(value) < 1e12), ({ text, value }) => expect(compute(text)).toBe(value === 0 ? 0 : value)));
  });
});

describe('values drawn for an attempt', () => {
  const variable = fc
    .record({ start: fc.integer({ min: -1000, max: 1000 }), step: fc.integer({ min: 1, max: 50 }), steps: fc.integer({ min: 0, max: 100 }), scale: fc.constantFrom(1, 10, 1000) })
    .map(({ start, step, steps, scale }): Variable => ({ name: 'x', least: start / scale, most: (start + step * steps) / scale, step: step / scale }));

  it('lie on the grid of their variable, with its decimals, and every one can come', () => {
    fc.assert(
      fc.property(variable, (each) => {
        const count = countOf(each);
        const values = Array.from({ length: count }, (_, index) => drawValues([each], (limit) => (expect(limit).toBe(count), index))['x']!);
        expect(new Set(values).size).toBe(count);
        expect([values[0], values.at(-1)]).toEqual([each.least, each.most]);
        for (const value of values) expect(String(value).length).toBeLessThan(12);
      }),
    );
  });

  it('are tenths that were written, not their neighbours in floating point', () => {
    expect(drawValues([{ name: 'x', least: 0.1, most: 0.9, step: 0.1 }], () => 2)).toEqual({ x: 0.3 });
  });

  it('stop at the last step below the end', () => {
    const uneven = { name: 'x', least: 1, most: 10, step: 4 };
    expect(drawValues([uneven], (limit) => limit - 1)).toEqual({ x: 9 });
  });
});

describe('a rounded result', () => {
  it('is never further from the exact one than half of its last decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 4 }), (n, d, decimals) => {
        const parsed = parseFormula(`${n < 0 ? `(${n})` : n} / ${d}`);
        const result = parsed.ok ? evaluate(parsed.value, new Map()) : parsed;
        if (!result.ok) throw new Error(result.error.code);
        const off = Math.abs(toNumber(result.value) - Number(decimalText(result.value, decimals)));
        expect(off).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        expect(compare(rounded(result.value, decimals), exactOf(Number(decimalText(result.value, decimals))))).toBe(0);
      }),
    );
  });
});
