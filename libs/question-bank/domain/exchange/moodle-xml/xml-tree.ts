import { SaxesParser } from 'saxes';
import { namedEntities } from '../html-text.js';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: XmlNode[];
  /** What stands in it; of a `text` element also the markup that somebody forgot to hide in CDATA. */
  text: string;
}

export interface XmlFault {
  readonly line: number;
  readonly code: 'xml-forbidden' | 'xml-damaged';
}

const deepest = 64;
const mostFaults = 20;

/** The end of reading; saxes has no other way to stop. */
class Refusal extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const asMarkup = (name: string, attributes: Readonly<Record<string, string>>): string => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('')}>`;

/** Builds the elements of one name one after the other; nothing else of the file is kept. */
class Elements {
  readonly #stack: XmlNode[] = [];
  readonly #wanted: string;
  readonly #found: (node: XmlNode) => void;
  /** How deep we are in markup inside a `text`. */
  #inside = 0;

  constructor(wanted: string, found: (node: XmlNode) => void) {
    [this.#wanted, this.#found] = [wanted, found];
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const top = this.#stack.at(-1);
    if (top?.name === 'text') {
      this.#inside++;
      top.text += asMarkup(name, attributes);
    } else if (top || name === this.#wanted) {
      if (this.#stack.length >= deepest) throw new Refusal({ line, code: 'xml-damaged' });
      const node: XmlNode = { name, attributes, line, children: [], text: '' };
      top?.children.push(node);
      this.#stack.push(node);
    }
  }

  close(name: string): void {
    const top = this.#stack.at(-1);
    if (!top) return;
    if (this.#inside > 0) {
      this.#inside--;
      top.text += `</${name}>`;
      return;
    }
    this.#stack.pop();
    if (!this.#stack.length) this.#found(top);
  }

  add(text: string): void {
    const top = this.#stack.at(-1);
    // A picture in base64 is named by its element and not kept.
    if (top && top.name !== 'file') top.text += text;
  }
}

// A sign & that stands for itself, outside CDATA; saxes would take what follows for a name.
const bareAmpersand = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#?\w{1,31};)/g;

/** Puts right what people forget, and says where: the lines on which a sign & stood alone. */
function withEntities(text: string): { xml: string; faults: XmlFault[] } {
  const faults: XmlFault[] = [];
  let [line, done] = [1, 0];
  const xml = text.replace(bareAmpersand, (found, at: number) => {
    if (found !== '&') return found;
    for (; done < at; done++) if (text[done] === '\n') line++;
    if (faults.length < mostFaults && faults.at(-1)?.line !== line) faults.push({ line, code: 'xml-damaged' });
    return '&amp;';
  });
  return { xml, faults };
}

/**
 * Hands over each element of a name as soon as it is closed. A document that declares entities of its own is refused:
 * they can be made to fill the memory. What is not well formed is named, and reading goes on as far as it can.
 */
export function eachElement(text: string, wanted: string, found: (node: XmlNode) => void): XmlFault[] {
  const { xml, faults } = withEntities(text.replace(/^\ufeff/, ''));
  const parser = new SaxesParser({ xmlns: false, position: true });
  Object.assign(parser.ENTITIES, namedEntities);
  const elements = new Elements(wanted, found);
  let line = 1;
  const fault = (code: XmlFault['code']): number => (faults.length < mostFaults && faults.at(-1)?.line !== parser.line ? faults.push({ line: parser.line, code }) : 0);
  parser.on('error', () => fault('xml-damaged'));
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) throw new Refusal({ line: parser.line, code: 'xml-forbidden' });
  });
  parser.on('opentagstart', () => (line = parser.line));
  parser.on('opentag', ({ name, attributes }) => elements.open(name, attributes, line));
  parser.on('closetag', ({ name }) => elements.close(name));
  const add = (piece: string): void => elements.add(piece);
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(xml).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(error.fault);
  }
  return faults;
}

export const lastLine = ({ line, children }: XmlNode): number => children.reduce((last, child) => Math.max(last, lastLine(child)), line);

/** The same some lines further down. */
export const moved = (node: XmlNode, lines: number): XmlNode => ({ ...node, line: node.line + lines, children: node.children.map((child) => moved(child, lines)) });

export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] => node?.children.filter((child) => child.name === name) ?? [];
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => node?.children.find((child) => child.name === name);

/** The text of a child, which may or may not stand in an element `text` of its own. */
export function valueOf(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const last = path.reduce((at: XmlNode | undefined, name) => childOf(at, name), node);
  return last && (childOf(last, 'text')?.text ?? last.text).trim();
}
