import { File as WholeFile } from 'node:buffer';
import { beginningOf } from './reading.js';

describe('the beginning of a file', () => {
  it.each([1, 2, 3])('is read in its encoding wherever it is cut, shifted by %d', async (shift) => {
    const text = `${'-'.repeat(shift)}题号,题型,题干\n${'电费'.repeat(2000)}`;
    const beginning = await beginningOf(new WholeFile([text], '题.txt') as unknown as File);
    expect(text).toContain(beginning);
    expect(beginning.length).toBeGreaterThan(1300);
  });
});
