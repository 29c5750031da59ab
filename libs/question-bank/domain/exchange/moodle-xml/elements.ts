import { escapeHtml } from '../html-text.js';

type Attributes = Readonly<Record<string, string>>;

/** An element; what stands in it is XML already, unless it is said to be text. */
export function element(name: string, content: string, attributes: Attributes = {}, isText = false): string {
  const marks = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
  return `<${name}${marks}>${isText ? escapeHtml(content) : content}</${name}>`;
}

/** A text in an element `text`, within another one if that has a name. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  const inner = `<text>${escapeHtml(text)}</text>`;
  return name === '' ? inner : element(name, inner, attributes);
}
