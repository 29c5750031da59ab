import { tidyCredit } from '../../plain.js';
import type { ExchangeMedia } from '../exchange-question.js';
import { htmlText } from '../html-text.js';
import { childOf, childrenOf, valueOf, type XmlNode } from './xml-tree.js';

export interface FieldText {
  readonly text: string;
  readonly media: readonly ExchangeMedia[];
}

type Format = 'html' | 'plain';

/** Text in HTML where it says so; what says nothing is in the format that its element usually has. */
export function formatOf(node: XmlNode | undefined, usual: Format): Format {
  const said = node?.attributes['format'];
  if (said === 'html') return 'html';
  if (said === 'plain_text' || said === 'markdown') return 'plain';
  // Moodle's own automatic format shows tags as HTML does.
  if (said === 'moodle_auto_format') return usual === 'html' && /<\/?[a-z][^>]*>|&\w+;/i.test(childOf(node, 'text')?.text ?? '') ? 'html' : 'plain';
  return usual;
}

export const readAs = (format: Format, text: string): FieldText => (format === 'html' ? htmlText(text) : { text: text.replace(/\r\n?/g, '\n').trim(), media: [] });

/** The text that an element holds, with the files that come with it. */
export function fieldText(node: XmlNode | undefined, usual: Format = 'html'): FieldText {
  if (!node) return { text: '', media: [] };
  const read = readAs(formatOf(node, usual), childOf(node, 'text')?.text ?? node.text);
  const files = childrenOf(node, 'file').map(({ attributes }): ExchangeMedia => ({ name: attributes['name'] ?? '', description: null }));
  return { text: read.text, media: [...read.media, ...files.filter(({ name }) => name !== '')] };
}

/** Each file once, with the description that one of its places has. */
export function onceEach(media: readonly ExchangeMedia[]): ExchangeMedia[] {
  const names = new Map<string, ExchangeMedia>();
  for (const each of media) if (!names.get(each.name)?.description) names.set(each.name, each);
  return [...names.values()];
}

/** `fraction="33.33333"` as a credit. */
export const creditOf = ({ attributes }: XmlNode): number => tidyCredit((Number(attributes['fraction']) || 0) / 100);

export const feedbackOf = (node: XmlNode): FieldText => fieldText(childOf(node, 'feedback'));

export const isTrue = (node: XmlNode, name: string): boolean => /^(1|true)$/i.test(valueOf(node, name) ?? '');
