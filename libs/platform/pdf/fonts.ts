import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { plainFont } from './woff.js';

export type Weight = 'regular' | 'bold';
export type Face = Weight | 'signs';

const files: Record<Face, string> = {
  regular: 'noto-sans-sc-chinese-simplified-400-normal.woff',
  bold: 'noto-sans-sc-chinese-simplified-700-normal.woff',
  signs: 'noto-sans-cjk-sc-symbols-400.woff',
};

export interface LoadedFace {
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
  /** Share of the size. */
  readonly width: (codePoint: number) => number;
}

export type Faces = Readonly<Record<Face, LoadedFace>>;

async function load(face: Face): Promise<LoadedFace> {
  const path = createRequire(import.meta.url).resolve(`@skillhall/platform/fonts/${files[face]}`);
  const bytes = plainFont(await readFile(path));
  // One file holds one font, never a collection.
  const font = create(bytes) as Font;
  const widths = new Map<number, number>();
  const measured = (codePoint: number): number => font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
  return {
    bytes,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width(codePoint) {
      const known = widths.get(codePoint) ?? measured(codePoint);
      widths.set(codePoint, known);
      return known;
    },
  };
}

let loaded: Promise<Faces> | undefined;

/** The fonts of all documents, unpacked at the first use and kept. */
export const loadFaces = (): Promise<Faces> =>
  (loaded ??= Promise.all([load('regular'), load('bold'), load('signs')]).then(([regular, bold, signs]) => ({ regular, bold, signs })));
