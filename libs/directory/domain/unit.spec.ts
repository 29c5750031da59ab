import fc from 'fast-check';
import { ancestorPaths, childPath, unitsInCycles } from './unit.js';

describe('unit paths', () => {
  it('sort in the order of the tree', () => {
    const [top, second, tenth] = [childPath('', 1), childPath(childPath('', 1), 2), childPath(childPath('', 1), 10)];
    expect([tenth, second, top].sort()).toEqual([top, second, tenth]);
    expect(ancestorPaths(tenth)).toEqual([top]);
  });

  it('keep byte order equal to number order up to the last child', () => {
    const index = fc.integer({ min: 1, max: 36 ** 4 - 1 });
    fc.assert(fc.property(index, index, (a, b) => expect(childPath('', a) < childPath('', b)).toBe(a < b)));
    expect(() => childPath('', 36 ** 4)).toThrow(RangeError);
  });
});

describe('cycles among units', () => {
  it('are found with everything that hangs below them', () => {
    const units = [
      { code: 'top', parentCode: null },
      { code: 'hall', parentCode: 'top' },
      { code: 'a', parentCode: 'b' },
      { code: 'b', parentCode: 'a' },
      { code: 'below', parentCode: 'a' },
      { code: 'self', parentCode: 'self' },
    ];
    expect([...unitsInCycles(units)].sort()).toEqual(['a', 'b', 'below', 'self']);
  });

  it('leave every other unit with a way to a top', () => {
    const code = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(fc.array(fc.option(code, { nil: null }), { minLength: 9, maxLength: 9 }), (parents) => {
        const units = parents.map((parent, index) => ({ code: String(index), parentCode: parent === null ? null : String(parent) }));
        const lost = unitsInCycles(units);
        for (const { code: start } of units) {
          let steps = 0;
          let at: string | null = start;
          while (at !== null && steps++ < 20) at = units[Number(at)]!.parentCode;
          expect(lost.has(start)).toBe(at !== null);
        }
      }),
    );
  });
});
