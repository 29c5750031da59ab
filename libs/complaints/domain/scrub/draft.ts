/** What stands where personal data stood. The same in every language: it becomes part of the stored text. */
export const placeholders = {
  phone: '〔电话〕',
  account: '〔户号〕',
  meter: '〔表号〕',
  identity: '〔证件号〕',
  card: '〔卡号〕',
  number: '〔号码〕',
  email: '〔邮箱〕',
  chat: '〔账号〕',
  plate: '〔车牌〕',
  door: '〔门牌〕',
  name: '〔姓名〕',
} as const;
export type Placeholder = keyof typeof placeholders;

/** One sign for another, so that positions in the folded text are positions in the original. */
function foldSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/[\u2010-\u2015\u2212\ufe58\ufe63\u30fc]/.test(sign)) return '-';
  if (/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/.test(sign)) return ' ';
  if (/[\u2022\u30fb\uff65\u2027]/.test(sign)) return '·';
  return sign;
}

const spoken: Readonly<Record<string, string>> = { 〇: '0', 零: '0', 一: '1', 幺: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };
/** Seven or more spelled digits in a row are a number read out, not words. */
const spelled = /[〇零一二三四五六七八九幺](?:[ -]{0,2}[〇零一二三四五六七八九幺]){6,}/g;

/** The text with full-width signs, odd blanks and dashes, and numbers spelled out in Chinese made plain; same length. */
export const fold = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => foldSign(text[at]!))
    .join('')
    .replace(spelled, (run) => run.replace(/[^ -]/g, (sign) => spoken[sign]!));

interface Span {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** Signs of private use stand where something was hidden or is to be kept, so that no later rule reaches across. */
const gone = '\ue000';
const kept = '\ue001';

/** A text on its way: rules look at its folded form and say what to hide or to keep. Earlier rules win. */
export class Draft {
  folded: string;
  readonly #original: string;
  readonly #spans: Span[] = [];

  constructor(text: string) {
    this.#original = text;
    this.folded = fold(text);
  }

  /** Hides each match, or its group `what` at the end where the pattern has one, of which `part` may take less. */
  hide(pattern: RegExp, kind: Placeholder, part: (found: string) => string = (found) => found): void {
    for (const match of [...this.folded.matchAll(pattern)]) {
      const found = match.groups?.['what'] ?? match[0];
      const what = part(found);
      if (what === '') continue;
      const from = match.index + match[0].length - found.length;
      this.hideAt(from, from + what.length, kind);
    }
  }

  hideAt(from: number, to: number, kind: Placeholder): void {
    this.#spans.push({ from, to, word: placeholders[kind] });
    this.#blank(from, to, gone);
  }

  /** Takes each match out of the reach of later rules. */
  keep(pattern: RegExp): void {
    for (const match of [...this.folded.matchAll(pattern)]) this.#blank(match.index, match.index + match[0].length, kept);
  }

  finish(): string {
    let text = '';
    let at = 0;
    for (const { from, to, word } of this.#spans.toSorted((a, b) => a.from - b.from)) {
      text += this.#original.slice(at, from) + word;
      at = to;
    }
    return text + this.#original.slice(at);
  }

  #blank(from: number, to: number, sign: string): void {
    this.folded = this.folded.slice(0, from) + sign.repeat(to - from) + this.folded.slice(to);
  }
}
