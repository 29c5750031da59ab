import { TableError, type Limits } from './table.js';
import { parseItems } from './plain-items.js';
import { plainTexts } from './plain-texts.js';
import type { XmlHandler } from './xml.js';

/** `_x000D_` stands for a character that XML cannot hold; `_x005F_` protects an underscore. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code >= 0xd800 && code <= 0xdfff ? whole : String.fromCharCode(code);
      })
    : text;

/** The texts that cells refer to by number. Rich text is joined; the reading aid above Chinese text is left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let taking = false;
  let aside = false;
  let total = 0;
  const take = (shared: string): void => {
    if (shared.length > limits.cellLength * 2) throw new TableError('text-too-long', { limit: limits.cellLength });
    total += shared.length + 16;
    if (total > limits.sharedCharacters) throw new TableError('unpacks-too-large');
    strings.push(unescapeText(shared));
  };
  const handler: XmlHandler = {
    open(name) {
      if (name === 't') taking = !aside;
      else if (name === 'si') text = '';
      else if (name === 'rPh') aside = true;
    },
    text(part) {
      if (taking) text += part;
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') aside = false;
      else if (name === 'si') take(text);
    },
  };
  for await (const _ of parseItems(chunks, handler, plainTexts(take), limits));
  return strings;
}
