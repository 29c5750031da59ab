import { SaxesParser } from 'saxes';
import { TableError, type Limits } from './table.js';

export type Attributes = Readonly<Record<string, string>>;

/** Element names come without their prefix: some programs write `<x:row>`. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const deepest = 64;
/** How much may pass without a tag: more is an endless text, attribute or comment that would fill the memory. */
const longestSilence = 2 ** 20;

/** Parses what is written to it and tells the handler. */
export interface XmlParser {
  /** Elements that are open. */
  readonly depth: number;
  write(text: string): void;
  close(): void;
}

/** A document type is refused: it is the door to entity tricks and no workbook has one. */
export function xmlParser(handler: XmlHandler, limits: Limits): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silence = 0;
  let prefix: number | undefined;
  const local = (name: string): string => (prefix ? name.slice(name.indexOf(':') + 1) : name);
  parser.on('doctype', () => {
    throw new TableError('xml-forbidden');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    prefix ??= name.indexOf(':') + 1;
    if (++depth > deepest) throw new TableError('damaged-file');
    handler.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth--;
    handler.close(local(name));
  });
  const text = (text: string): void => handler.text(text);
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    get depth() {
      return depth;
    },
    write(text) {
      silence += text.length;
      parser.write(text);
      if (silence > longestSilence) throw new TableError('text-too-long', { limit: limits.cellLength });
    },
    close: () => void parser.close(),
  };
}

/** Decodes the chunks for `take` and pauses after each, so that the caller can hand on what has been gathered. */
export async function* decodeChunks(chunks: AsyncIterable<Buffer>, take: (text: string, last: boolean) => void): AsyncGenerator<void, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    typed(() => take(decoder.decode(chunk, { stream: true }), false));
    yield;
  }
  typed(() => take(decoder.decode(), true));
  yield;
}

/** Reads a small part to its end. */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler, limits: Limits): Promise<void> {
  const parser = xmlParser(handler, limits);
  const take = (text: string, last: boolean): void => {
    parser.write(text);
    if (last) parser.close();
  };
  for await (const _ of decodeChunks(chunks, take));
}

function typed(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError('damaged-file', {}, error);
  }
}
