import { toCsv } from './csv.js';

describe('an exported table', () => {
  it('opens in a spreadsheet without asking: marked UTF-8, lines of CRLF', () => {
    expect(toCsv([['姓名', '人数'], ['王芳', 3]])).toBe('\uFEFF姓名,人数\r\n王芳,3\r\n');
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(toCsv([['a,b', 'say "x"', 'one\ntwo']])).toBe('\uFEFF"a,b","say ""x""","one\ntwo"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('runs no formula: %j', (text) => {
    expect(toCsv([[text]])).toContain(`'${text}`);
  });

  it('leaves numbers as numbers, and nothing as nothing', () => {
    expect(toCsv([[-1.5, null, undefined, true]])).toBe('\uFEFF-1.5,,,true\r\n');
  });
});
