import { tracks } from '@skillhall/directory/domain';
import { choiceRules, sequenceRules } from '../../key.js';
import { questionTypes } from '../../question.js';
import { readingErrors, type ReadingCode } from '../errors.js';
import { isOfNoQuestion } from '../judge.js';
import { exchangeQuestion, type ExchangeAnswer, type ExchangeQuestion, type Reading, type ReadingProblem } from '../exchange-question.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberIn = (value: unknown, otherwise: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | null => values.find((each) => each === value) ?? null;
const listOf = <T>(value: unknown, read: (fields: Fields) => T | undefined): T[] => (Array.isArray(value) ? value.flatMap((each) => (isFields(each) ? (read(each) ?? []) : [])) : []);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

const feedbackOf = ({ feedback }: Fields): { feedback?: string } => (textIn(feedback) === null ? {} : { feedback: feedback as string });
const unitOf = ({ unit }: Fields): { unit?: string } => (textIn(unit) === null ? {} : { unit: unit as string });

function answerOf(fields: Fields): ExchangeAnswer | undefined {
  const { text, value, formula } = fields;
  const told = { blank: numberIn(fields['blank'], 1), credit: numberIn(fields['credit'], 1), ...feedbackOf(fields) };
  const tolerance = numberIn(fields['tolerance'], 0);
  if (typeof text === 'string') return { ...told, text };
  if (typeof value === 'number') return { ...told, value, tolerance, ...unitOf(fields) };
  return typeof formula === 'string' ? { ...told, formula, tolerance, decimals: numberIn(fields['decimals'], 2), ...unitOf(fields) } : undefined;
}

/** What of the fields is not there is as empty as a question begins. */
function questionOf(fields: Fields, line: number, problems: ReadingProblem[]): ExchangeQuestion | undefined {
  const type = oneOf(questionTypes, fields['type']);
  if (!type) {
    problems.push({ line, code: 'unknown-type', values: { text: String(fields['type'] ?? '') } });
    return undefined;
  }
  const stem = textIn(fields['stem']) ?? '';
  if (stem === '') problems.push({ line, code: 'missing-stem' });
  return exchangeQuestion(type, line, stem, {
    ...{ number: textIn(fields['number']), name: textIn(fields['name']), explanation: textIn(fields['explanation']), category: textIn(fields['category']) },
    ...{ competency: textIn(fields['competency']), clause: textIn(fields['clause']), modelAnswer: textIn(fields['modelAnswer']) },
    options: listOf(fields['options'], (option) => (typeof option['text'] === 'string' ? { text: option['text'], credit: numberIn(option['credit'], 0), ...feedbackOf(option) } : undefined)),
    answers: listOf(fields['answers'], answerOf),
    pairs: listOf(fields['pairs'], ({ prompt, match }) => (typeof match === 'string' ? { prompt: textIn(prompt) ?? '', match } : undefined)),
    items: textsOf(fields['items']),
    rubric: listOf(fields['rubric'], ({ text, share }) => (typeof text === 'string' ? { text, share: numberIn(share, 0) } : undefined)),
    variables: listOf(fields['variables'], ({ name, least, most, step }) => (typeof name === 'string' ? { name, least: numberIn(least, 0), most: numberIn(most, 0), step: numberIn(step, 1) } : undefined)),
    media: listOf(fields['media'], ({ name, description }) => (typeof name === 'string' ? { name, description: textIn(description) } : undefined)),
    parts: listOf(fields['parts'], (part) => questionOf(part, line, problems)),
    ...{ rule: oneOf([...choiceRules, ...sequenceRules], fields['rule']), track: oneOf(tracks, fields['track']), tags: textsOf(fields['tags']) },
    ...{ matchCase: fields['matchCase'] === true, anyOrder: fields['anyOrder'] === true },
    difficulty: typeof fields['difficulty'] === 'number' ? fields['difficulty'] : null,
  });
}

/** What was odd when the questions were read from another file travels with them; their lines there say of which it is. */
function toldIn(told: unknown, list: readonly unknown[]): ReadingProblem[] {
  const starts = list.map((each) => (isFields(each) ? numberIn(each['line'], 0) : 0));
  return listOf(told, ({ line, of, code, values }): ReadingProblem | undefined => {
    if (typeof code !== 'string' || !Object.hasOwn(readingErrors, code) || isOfNoQuestion({ code: code as ReadingCode })) return undefined;
    const at = starts.findLastIndex((start) => start > 0 && start <= numberIn(of, numberIn(line, 0)));
    const said = isFields(values) ? { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)])) } : {};
    return at < 0 ? undefined : { line: at + 1, code: code as ReadingCode, ...said };
  });
}

/** Reads what `writeJson` writes: `{ questions: […] }`, or the list alone. `line` is the place in the list, from 1. */
export function readJson(text: string): Reading {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { questions: [], problems: [{ line: 1, code: 'json-damaged' }] };
  }
  const list = isFields(read) ? read['questions'] : read;
  const problems: ReadingProblem[] = [];
  if (!Array.isArray(list)) return { questions: [], problems: [{ line: 1, code: 'no-questions' }] };
  const questions = list.flatMap((each, index) => {
    if (isFields(each)) return questionOf(each, index + 1, problems) ?? [];
    problems.push({ line: index + 1, code: 'unknown-type', values: { text: String(each) } });
    return [];
  });
  if (isFields(read)) problems.push(...toldIn(read['problems'], list));
  return { questions, problems: problems.sort((a, b) => a.line - b.line) };
}
