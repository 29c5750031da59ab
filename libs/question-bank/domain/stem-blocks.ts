/** A run of text, a bold one, the place of a blank, or that of a drawn value. */
export type StemInline =
  | { readonly kind: 'text' | 'strong' | 'value'; readonly text: string }
  | { readonly kind: 'blank'; readonly index: number };

export type StemBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly StemInline[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly StemInline[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly StemInline[])[]; readonly rows: readonly (readonly (readonly StemInline[])[])[] };

const marks = /\[\[(\d{1,2})\]\]|\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}|\*\*(.+?)\*\*/gu;

/** The pieces of one line. */
export function inlines(line: string): StemInline[] {
  const found: StemInline[] = [];
  let from = 0;
  const text = (to: number) => to > from && found.push({ kind: 'text', text: line.slice(from, to) });
  for (const match of line.matchAll(marks)) {
    text(match.index);
    const [whole, blank, value, strong] = match;
    if (blank) found.push({ kind: 'blank', index: Number(blank) - 1 });
    else if (value) found.push({ kind: 'value', text: value });
    else found.push({ kind: 'strong', text: strong! });
    from = match.index + whole.length;
  }
  text(line.length);
  return found;
}

const cells = (line: string): StemInline[][] => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => inlines(cell.trim()));
const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
const isRule = (line: string | undefined): boolean => line !== undefined && /^\s*\|(\s*:?-{3,}:?\s*\|)+\s*$/.test(line);
const bullet = /^\s*[-•]\s+/;

function blockOf(lines: readonly string[]): StemBlock {
  if (lines.length > 1 && isRule(lines[1]) && lines.every(isRow)) return { kind: 'table', head: cells(lines[0]!), rows: lines.slice(2).map(cells) };
  if (lines.every((line) => bullet.test(line))) return { kind: 'list', items: lines.map((line) => inlines(line.replace(bullet, ''))) };
  return { kind: 'paragraph', lines: lines.map(inlines) };
}

const kindOf = (line: string): string => (isRow(line) ? 'row' : bullet.test(line) ? 'bullet' : 'line');

/** A stem as blocks. Of Markdown it knows what stems need: paragraphs, bullets, tables and bold; markup is text. */
export function stemBlocks(stem: string): StemBlock[] {
  const groups: string[][] = [];
  let last = '';
  for (const line of stem.replaceAll('\r\n', '\n').split('\n')) {
    const kind = line.trim() ? kindOf(line) : '';
    if (kind && kind === last) groups.at(-1)!.push(line);
    else if (kind) groups.push([line]);
    last = kind;
  }
  return groups.map(blockOf);
}

/** The blanks that have a place in the stem; the others stand below it. */
export const placesIn = (stem: string): ReadonlySet<number> =>
  new Set([...stem.matchAll(marks)].flatMap(([, blank]) => (blank ? [Number(blank) - 1] : [])));
