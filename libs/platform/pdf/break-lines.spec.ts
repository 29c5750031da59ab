import fc from 'fast-check';
import { breakLines, mayBreak } from './break-lines.js';

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (/[ -~]/.test(one) ? 1 : 2), 0);
const lines = (text: string, width: number, first = width): string[] => breakLines(text, { first, rest: width }, widthOf);

describe('lines of a text', () => {
  it('end between any two Chinese characters', () => {
    expect(lines('供电营业厅窗口人员', 8)).toEqual(['供电营业', '厅窗口人', '员']);
  });

  it('never begin with a sign that closes, nor end with one that opens', () => {
    expect(lines('请出示证件，谢谢。', 10)).toEqual(['请出示证', '件，谢谢。']);
    expect(lines('用电客户（居民）办理', 10)).toEqual(['用电客户', '（居民）办', '理']);
    expect(mayBreak('。', '”')).toBe(false);
    expect(mayBreak('“', '您')).toBe(false);
  });

  it('keep words and numbers whole, with their spaces before the break', () => {
    expect(lines('pay by mobile phone', 8)).toEqual(['pay by', 'mobile', 'phone']);
    expect(lines('电价为0.5583元', 10)).toEqual(['电价为', '0.5583元']);
  });

  it('cut a word that no line could hold', () => {
    expect(lines('supercalifragilistic', 8)).toEqual(['supercal', 'ifragili', 'stic']);
  });

  it('keep lines that were broken by hand, and empty ones', () => {
    expect(lines('一\n\n二', 10)).toEqual(['一', '', '二']);
  });

  it('may be shorter where something else stands before the first', () => {
    expect(lines('供电营业厅窗口', 8, 4)).toEqual(['供电', '营业厅窗', '口']);
  });

  it('lose nothing but spaces and are no wider than asked, unless what must stay together is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'供电营业厅，。（）“”A9b .-%\n'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (source, width) => {
        const broken = lines(source, width);
        expect(broken.join('').replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
        for (const line of broken) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
