import fc from 'fast-check';
import { bestAssignment } from './assign.js';
import { chineseNumber } from './chinese-number.js';
import { add, compare, decimalText, exactOf, fraction, readDecimal, rounded, toNumber } from './exact.js';
import { plainText } from './plain-text.js';
import { readQuantity } from './read-quantity.js';

const number = (text: string, unit: string | null = null): number | undefined => {
  const read = readQuantity(text, unit);
  return read && toNumber(read);
};

/** The usual way of writing a number in Chinese, to compare the reader with. */
function inChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  const below = (n: number): string => {
    let [text, gap] = ['', false];
    for (const [unit, sign] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
      const digit = Math.floor(n / unit) % 10;
      if (digit) [text, gap] = [`${text}${gap ? '零' : ''}${digits[digit]}${sign}`, false];
      else gap = text !== '';
    }
    return text;
  };
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const joined = high ? `${below(high)}万${low ? (low < 1000 ? '零' : '') + below(low) : ''}` : below(low);
  return joined.replace(/^一十/, '十') || '零';
}

describe('an exact number', () => {
  it('adds decimals as they are written, where floating point does not', () => {
    expect(compare(add(exactOf(0.1), exactOf(0.2)), exactOf(0.3))).toBe(0);
    expect(exactOf(1e-7)).toEqual(fraction(1n, 10_000_000n));
    expect(exactOf(1e21).n).toBe(10n ** 21n);
    expect(() => exactOf(NaN)).toThrow(RangeError);
  });

  it.each([['1.005', 2, '1.01'], ['-1.005', 2, '-1.01'], ['2.5', 0, '3'], ['-2.5', 0, '-3'], ['0.4', 0, '0'], ['-0.4', 0, '0'], ['7', 3, '7.000']])('rounds %s to %i decimals as %s, a half away from zero', (text, decimals, said) => {
    expect(decimalText(readDecimal(text)!, decimals)).toBe(said);
  });

  it('is read back from the decimal that it is written as', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }), (size, decimals) => {
        const value = fraction(size, 10n ** BigInt(decimals));
        expect(readDecimal(decimalText(value, decimals))).toEqual(value);
        const near = rounded(value, Math.max(0, decimals - 1));
        expect(compare(rounded(near, decimals), near)).toBe(0);
      }),
    );
  });
});

describe('Chinese numerals', () => {
  it('are read as the number they are usually written for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => expect(chineseNumber(inChinese(value))).toBe(String(value))));
  });

  it.each([['十五', '15'], ['二〇二四', '2024'], ['两万五', '25000'], ['一百零五', '105'], ['一百五', '150'], ['壹佰贰拾', '120'], ['三亿', '300000000'], ['一九四九', '1949'], ['零', '0']])('%s is %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it.each(['千', '万', '百十', '二三十', '十百', '一十百', '万一'])('%s is a word and no number', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });
});

describe('a written text', () => {
  it.each([
    ['首问负责制', '首问负责制。'],
    ['《供电营业规则》', '供电营业规则'],
    ['ＡＢＣ１２３', 'abc123'],
    ['二十四小时', '24 小时'],
    ['十五', '15'],
    ['百分之五', '5%'],
    ['千分之三点五', '３.５‰'],
    ['三点五', '3.5'],
    ['百分之百', '100%'],
    ['三分之二以上', '2/3以上'],
    ['三至五个工作日', '3～5个工作日'],
    ['3百万', '三百万'],
    ['1.5万', '15000'],
    ['1，000', '1000'],
    ['1 000', '1000'],
    ['您好，请坐', '您好,请坐'],
    ['甲、乙', '甲，乙'],
    ['（一）', '(1)'],
    ['千瓦·时', '千瓦时'],
    ['第 三 十 条', '第30条'],
    ['3千伏', '３０００伏'],
  ])('%s is the same as %s', (one, other) => {
    expect(plainText(one, false)).toBe(plainText(other, false));
  });

  it.each([['首问负责', '首问负责制'], ['3.5', '35'], ['12', '1 2'], ['千伏', '1千伏'], ['5', '5%'], ['十五', '五十'], ['-5', '5'], ['1,2', '12']])('%s is not the same as %s', (one, other) => {
    expect(plainText(one, false)).not.toBe(plainText(other, false));
  });

  it('differs by case only where case matters', () => {
    expect(plainText('kWh', false)).toBe(plainText('KWH', false));
    expect(plainText('kWh', true)).not.toBe(plainText('KWH', true));
  });

  it('is no other for width, case and spaces around it, whatever is written', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'abcXYZ0123456789首问负责电一二十百'), minLength: 1, maxLength: 12 });
    const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(signs, (text) => {
        const plain = plainText(text, false);
        for (const variant of [wide(text), text.toUpperCase(), ` ${text} `, `${text}。`, `“${text}”`]) expect(plainText(variant, false)).toBe(plain);
        expect(plainText(plain, false)).toBe(plain);
      }),
    );
  });
});

