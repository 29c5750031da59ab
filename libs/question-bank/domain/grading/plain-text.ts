import { chineseMultiplier, chineseNumber, multiplierSigns, numeralSigns } from './chinese-number.js';
import { decimalText, exactOf, multiply, readDecimal } from './exact.js';

const punctuation: Readonly<Record<string, string>> = { '。': '.', '、': ',', '【': '[', '】': ']', '〔': '[', '〕': ']', '−': '-', '–': '-', '—': '-', '～': '~', '∶': ':', '×': '*' };
const marks = new RegExp(`[${Object.keys(punctuation).join('')}]`, 'g');
/** Quotation marks, marks of titles and middle dots say nothing. */
const silent = /[“”„‘’"'「」『』《》〈〉·•・‧]/g;

const percent = new RegExp(`([百千])分之([${numeralSigns}]+(?:点[${numeralSigns}]+)?|\\d+(?:\\.\\d+)?)`, 'g');
const pointed = new RegExp(`([${numeralSigns}]+)[点點]([零〇○一二三四五六七八九]+)(?![${multiplierSigns}])`, 'g');
const numerals = new RegExp(`[${numeralSigns}]+`, 'g');
const multiplied = new RegExp(`(\\d+(?:\\.\\d+)?)([${multiplierSigns}]+)`, 'g');

const plainNumber = (value: string, times: number): string => {
  const product = multiply(readDecimal(value)!, exactOf(times));
  return decimalText(product, 12).replace(/\.?0+$/, '');
};

/** Chinese numerals as digits: 百分之五 is 5%, 三点五 is 3.5, 1.5万 is 15000, 十五 is 15, 三分之二 is 2/3, 3至5 is 3-5. */
function inDigits(text: string): string {
  return text
    .replace(percent, (_, of: string, share: string) => `${share === '百' ? '100' : share}${of === '百' ? '%' : '‰'}`)
    .replace(pointed, (all, whole: string, part: string) => {
      const read = chineseNumber(whole);
      return read === undefined ? all : `${read}.${chineseNumber(part)!}`;
    })
    .replace(multiplied, (all, number: string, signs: string) => {
      const times = chineseMultiplier(signs);
      return times === undefined ? all : plainNumber(number, times);
    })
    .replace(numerals, (signs) => chineseNumber(signs) ?? signs)
    .replace(/(\d+)分之(\d+)/g, '$2/$1')
    .replace(/(?<=\d)[~至到](?=\d)/g, '-');
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** Widths, punctuation and spaces made one; digits that stand apart stay apart, 1 000 and 1,000 are 1000. */
export function evened(text: string): string {
  return text
    .replace(marks, (mark) => punctuation[mark]!)
    .normalize('NFKC')
    .replace(silent, '')
    .replace(/(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?![\d,])/g, (number) => number.replace(/[ ,]/g, ''))
    .replace(/\s+/g, (space, at: number, all: string) => (isDigit(all[at - 1]) && isDigit(all[at + space.length]) ? ' ' : ''));
}

/**
 * What two written answers are compared by: full and half width, case (unless it matters), spaces, Chinese and ASCII
 * punctuation, Chinese numerals, and a full stop at the end make no difference.
 */
export function plainText(text: string, matchCase: boolean): string {
  const plain = inDigits(evened(text)).replace(/[.,;:!?]+$/, '');
  return matchCase ? plain : plain.toLowerCase();
}
