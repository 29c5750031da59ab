import { type Choice, type ChoiceShape, isBlank } from './choice-shape.js';

export const longestBlank = 200;
export const longestAnswer = 4000;

/** Control characters and halves of characters. Answers are stored with U+001F between them, so it never occurs in one. */
const unsound = /[\p{Cc}\p{Cs}]/u;
const unsoundLines = /[^\P{Cc}\n\t]|\p{Cs}/u;

const isOnce = (keys: Choice): boolean => new Set(keys).size === keys.length;

function soundTexts(texts: Choice, count: number): string[] | undefined {
  if (texts.length !== count || texts.some((text) => text.length > longestBlank || unsound.test(text))) return undefined;
  return texts.every(isBlank) ? [] : [...texts];
}

function soundLines(texts: Choice): string[] | undefined {
  const [text = '', ...more] = texts;
  const lines = text.replaceAll('\r\n', '\n');
  if (more.length || lines.length > longestAnswer || unsoundLines.test(lines)) return undefined;
  return isBlank(lines) ? [] : [lines];
}

function soundPairs(choice: Choice, { promptKeys = [], optionKeys }: ChoiceShape): string[] | undefined {
  if (choice.length !== promptKeys.length || !choice.every((key) => key === '' || optionKeys.includes(key))) return undefined;
  return choice.every((key) => key === '') ? [] : [...choice];
}

function soundKeys(choice: Choice, { type, optionKeys }: ChoiceShape): string[] | undefined {
  if (!choice.every((key) => optionKeys.includes(key))) return undefined;
  if (type === 'ordering') return isOnce(choice) ? [...choice] : undefined;
  const keys = [...new Set(choice)].sort();
  return type !== 'multiple' && keys.length > 1 ? undefined : keys;
}

/**
 * A choice as it is stored; empty takes an answer back. Undefined where it does not fit the question: something that is
 * no option, more than is asked for, another number of blanks, texts too long or with control characters.
 */
export function soundChoice(shape: ChoiceShape, choice: Choice): string[] | undefined {
  if (!choice.length) return shape.type === 'case' ? undefined : [];
  switch (shape.type) {
    case 'single':
    case 'multiple':
    case 'trueFalse':
    case 'ordering':
      return soundKeys(choice, shape);
    case 'matching':
      return soundPairs(choice, shape);
    case 'fillIn':
    case 'numeric':
    case 'calculation':
      return soundTexts(choice, shape.blanks ?? 0);
    case 'shortAnswer':
      return soundLines(choice);
    case 'case':
      return undefined;
  }
}
