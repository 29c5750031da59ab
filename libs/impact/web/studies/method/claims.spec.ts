import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims, source } from './claims.js';

const root = join(__dirname, '../../../../..');
const rows = readFileSync(join(root, source.readme), 'utf8')
  .split('\n')
  .filter((line) => /^\| (no effect|true 0\.80)/.test(line))
  .map((line) => line.split('|').slice(2, 6).map((cell) => Number.parseFloat(cell)));

describe('the claims of the method page', () => {
  it('are those that were measured, row by row', () => {
    const shares = claims.map(({ ratio, coverage, below, fell }) => [ratio, ...[coverage, below, fell].map((share) => Number((share * 100).toFixed(1)))]);
    expect(shares).toEqual(rows);
  });

  it('name a check that is there to be run again', () => {
    expect(readFileSync(join(root, source.check), 'utf8')).toContain('coverage');
  });
});
