import { linesOf } from '../../plain.js';
import { blankSign, type ExchangeQuestion, type Reading, type ReadingProblem } from '../exchange-question.js';
import { categoryOf, classify } from '../tags.js';
import { giftBlocks, type GiftBlock } from './blocks.js';
import { hideEscapes, readText, revealEscapes } from './gift-text.js';
import { readSection, type Section } from './read-section.js';

interface Head {
  readonly name: string | null;
  /** Text and answers, the name taken off, and where they begin in the block. */
  readonly rest: string;
  readonly at: number;
}

function headOf(text: string): Head {
  const name = /^\s*::([\s\S]*?)::/.exec(text);
  if (!name) return { name: null, rest: text, at: 0 };
  return { name: revealEscapes(name[1]!).replace(/\s+/g, ' ').trim() || null, rest: text.slice(name[0].length), at: name[0].length };
}

/** Reads questions in GIFT, https://docs.moodle.org/en/GIFT_format, as generously as Moodle does. */
export function readGift(text: string): Reading {
  return readGiftLines(linesOf(text));
}

/** The same from the lines of the file; each line is looked at a fixed number of times. */
export function readGiftLines(lines: readonly string[]): Reading {
  const questions: ExchangeQuestion[] = [];
  const problems: ReadingProblem[] = [];
  let category: string | null = null;
  for (const block of giftBlocks(lines)) {
    const path = /^\$CATEGORY:(.*)$/i.exec(block.text);
    if (path) {
      category = categoryOf(hidePath(path[1]!));
      continue;
    }
    const question = readBlock(block, problems);
    if (question) questions.push({ ...question, category });
  }
  return { questions, problems };
}

const hidePath = (path: string): string => revealEscapes(hideEscapes(path));

function readBlock(block: GiftBlock, problems: ReadingProblem[]): ExchangeQuestion | undefined {
  const line = block.lines[0]!;
  if (block.joined) problems.push({ line, code: 'gift-no-blank-line' });
  const { name, rest, at } = headOf(hideEscapes(block.text));
  const open = rest.indexOf('{');
  const close = rest.indexOf('}', open);
  if (open < 0 && close < 0) {
    problems.push({ line, code: 'description-left-out', values: { text: short(readText(rest).text) } });
    return undefined;
  }
  if (open < 0 || close < 0) {
    problems.push({ line, code: 'gift-brace', values: { sign: open < 0 ? '{' : '}' } });
    return undefined;
  }
  if (rest.indexOf('{', close) >= 0) problems.push({ line, code: 'gift-second-section' });
  const behind = rest.slice(close + 1).trim();
  const stem = readText(`${rest.slice(0, open)}${behind === '' ? '' : `${blankSign}${rest.slice(close + 1)}`}`);
  const section: Section = { text: rest.slice(open + 1, close), format: stem.format, lineAt: (offset) => lineAt(block, rest, at, open + 1 + offset) };
  if (stem.text === '') problems.push({ line, code: 'missing-stem' });
  const read = readSection(section, line, stem.text, problems);
  if (!read) return undefined;
  return { ...read, name, number: block.id, ...classify(block.tags), media: [...stem.media, ...read.media] };
}

/** The line of the file in which an offset of the text behind the name stands. */
function lineAt({ text, lines }: GiftBlock, rest: string, at: number, offset: number): number {
  // Hidden escapes are shorter than what they stand for, so lines are counted in the hidden text.
  const before = `${hideEscapes(text).slice(0, at)}${rest.slice(0, offset)}`;
  return lines[Math.min(before.split('\n').length, lines.length) - 1]!;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
