import type { QuestionFace } from '../../question.js';
import { blankSign, type ExchangeQuestion } from '../exchange-question.js';

const signs = /_{3,}/g;

/** The stem with `[[1]]`, `[[2]]` … for its blanks, and how many blanks there are. Those without a place stand at its end. */
export function placed({ type, stem }: ExchangeQuestion, answered: number): { stem: string; count: number } {
  let count = 0;
  const withPlaces = stem.replace(signs, () => `[[${++count}]]`);
  // One number may be written below the question.
  if (count === 0 && answered <= 1 && type !== 'fillIn') return { stem, count: 1 };
  const missing = Array.from({ length: Math.max(answered, 1) - count }, (_, index) => `[[${count + index + 1}]]`);
  return { stem: [withPlaces, ...missing].join(missing.length > 1 ? ' ' : ''), count: Math.max(count, answered, 1) };
}

/** The stem with signs for its blanks, and which blank each of them was. */
export function unplaced({ stem }: QuestionFace): { stem: string; order: readonly number[] } {
  const order: number[] = [];
  const plain = stem.replace(/\[\[(\d+)\]\]/g, (_, number: string) => {
    order.push(Number(number));
    return blankSign;
  });
  return { stem: plain, order };
}
