const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const digitSigns = Object.keys(digits).join('');
export const numeralSigns = digitSigns + Object.keys({ ...tens, ...myriads }).join('');
/** Multipliers that may stand behind Arabic digits: 3万, 1.5亿. */
export const multiplierSigns = Object.keys({ ...tens, ...myriads }).join('');

const onlyDigits = new RegExp(`^[${digitSigns}]+$`);
const isZero = (sign: string | undefined): boolean => digits[sign ?? ''] === 0;

/** Reads tens and myriads in falling order; undefined where the signs are words rather than a number. */
class Reading {
  private total = 0;
  private section = 0;
  private digit: number | undefined;
  /** What the next sign must be smaller than. */
  private place = 1e4;
  private myriad = Infinity;
  private unit = 1;

  /** False where `sign` cannot follow. */
  take(sign: string, before: string | undefined): boolean {
    const digit = digits[sign];
    if (digit !== undefined) return this.takeDigit(digit, before);
    const ten = tens[sign];
    return ten ? this.takeTen(ten, before) : this.takeMyriad(myriads[sign]!, before);
  }

  private takeDigit(digit: number, before: string | undefined): boolean {
    if (this.digit !== undefined) return false;
    if (digit === 0) return before !== undefined && !isZero(before);
    this.digit = digit;
    return true;
  }

  private takeTen(ten: number, before: string | undefined): boolean {
    // Only 十 may stand without a digit: 千 and 万 alone belong to words, 千瓦.
    if (ten >= this.place || (this.digit === undefined && (ten > 10 || (before !== undefined && !isZero(before))))) return false;
    this.section += (this.digit ?? 1) * ten;
    [this.digit, this.place, this.unit] = [undefined, ten, ten];
    return true;
  }

  private takeMyriad(myriad: number, before: string | undefined): boolean {
    if (myriad >= this.myriad || isZero(before)) return false;
    const section = this.section + (this.digit ?? 0);
    if (section === 0) return false;
    this.total += section * myriad;
    [this.section, this.digit, this.place, this.unit, this.myriad] = [0, undefined, 1e4, myriad, myriad];
    return true;
  }

  /** `两万五` is 25,000: a last digit without 零 is of the next place down. */
  value(last: string, before: string | undefined): number | undefined {
    if (isZero(last)) return undefined;
    const short = this.digit !== undefined && this.unit > 10 && !isZero(before);
    return this.total + this.section + (this.digit ?? 0) * (short ? this.unit / 10 : 1);
  }
}

/** The value of Chinese numerals: 十五, 二〇二四, 三万五千, 壹佰零伍; undefined where they are no number. */
export function chineseNumber(text: string): string | undefined {
  const signs = [...text];
  if (onlyDigits.test(text)) return signs.map((sign) => digits[sign]).join('');
  const reading = new Reading();
  if (!signs.every((sign, index) => reading.take(sign, signs[index - 1]))) return undefined;
  return reading.value(signs.at(-1)!, signs.at(-2))?.toString();
}

/** How much 万, 千万, 亿 … behind Arabic digits multiply; undefined where they are no multiplier. */
export function chineseMultiplier(text: string): number | undefined {
  const factors = [...text].map((sign) => tens[sign] ?? myriads[sign]);
  if (!factors.length || factors.some((factor, index) => factor === undefined || (index > 0 && factor < 1e4))) return undefined;
  return factors.reduce<number>((product, factor) => product * factor!, 1);
}
