import { type Choice, type ChoiceShape, optionKeys as letters, soundChoice } from '@skillhall/question-bank/domain';
import { err, ok, type Result } from '@skillhall/kernel';

/** What is wrong with an answer as it was copied from paper. */
export type WrittenProblem = 'WRITTEN_NO_OPTION' | 'WRITTEN_TOO_MANY' | 'WRITTEN_TWICE' | 'WRITTEN_COUNT' | 'WRITTEN_UNSOUND';

const yes = new Set(['√', '✓', '✔', '对', '對', '正确', '正確', '是', 'T']);
const no = new Set(['×', '✗', '✘', 'X', '错', '錯', '错误', '錯誤', '否', 'F']);
const between = /[\s、,.;:/·]+/g;
/** Where a prompt was left without a partner. */
const none = '-';
const blankEnds = /[;；|\n]/;

const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replace(between, '');

/** Letters stand for places on paper: `A` is what was printed first, whatever its key. */
function keysOf(written: string, { optionKeys }: ChoiceShape): Result<string[], WrittenProblem> {
  const keys = [...written].map((letter) => (letter === none ? '' : optionKeys[letters.indexOf(letter as 'A')]));
  return keys.every((key) => key !== undefined) ? ok(keys) : err('WRITTEN_NO_OPTION');
}

function readVerdict(text: string, shape: ChoiceShape): Result<string[], WrittenProblem> {
  const written = plain(text);
  if (yes.has(written)) return ok(['T']);
  return no.has(written) ? ok(['F']) : readOptions(text, shape);
}

function readOptions(text: string, shape: ChoiceShape): Result<string[], WrittenProblem> {
  const read = keysOf(plain(text), shape);
  if (!read.ok) return read;
  if (read.value.includes('')) return err('WRITTEN_NO_OPTION');
  if (new Set(read.value).size < read.value.length) return err('WRITTEN_TWICE');
  return shape.type !== 'multiple' && shape.type !== 'ordering' && read.value.length > 1 ? err('WRITTEN_TOO_MANY') : read;
}

/** `BAC`, a letter for each prompt and `-` for none; or `1B 2A 3C` in any order. */
function readPairs(text: string, shape: ChoiceShape): Result<string[], WrittenProblem> {
  const prompts = shape.promptKeys?.length ?? 0;
  const written = plain(text);
  if (!/\d/.test(written)) return written.length === prompts ? keysOf(written, shape) : err('WRITTEN_COUNT');
  const pairs = [...written.matchAll(/(\d+)-?([A-L])/g)];
  if (pairs.map(([whole]) => whole).join('') !== written) return err('WRITTEN_NO_OPTION');
  if (pairs.some(([, prompt]) => Number(prompt) < 1 || Number(prompt) > prompts)) return err('WRITTEN_COUNT');
  if (new Set(pairs.map(([, prompt]) => prompt)).size < pairs.length) return err('WRITTEN_TWICE');
  const chosen = new Map(pairs.map(([, prompt, letter]) => [Number(prompt), letter!]));
  return keysOf(Array.from({ length: prompts }, (_, index) => chosen.get(index + 1) ?? none).join(''), shape);
}

/** Of several blanks each up to a semicolon; those at the end may be left out. */
function readBlanks(text: string, { blanks = 0 }: ChoiceShape): Result<string[], WrittenProblem> {
  const parts = blanks > 1 ? text.split(blankEnds).map((part) => part.trim()) : [text.trim()];
  while (parts.length > blanks && parts.at(-1) === '') parts.pop();
  return parts.length > blanks ? err('WRITTEN_COUNT') : ok([...parts, ...Array<string>(blanks - parts.length).fill('')]);
}

function read(text: string, shape: ChoiceShape): Result<string[], WrittenProblem> {
  switch (shape.type) {
    case 'trueFalse':
      return readVerdict(text, shape);
    case 'single':
    case 'multiple':
    case 'ordering':
      return readOptions(text, shape);
    case 'matching':
      return readPairs(text, shape);
    case 'fillIn':
    case 'numeric':
    case 'calculation':
      return readBlanks(text, shape);
    case 'shortAnswer':
      return ok([text.trim()]);
    case 'case':
      return err('WRITTEN_UNSOUND');
  }
}

/** What somebody wrote on paper, as the choice that a screen would have saved; nothing written is no answer. */
export function readWritten(text: string, shape: ChoiceShape): Result<string[], WrittenProblem> {
  if (text.trim() === '') return ok([]);
  const choice = read(text, shape);
  if (!choice.ok) return choice;
  const sound = soundChoice(shape, choice.value);
  return sound ? ok(sound) : err('WRITTEN_UNSOUND');
}

/** A choice as it stands on paper: letters by place, blanks with semicolons between. */
export function writtenOf(choice: Choice, { type, optionKeys }: ChoiceShape): string {
  if (type === 'fillIn' || type === 'numeric' || type === 'calculation' || type === 'shortAnswer') return choice.join('；');
  const placed = choice.map((key) => (key === '' ? none : (letters[optionKeys.indexOf(key)] ?? '?')));
  return (type === 'matching' || type === 'ordering' ? placed : placed.sort()).join('');
}
