import { halfWidth } from './plain.js';
import type { QuestionType } from './question.js';

const trueWords = new Set(['正确', '正確', '对', '對', '是', '√', '✓', '✔', 't', 'true', 'y', 'yes', '1']);
const falseWords = new Set(['错误', '錯誤', '错', '錯', '否', '×', '✗', '✘', 'x', 'f', 'false', 'n', 'no', '0']);

const plain = (text: string): string => halfWidth(text).trim().toLowerCase();

/** `T` or `F` for the words people write for true and false; undefined for any other. */
export function truthOf(text: string): 'T' | 'F' | undefined {
  const word = plain(text);
  return trueWords.has(word) ? 'T' : falseWords.has(word) ? 'F' : undefined;
}

/**
 * Option letters out of an answer cell: `ABD`, `A、B、D`, `（a，b）`, sorted and each once.
 * Undefined where something else than letters and separators stands there.
 */
export function readLetters(text: string): string[] | undefined {
  const letters = halfWidth(text)
    .toUpperCase()
    .replace(/[\s,、;/|.·。()[\]【】和及與与]/g, '');
  return /^[A-Z]+$/.test(letters) ? [...new Set(letters)].sort() : undefined;
}

/**
 * The correct keys that an answer cell names. A true/false question may also name a letter, if its options
 * A and B were written out (A 正确, B 错误).
 */
export function readAnswer(type: QuestionType, text: string, options: readonly (string | null)[]): string[] | undefined {
  if (type !== 'trueFalse') return readLetters(text);
  const truth = truthOf(text);
  if (truth) return [truth];
  const letters = readLetters(text);
  const named = letters?.length === 1 ? options[letters[0]!.charCodeAt(0) - 65] : null;
  const written = named ? truthOf(named) : undefined;
  return written ? [written] : undefined;
}
