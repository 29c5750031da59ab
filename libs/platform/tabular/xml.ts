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

/**
 * Parses an XML part as it arrives and pauses after each chunk, so that the caller can hand on what its
 * handler has gathered. A document type is refused: it is the door to entity tricks and no workbook has one.
 */
export async function* parseXml(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  limits: Limits,
): AsyncGenerator<void, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
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
  const write = (text: string): void => {
    silence += text.length;
    parser.write(text);
    if (silence > longestSilence) throw new TableError('text-too-long', { limit: limits.cellLength });
  };
  for await (const chunk of chunks) {
    typed(() => write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  typed(() => {
    write(decoder.decode());
    parser.close();
  });
  yield;
}

/** Reads a small part to its end. */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler, limits: Limits): Promise<void> {
  for await (const _ of parseXml(chunks, handler, limits));
}

function typed(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError('damaged-file', {}, error);
  }
}
