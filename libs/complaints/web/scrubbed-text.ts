/** A piece of a complaint's text: as it was written, or a mark such as 〔电话〕 for what was removed. */
export interface TextPart {
  readonly text: string;
  readonly removed: boolean;
}

const mark = /〔[^〔〕]{1,12}〕/g;

/** Cuts a text at its marks; the pieces joined give the text again. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of text.matchAll(mark)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index), removed: false });
    parts.push({ text: found[0], removed: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), removed: false });
  return parts;
}

/** How often each kind of thing was removed, the most frequent first. */
export function removedFrom(text: string): readonly { readonly kind: string; readonly n: number }[] {
  const counts = new Map<string, number>();
  for (const part of partsOf(text)) {
    const kind = part.text.slice(1, -1);
    if (part.removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, n]) => ({ kind, n })).sort((a, b) => b.n - a.n);
}
