import type { ExchangeMedia } from './exchange-question.js';

/** The characters that HTML has names for, as far as questions use them. */
export const namedEntities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', times: '×', divide: '÷', deg: '°', plusmn: '±' },
  ...{ le: '≤', ge: '≥', ne: '≠', asymp: '≈', middot: '·', hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ radic: '√', infin: '∞', sum: '∑', micro: 'µ', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', Delta: 'Δ', theta: 'θ', lambda: 'λ', mu: 'μ', pi: 'π', phi: 'φ', omega: 'ω', Omega: 'Ω' },
  ...{ rarr: '→', larr: '←', hArr: '⇔', rArr: '⇒', copy: '©', reg: '®', yen: '¥', sect: '§', para: '¶', bull: '•', frac12: '½', frac14: '¼', sup2: '²', sup3: '³', permil: '‰' },
};

/** `&lt;`, `&#20013;` and `&#x4e2d;` as the characters they stand for; others stay as they are. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(namedEntities, name) ? namedEntities[name]! : whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';
const digits = (text: string, as: string): string => text.replace(/\d/g, (digit) => as[Number(digit)]!);
/** Raised and lowered figures as such: m², H₂O; anything else behind ^ or _. */
export const scriptText = (kind: 'sup' | 'sub', text: string): string => {
  if (/^\d+$/.test(text)) return digits(text, kind === 'sup' ? raised : lowered);
  return /^[-+]\d+$/.test(text) && kind === 'sup' ? (text.startsWith('-') ? '⁻' : '⁺') + digits(text.slice(1), raised) : `${kind === 'sup' ? '^' : '_'}(${text})`;
};

const breaking = /^(p|div|li|tr|h[1-6]|table|ul|ol|blockquote|pre|hr|section|article|dl|dt|dd|figure|figcaption)$/;
// Every alternative begins with another sign and none runs over a further `<`, so a hostile text costs no more than its length.
const pieces = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>|[^<]+|</gi;

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes);
  const text = found && (found[1] ?? found[2] ?? found[3]);
  return text === null || text === undefined ? undefined : decodeEntities(text);
};

/** The name of a file out of its address: `@@PLUGINFILE@@/a%20b.png` is `a b.png`. */
export function fileName(address: string): string {
  const last = address.replace(/[?#].*$/, '').split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A line of the source that ends between two Chinese characters means no blank. */
const wrapped = /(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])/g;

class TextOfHtml {
  readonly media: ExchangeMedia[] = [];
  #text = '';
  #hidden: string | null = null;
  #script: { kind: 'sup' | 'sub'; text: string } | null = null;

  tag(closing: boolean, name: string, attributes: string): void {
    if (this.#hidden !== null) {
      if (closing && name === this.#hidden) this.#hidden = null;
      return;
    }
    if (name === 'script' || name === 'style') this.#hidden = closing ? null : name;
    else if (name === 'sup' || name === 'sub') this.#turn(closing, name);
    else if (name === 'img' || name === 'audio' || name === 'video' || name === 'source') this.#medium(attributes);
    else if (name === 'td' || name === 'th') this.words(closing ? ' ' : '');
    else if (name === 'br') this.#text += closing ? '' : '\n';
    else if (breaking.test(name)) this.#break(name === 'li' && !closing ? '- ' : '');
  }

  words(text: string): void {
    if (this.#hidden !== null) return;
    if (this.#script) this.#script.text += text;
    else this.#text += text.replace(wrapped, '').replace(/[ \t\r\n]+/g, ' ');
  }

  /** A block begins on a line of its own; two of them that meet have one break between them. */
  #break(then: string): void {
    this.#text = `${this.#text.trimEnd()}\n${then}`;
  }

  #turn(closing: boolean, kind: 'sup' | 'sub'): void {
    const open = this.#script;
    if (open?.text.trim()) this.#text += scriptText(open.kind, decodeEntities(open.text).trim());
    this.#script = closing ? null : { kind, text: '' };
  }

  #medium(attributes: string): void {
    const address = attribute(attributes, 'src');
    if (address !== undefined) this.media.push({ name: address.startsWith('data:') ? 'embedded' : fileName(address), description: attribute(attributes, 'alt')?.trim() || null });
  }

  get text(): string {
    if (this.#script) this.#turn(true, this.#script.kind);
    return decodeEntities(this.#text)
      .replace(/[ \u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n- (?=\n|$)/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

/** HTML as the plain text a reader sees, and the pictures and recordings it shows. Scripts and styles say nothing. */
export function htmlText(html: string): { text: string; media: ExchangeMedia[] } {
  const built = new TextOfHtml();
  for (const [piece, closing, name, attributes] of html.matchAll(pieces)) {
    if (name !== undefined) built.tag(closing === '/', name.toLowerCase(), attributes ?? '');
    else if (!piece.startsWith('<!--')) built.words(piece);
  }
  return { text: built.text, media: built.media };
}

/** Plain text as HTML. */
export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
