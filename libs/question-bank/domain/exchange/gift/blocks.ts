/** The lines of one question, or of one category. */
export interface GiftBlock {
  readonly text: string;
  /** Number in the file of each line of the text. */
  readonly lines: readonly number[];
  readonly id: string | null;
  readonly tags: readonly string[];
  /** The question before it ended without a blank line. */
  readonly joined: boolean;
}

const idMark = /\[id:((?:\\\]|[^\]])+)\]/;
const tagMark = /\[tag:((?:\\\]|[^\]])+)\]/g;
const onlyMarks = /^(?:\[(?:id|tag):(?:\\\]|[^\]])+\]\s*)+$/;
const unescape = (text: string): string => text.replaceAll('\\]', ']').trim();

/** How many braces a line opens or closes, those after a backslash left out. */
function bracesOf(line: string): number {
  let sum = 0;
  for (const [sign] of line.matchAll(/\\.|[{}]/g)) sum += sign === '{' ? 1 : sign === '}' ? -1 : 0;
  return sum;
}

class BlockBuilder {
  readonly blocks: GiftBlock[] = [];
  #text: string[] = [];
  #lines: number[] = [];
  #id: string | null = null;
  #tags: string[] = [];
  #depth = 0;
  #answered = false;
  #joined = false;

  get isEmpty(): boolean {
    return this.#text.length === 0;
  }

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  comment(line: string): void {
    const id = idMark.exec(line);
    if (id) this.#id = unescape(id[1]!);
    for (const [, tag] of line.matchAll(tagMark)) this.#tags.push(unescape(tag!));
  }

  add(line: string, number: number): void {
    if (this.#answered && this.#depth === 0 && (line.startsWith('::') || /(?<!\\)\{/.test(line)) && this.#text.at(-1)!.endsWith('}')) {
      this.flush();
      this.#joined = true;
    }
    this.#text.push(line);
    this.#lines.push(number);
    const braces = bracesOf(line);
    if (braces !== 0 || /(?<!\\)\}/.test(line)) this.#answered = true;
    this.#depth = Math.max(0, this.#depth + braces);
  }

  flush(): void {
    if (!this.isEmpty) this.blocks.push({ text: this.#text.join('\n'), lines: this.#lines, id: this.#id, tags: this.#tags, joined: this.#joined });
    [this.#text, this.#lines, this.#id, this.#tags, this.#depth, this.#answered, this.#joined] = [[], [], null, [], 0, false, false];
  }
}

const isComment = (line: string): boolean => line.startsWith('//') || onlyMarks.test(line);

/**
 * Splits a file into questions. A blank line ends one, unless its brace is still open and an answer follows; a
 * category is a line of its own; comments are gone, but for the `[id:…]` and `[tag:…]` in them.
 */
export function giftBlocks(lines: readonly string[]): GiftBlock[] {
  const built = new BlockBuilder();
  let blanks = false;
  for (const [index, whole] of lines.entries()) {
    const line = whole.trim();
    if (line === '') {
      if (built.isOpen) blanks = true;
      else built.flush();
      continue;
    }
    if (isComment(line)) {
      built.comment(line);
      continue;
    }
    if (blanks && !/^[=~}#]/.test(line)) built.flush();
    blanks = false;
    if (/^\$CATEGORY:/i.test(line)) {
      built.flush();
      built.add(line, index + 1);
      built.flush();
    } else built.add(whole.trimEnd().replace(/^\s+(?=::|\$)/, ''), index + 1);
  }
  built.flush();
  return built.blocks;
}
