import type { ExchangeQuestion, Writing } from '../exchange-question.js';
import { loseWhatIsNotHeld, partsAlone, writeEach, type Lose } from '../writing.js';

const letter = (index: number): string => String.fromCharCode(65 + index);

function inOneLine(text: string, lose: Lose): string {
  if (/[\r\n]/.test(text)) lose('line-breaks');
  return text.trim().split(/[\r\n]+/).map((line) => line.trim()).join(' ');
}

function one(question: ExchangeQuestion, lose: Lose): string | null {
  if (question.type === 'case') {
    lose('case-divided');
    return partsAlone(question).map((part) => one(part, lose) ?? (lose('not-written'), '')).join('');
  }
  const { type, options } = question;
  const right = options.findIndex(({ credit }) => credit === 1);
  if ((type !== 'single' && type !== 'trueFalse') || options.length > 26 || right < 0) return null;
  if (type === 'trueFalse') lose('true-false-as-choice');
  loseWhatIsNotHeld(question, {}, lose);
  let stem = inOneLine(question.stem, lose);
  // What looks like an option or a key would be read as one.
  if (/^(?:[A-ZＡ-Ｚ]\s*[.)．）]|ANSWER\s*[:：]|答案\s*[:：])/i.test(stem)) {
    lose('text-changed');
    stem = `“${stem}”`;
  }
  return `${stem}\n${options.map(({ text }, index) => `${letter(index)}. ${inOneLine(text, lose)}\n`).join('')}ANSWER: ${letter(right)}\n\n`;
}

/** Questions in Aiken, which knows choices with one right option and nothing else. */
export const writeAiken = (questions: readonly ExchangeQuestion[]): Writing => writeEach(questions, one);
