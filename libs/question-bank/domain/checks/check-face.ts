import { optionKeys, type QuestionFace, type QuestionOption, type QuestionPart } from '../question.js';
import { contentProblem, type ContentProblem } from './content-problem.js';

export const longestText = 4000;
const mostBlanks = 20;
const mostPrompts = 12;
const longestUnit = 20;
const mostMedia = 10;

/** Control characters, except those of lines and columns, and halves of characters. */
const unsound = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

const choosing = ['single', 'multiple', 'ordering', 'matching'];
const writing = ['fillIn', 'numeric', 'calculation'];

function textProblems(field: string, text: string | null): ContentProblem[] {
  if (text === null) return [];
  if (text.length > longestText) return [contentProblem(field, 'text-too-long', { most: longestText })];
  return unsound.test(text) ? [contentProblem(field, 'control-characters')] : [];
}

const sameTexts = (field: string, list: readonly QuestionOption[]): ContentProblem[] =>
  list.flatMap(({ key, text }, index) => {
    const same = list.slice(0, index).find((other) => other.text.trim() === text.trim());
    return same ? [contentProblem(`${field}.${index}`, 'options-equal', { option: key, other: same.key })] : [];
  });

const blankTexts = (field: string, list: readonly QuestionOption[]): ContentProblem[] =>
  list.flatMap(({ key, text }, index) => (text.trim() ? [] : [contentProblem(`${field}.${index}`, 'option-missing', { option: key })]));

/** Letters without a gap; the problem names the one that is missing. */
function gap(field: string, list: readonly QuestionOption[], expected: (index: number) => string): ContentProblem[] {
  const index = list.findIndex(({ key }, at) => key !== expected(at));
  return index < 0 ? [] : [contentProblem(`${field}.${index}`, 'option-missing', { option: expected(index) })];
}

function optionProblems({ type, options }: QuestionFace): ContentProblem[] {
  if (type === 'trueFalse') return options.map(({ key }) => key).join() === 'T,F' ? [] : [contentProblem('options', 'options-not-true-false')];
  if (!choosing.includes(type)) return options.length ? [contentProblem('options', 'options-not-wanted')] : [];
  if (options.length < 2) return [contentProblem('options.1', 'too-few-options')];
  if (options.length > optionKeys.length) return [contentProblem(`options.${optionKeys.length}`, 'too-many-options')];
  return [...gap('options', options, (index) => optionKeys[index]!), ...blankTexts('options', options), ...sameTexts('options', options)];
}

function promptProblems({ type, prompts }: QuestionFace): ContentProblem[] {
  if (type !== 'matching') return prompts.length ? [contentProblem('prompts', 'prompts-not-wanted')] : [];
  if (prompts.length < 2 || prompts.length > mostPrompts) return [contentProblem('prompts', 'prompt-count', { most: mostPrompts })];
  return [...gap('prompts', prompts, (index) => String(index + 1)), ...blankTexts('prompts', prompts), ...sameTexts('prompts', prompts)];
}

/** Numbers of the places `[[1]]`, `[[2]]` … in a stem, in the order in which they stand. */
export const placesOf = (stem: string): number[] => [...stem.matchAll(/\[\[(\d+)\]\]/g)].map(([, number]) => Number(number));

/** Each blank has its place in the stem, once; a single number may also be written below it. */
function blankProblems({ type, stem, blanks }: QuestionFace): ContentProblem[] {
  const places = placesOf(stem);
  if (!writing.includes(type)) return blanks.length || places.length ? [contentProblem('blanks', 'blanks-not-wanted')] : [];
  if (blanks.length < 1 || blanks.length > mostBlanks || (type === 'numeric' && blanks.length > 1)) {
    return [contentProblem('blanks', 'blank-count', { most: type === 'numeric' ? 1 : mostBlanks })];
  }
  const problems = blanks.flatMap(({ kind, unit }, index) => [
    ...(kind === 'text' && type !== 'fillIn' ? [contentProblem(`blanks.${index}`, 'blank-not-a-number', { blank: index + 1 })] : []),
    ...(unit !== null && (!unit.trim() || unit.length > longestUnit || unsound.test(unit)) ? [contentProblem(`blanks.${index}.unit`, 'bad-unit', { most: longestUnit })] : []),
  ]);
  const below = type !== 'fillIn' && blanks.length === 1 && !places.length;
  const inPlace = places.length === blanks.length && blanks.every((_, index) => places.includes(index + 1));
  return below || inPlace ? problems : [...problems, contentProblem('stem', 'blanks-not-in-stem', { count: blanks.length })];
}

/** What is wrong with the face of a question and its explanation, whatever its key says. */
export function faceProblems(part: QuestionPart): ContentProblem[] {
  const { stem, media, options, prompts, explanation } = part;
  return [
    ...(stem.trim() ? [] : [contentProblem('stem', 'missing-stem')]),
    ...optionProblems(part),
    ...promptProblems(part),
    ...blankProblems(part),
    ...textProblems('stem', stem),
    ...textProblems('explanation', explanation),
    ...options.flatMap(({ text }, index) => textProblems(`options.${index}`, text)),
    ...prompts.flatMap(({ text }, index) => textProblems(`prompts.${index}`, text)),
    ...media.flatMap(({ description }, index) => textProblems(`media.${index}.description`, description)),
    ...(media.length > mostMedia ? [contentProblem('media', 'too-many-media', { most: mostMedia })] : []),
  ];
}
