import { halfWidth } from '../../plain.js';
import { optionsWith, trueFalse } from '../choices.js';
import { begun, keyLine, noAnswer, type Finish, type Finishing } from './finishing.js';
import { inlineLetters, inlineTruth, truthIn, withoutGap } from './inline-keys.js';
import type { ZhOption } from './options.js';

/** The letters that an answer names, be it `ABD`, `A、B`, `B. 示数` or the text of an option; undefined where it names none. */
export function lettersOf(answer: string, options: readonly ZhOption[]): string[] | undefined {
  const norm = halfWidth(answer).trim().replace(/^(?:应?选|應?選)\s*/, '').replace(/^[([【]\s*|\s*[)\]】]$/g, '');
  const found = /^([A-La-l](?:[\s、,;/和與与及.]*[A-La-l])*)(?![A-Za-z])/.exec(norm);
  if (found) return [...new Set(found[1]!.toUpperCase().match(/[A-L]/g))].sort();
  const same = options.find(({ text }) => halfWidth(text) === norm.replace(/[。.]$/, ''));
  return same && [same.letter];
}

export const lettersIn = (options: readonly ZhOption[]): string => options.map(({ letter }) => letter).join('');

/** The key and the stem without it; an answer line is believed before brackets in the text. */
function keyOf(finishing: Finishing, several: boolean): { letters: readonly string[]; stem: string } {
  const { draft, stem, answer, problems } = finishing;
  const known = inlineLetters(stem, { several, lower: answer === null, known: lettersIn(draft.options) });
  if (answer === null) {
    if (!known) return { letters: standingOut(finishing), stem };
    if (known.several && !several) problems.push({ line: draft.line, code: 'several-brackets', values: { text: known.letters.join('') } });
    return known;
  }
  const letters = lettersOf(answer, draft.options);
  if (!letters) {
    problems.push({ line: keyLine(finishing), code: 'answer-not-letters', values: { text: answer } });
    return known ?? { letters: [], stem };
  }
  if (!known) return { letters, stem };
  if (known.letters.join('') === letters.join('')) return known;
  problems.push({ line: keyLine(finishing), code: 'keys-differ', values: { first: known.letters.join(''), second: letters.join('') } });
  return { letters, stem };
}

/** Where no key is written, options that alone are bold or coloured are most likely the right ones. */
function standingOut({ draft, problems }: Finishing): string[] {
  const letters = draft.options.filter(({ strong }) => strong).map(({ letter }) => letter);
  if (letters.length === 0 || letters.length === draft.options.length) return [];
  problems.push({ line: draft.line, code: 'key-by-emphasis', values: { text: letters.join('') } });
  return letters;
}

/** A choice; letters decide where the heading and the key do not agree. */
export const choice = (said: 'single' | 'multiple'): Finish => (finishing) => {
  const { draft, problems } = finishing;
  const { line, options } = draft;
  const { letters, stem } = keyOf(finishing, said === 'multiple');
  if (options.length < 2) problems.push({ line, code: 'too-few-options' });
  const gap = options.find(({ letter }, index) => letter.charCodeAt(0) - 65 !== index);
  if (gap) problems.push({ line: gap.line, code: 'option-gap', values: { option: gap.letter } });
  for (const { letter, text, line: at } of options) if (text === '') problems.push({ line: at, code: 'option-blank', values: { option: letter } });
  const stray = options.length > 1 ? letters.filter((letter) => !options.some((option) => option.letter === letter)) : [];
  if (stray.length) problems.push({ line: keyLine(finishing), code: 'key-not-an-option', values: { text: stray.join('') } });
  if (letters.length === 0) noAnswer(finishing);
  if (draft.type === 'single' && letters.length > 1) problems.push({ line: keyLine(finishing), code: 'single-with-several-keys', values: { text: letters.join('') } });
  if (said === 'multiple' && letters.length === 1) problems.push({ line: keyLine(finishing), code: 'multiple-with-one-key', values: { text: letters.join('') } });
  const right = new Set(letters);
  return begun(letters.length > 1 ? 'multiple' : said, finishing, stem, { options: optionsWith(options.map(({ text }) => text), (index) => right.has(options[index]!.letter)) });
};

/** √ and ×, in an answer line or in brackets of the text, or the letter of an option that says 正确. */
export const truth: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const inline = inlineTruth(stem, true);
  const said = answer === null ? undefined : truthSaid(answer, draft.options);
  if (answer !== null && !said) problems.push({ line: keyLine(finishing), code: 'answer-not-true-or-false', values: { text: answer } });
  if (said && inline && said !== inline.truth) problems.push({ line: keyLine(finishing), code: 'keys-differ', values: { first: inline.truth === 'T' ? '√' : '×', second: answer! } });
  const letter = answer === null && !inline ? inlineLetters(stem, { several: false, lower: false, known: 'AB' }) : undefined;
  const result = said ?? inline?.truth ?? (letter && truthSaid(letter.letters.join(''), draft.options));
  if (!result && answer === null) noAnswer(finishing);
  if (answer !== null && /^[AB]$/.test(halfWidth(answer).trim()) && draft.options.length === 0) problems.push({ line: keyLine(finishing), code: 'truth-by-letter', values: { text: answer } });
  const options = trueFalse(result === 'T').map((option) => (result ? option : { ...option, credit: 0 }));
  return begun('trueFalse', finishing, withoutGap(inline?.stem ?? letter?.stem ?? stem), { options });
};

/** A letter means what its option says; without options A stands for 正确, as on answer sheets. */
function truthSaid(answer: string, options: readonly ZhOption[]): 'T' | 'F' | undefined {
  const norm = halfWidth(answer).trim().replace(/^[([【]\s*|\s*[)\]】]?[。.]?$/g, '');
  const letter = /^[AB]$/.exec(norm.toUpperCase())?.[0];
  if (letter === undefined) return truthIn(norm) ?? truthIn(norm.slice(0, 2)) ?? truthIn(norm.slice(0, 1));
  const option = options.find((other) => other.letter === letter);
  return option ? truthIn(option.text) : letter === 'A' ? 'T' : 'F';
}
