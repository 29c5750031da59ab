import { shortStem } from './short-stem.js';

describe('a stem in a list', () => {
  it('shows no marks: blanks are lines, values stand by their names, bold words are words', () => {
    expect(shortStem('城区为[[1]]分钟，农村为[[12]]分钟')).toBe('城区为____分钟，农村为____分钟');
    expect(shortStem('电费{{ fee }}元，**逾期**{{days}}天')).toBe('电费[fee]元，逾期[days]天');
    expect(shortStem('2 * 3 * 4 = {24}')).toBe('2 * 3 * 4 = {24}');
  });
});
