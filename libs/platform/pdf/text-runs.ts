import type { Face, Faces, Weight } from './fonts.js';

export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Stands for a character that no font here has; the document tells which those were. */
export const unknownSign = '□';
// What steers display and has no shape of its own; tabs are spaces on paper.
const shapeless = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]/gu;

export const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\t\u00a0\u2002-\u200a]/g, ' ').replace(shapeless, '');

/** Text in the fonts that have its characters. */
export class TextRuns {
  /** Characters that no font has. */
  readonly missing = new Set<string>();

  constructor(private readonly faces: Faces) {}

  of(text: string, weight: Weight): Run[] {
    const runs: { face: Face; text: string }[] = [];
    for (const character of text) {
      const { face, shown } = this.place(character, weight);
      const last = runs.at(-1);
      if (last?.face === face) last.text += shown;
      else runs.push({ face, text: shown });
    }
    return runs;
  }

  /** In points. */
  width(text: string, size: number, weight: Weight): number {
    let total = 0;
    for (const character of text) {
      const { face, shown } = this.place(character, weight);
      total += this.faces[face].width(shown.codePointAt(0)!);
    }
    return total * size;
  }

  private place(character: string, weight: Weight): { face: Face; shown: string } {
    const codePoint = character.codePointAt(0)!;
    const face = ([weight, 'signs'] as const).find((one) => this.faces[one].has(codePoint));
    if (face) return { face, shown: character };
    this.missing.add(character);
    return { face: 'signs', shown: unknownSign };
  }
}
