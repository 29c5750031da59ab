import fc from 'fast-check';
import { paperSources, type SourceFrame } from './paper-sources.js';

const frame = (id: string, parts: readonly SourceFrame[] = []): SourceFrame => ({ id, type: parts.length ? 'case' : 'single', optionKeys: parts.length ? [] : ['A', 'B'], parts });
const drawn = (versionId: string, marks: number, section = 0) => ({ questionId: `q-${versionId}`, versionId, section, marks });

describe('questions on their way onto a paper', () => {
  it('keep their section and their mark', () => {
    const frames = new Map([['v1', frame('v1')]]);
    expect(paperSources([drawn('v1', 2.5, 3)], frames)).toEqual([{ id: 'v1', type: 'single', optionKeys: ['A', 'B'], marks: 2.5, section: 3 }]);
  });

  it('are, of a case, its parts, which say whose parts they are', () => {
    const sources = paperSources([drawn('c', 10)], new Map([['c', frame('c', [frame('p1'), frame('p2'), frame('p3')])]]));
    expect(sources.map(({ id, caseId, marks }) => [id, caseId, marks])).toEqual([['p1', 'c', 3.34], ['p2', 'c', 3.33], ['p3', 'c', 3.33]]);
  });

  it('share the mark of a case to the last hundredth, however many parts it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 20 }), (hundredths, parts) => {
        const frames = new Map([['c', frame('c', Array.from({ length: parts }, (_, index) => frame(`p${index}`)))]]);
        const marks = paperSources([drawn('c', hundredths / 100)], frames).map((source) => Math.round(source.marks! * 100));
        expect(marks.reduce((sum, each) => sum + each, 0)).toBe(hundredths);
        expect(Math.max(...marks) - Math.min(...marks)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('must all be known', () => {
    expect(() => paperSources([drawn('gone', 1)], new Map())).toThrow('gone');
  });
});