describe('a written amount', () => {
  it.each<[string, string | null, number]>([
    ...(['220', '220V', '220 伏', '２２０Ｖ', '220伏特', '0.22kV', '二百二十伏', '0.22千伏', '+220', '220v。'].map((text) => [text, 'V', 220]) as [string, string, number][]),
    ['10千伏', 'kV', 10],
    ['5千伏', 'V', 5000],
    ['1,234,567.5', null, 1234567.5],
    ['１，２３４', null, 1234],
    ['3.5万', null, 35_000],
    ['1.2亿', null, 120_000_000],
    ['3万度', 'kWh', 30_000],
    ['2万千瓦时', '度', 20_000],
    ['5%', '%', 5],
    ['5', '%', 5],
    ['百分之五', '%', 5],
    ['百分之百', null, 1],
    ['3百万', null, 3_000_000],
    ['5%', null, 0.05],
    ['负三点五', null, -3.5],
    ['−3.5', null, -3.5],
    ['.5', null, 0.5],
    ['¥12.50', '元', 12.5],
    ['12元5角'.slice(0, 3), '元', 12],
    ['90分钟', '小时', 1.5],
    ['3个工作日', '工作日', 3],
    ['十五', '天', 15],
    ['25℃', '℃', 25],
    ['380千克', '千克', 380],
    ['1e3', null, 1000],
  ])('%s in %s is %d', (text, unit, value) => {
    expect(number(text, unit)).toBe(value);
  });

  it.each<[string, string | null]>([['220A', 'V'], ['220V', null], ['3天', '工作日'], ['72小时', '天'], ['', null], ['约', null], ['1,23', null], ['1.2.3', null], ['二百二十伏安', 'V'], ['5 5', null], ['--5', null], ['abc', 'V'], ['V', 'V'], ['1/2', null], ['3千百', null], ['3万千', null], ['百分之', '%']])(
    '%s is no amount in %s',
    (text, unit) => {
      expect(number(text, unit)).toBeUndefined();
    },
  );

  it('is the number it was printed from, with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (size, decimals) => {
        const value = fraction(BigInt(size), 10n ** BigInt(decimals));
        const text = decimalText(value, decimals);
        const grouped = text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','));
        for (const written of [text, grouped, `${text}V`, `${grouped} 伏`]) expect(readQuantity(written, 'V')).toEqual(value);
      }),
    );
  });
});

describe('the best assignment', () => {
  const squares = fc.integer({ min: 1, max: 5 }).chain((size) => fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));
  const permutations = (items: number[]): number[][] => (items.length < 2 ? [items] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest])));

  it('earns as much as the best of all permutations', () => {
    fc.assert(
      fc.property(squares, (worth) => {
        const sums = permutations(worth.map((_, index) => index)).map((columns) => columns.reduce((sum, column, row) => sum + worth[row]![column]!, 0));
        expect(bestAssignment(worth)).toBe(Math.max(...sums));
      }),
    );
  });
});
