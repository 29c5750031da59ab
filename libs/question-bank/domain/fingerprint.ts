import { trueFalseOptions, type QuestionFace, type QuestionOption } from './question.js';

interface Faces extends QuestionFace {
  readonly parts?: readonly QuestionFace[];
}

const withoutPlaces = (stem: string): string => stem.replace(/\[\[\d{1,2}\]\]|\*\*/g, ' ');
const isTrueFalse = (options: readonly QuestionOption[]): boolean => options.length === 2 && options.every(({ key }, at) => key === trueFalseOptions[at]!.key);
const textsOf = (options: readonly QuestionOption[]): string[] => (isTrueFalse(options) ? [] : options.map(({ text }) => text));
const all = (faces: Faces): readonly QuestionFace[] => [faces, ...(faces.parts ?? [])];

/** As people search: one form of width and case, blanks as single spaces. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a question says, to be searched and compared; nothing of its key. */
export const faceText = (faces: Faces): string =>
  searchable(all(faces).flatMap(({ stem, options, prompts }) => [withoutPlaces(stem), ...textsOf(prompts), ...textsOf(options)]).join(' '));

const bareText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The same for two questions that say the same in other punctuation, width or case, or with their options in another
 * order. Two that have pictures or recordings are the same only if these are.
 */
export function sameText(faces: Faces): string {
  return JSON.stringify(
    all(faces).map(({ stem, options, prompts, media }) => [
      bareText(withoutPlaces(stem)),
      [...textsOf(options).map(bareText)].sort(),
      [...textsOf(prompts).map(bareText)].sort(),
      ...media.map(({ fileId }) => fileId),
    ]),
  );
}

const bins = 80;
const perBand = 5;

/** 32 bits in which every bit of `value` counts (the finaliser of MurmurHash3, public domain). */
function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** The least hash of each bin over all pairs of neighbouring characters; an empty bin takes that of the next filled one. */
function leastHashes(text: string): number[] {
  const signs = [...text];
  const least = new Array<number>(bins).fill(-1);
  for (let at = 0; at + 1 < signs.length; at++) {
    const hash = mixed(Math.imul(signs[at]!.codePointAt(0)!, 0x9e3779b1) ^ signs[at + 1]!.codePointAt(0)!);
    const bin = hash % bins;
    if (least[bin]! < 0 || hash < least[bin]!) least[bin] = hash;
  }
  if (least.every((hash) => hash < 0)) return [];
  return least.map((hash, bin) => {
    let step = 0;
    while (least[(bin + step) % bins]! < 0) step++;
    return step === 0 ? hash : mixed(least[(bin + step) % bins]! + step);
  });
}

/**
 * Bands of a MinHash of one permutation (Li, Owen, Zhang 2012): two texts that share seven of ten pairs of characters
 * have a band in common nearly always, two that share three of ten nearly never. Signed 32 bits, as the database keeps them.
 */
export function sketchOf(text: string): number[] {
  const least = leastHashes(bareText(text));
  return Array.from({ length: least.length / perBand }, (_, band) =>
    least.slice(band * perBand, (band + 1) * perBand).reduce((mix, hash) => mixed(mix ^ hash), band + 1) | 0,
  );
}
