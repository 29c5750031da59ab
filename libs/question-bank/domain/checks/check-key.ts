import type { QuestionKey } from '../key.js';
import { keyKinds } from '../grading/credit.js';
import { add, compare, exactOf, magnitude, one, subtract, zero } from '../grading/exact.js';
import type { QuestionPart } from '../question.js';
import { blankKeyProblems } from './check-blanks.js';
import { formulaProblems } from './check-formula.js';
import { contentProblem, type ContentProblem } from './content-problem.js';

type KeyOf<K extends QuestionKey['kind']> = Extract<QuestionKey, { kind: K }>;

const mostCriteria = 20;
const longestCriterion = 500;

/** Thirds are written as 0.3333: a sum this near to 1 is 1. */
const near = exactOf(0.001);
const isOne = (values: readonly number[]): boolean => {
  if (!values.every(Number.isFinite)) return false;
  const sum = values.reduce((total, value) => add(total, exactOf(value)), zero);
  return compare(magnitude(subtract(sum, one)), near) <= 0;
};

function choiceProblems({ type, options }: QuestionPart, key: KeyOf<'choice'>): ContentProblem[] {
  const { correct } = key;
  const stray = correct.filter((each) => !options.some((option) => option.key === each));
  if (stray.length) return [contentProblem('key', 'key-not-an-option', { text: stray.join('、') })];
  if (new Set(correct).size < correct.length) return [contentProblem('key', 'key-repeated', { text: correct.join('') })];
  if (type !== 'multiple' && correct.length !== 1) return [contentProblem('key', 'single-needs-one-key', { n: correct.length })];
  if (type === 'multiple' && correct.length < 2) return [contentProblem('key', 'multiple-needs-two-keys', { n: correct.length })];
  return creditProblems(type, key);
}

/**
 * Credits of options: from -1 to 1. Right options earn, others do not; those of a question with several right ones add
 * up to 1. Of one with a single right option that one earns 1, and another may earn less.
 */
function creditProblems(type: QuestionPart['type'], { correct, rule, credits }: KeyOf<'choice'>): ContentProblem[] {
  if (rule !== 'perOption') return credits === null ? [] : [contentProblem('key.credits', 'credits-not-wanted')];
  const given = Object.entries(credits ?? {});
  if (given.some(([, credit]) => !(credit >= -1 && credit <= 1))) return [contentProblem('key.credits', 'credit-out-of-range')];
  const of = (key: string): number => credits?.[key] ?? 0;
  const others = given.filter(([key]) => !correct.includes(key));
  if (type !== 'multiple') return of(correct[0]!) === 1 && others.every(([, credit]) => credit < 1) ? [] : [contentProblem('key.credits', 'credit-of-best-is-one')];
  const agrees = correct.every((key) => of(key) > 0) && others.every(([, credit]) => credit <= 0);
  if (!agrees) return [contentProblem('key.credits', 'credits-against-key')];
  return isOne(correct.map(of)) ? [] : [contentProblem('key.credits', 'credits-not-one')];
}

const strayCredits = ({ options }: QuestionPart, { credits }: KeyOf<'choice'>): ContentProblem[] => {
  const stray = Object.keys(credits ?? {}).filter((key) => !options.some((option) => option.key === key));
  return stray.length ? [contentProblem('key.credits', 'key-not-an-option', { text: stray.join('、') })] : [];
};

function orderProblems({ options }: QuestionPart, { correct }: KeyOf<'order'>): ContentProblem[] {
  const keys = options.map(({ key }) => key).sort();
  return [...correct].sort().join() === keys.join() ? [] : [contentProblem('key', 'order-incomplete')];
}

function matchProblems({ options, prompts }: QuestionPart, { correct }: KeyOf<'match'>): ContentProblem[] {
  const stray = correct.filter((each) => !options.some(({ key }) => key === each));
  if (stray.length) return [contentProblem('key', 'key-not-an-option', { text: stray.join('、') })];
  return correct.length === prompts.length ? [] : [contentProblem('key', 'match-incomplete')];
}

function rubricProblems({ criteria, modelAnswer }: KeyOf<'rubric'>): ContentProblem[] {
  if (criteria.length < 1 || criteria.length > mostCriteria) return [contentProblem('key.criteria', 'criterion-count', { most: mostCriteria })];
  const ids = new Set(criteria.map(({ id }) => id));
  return [
    ...(ids.size < criteria.length || ids.has('') ? [contentProblem('key.criteria', 'criterion-repeated')] : []),
    ...criteria.flatMap(({ text }, index) => (text.trim() && text.length <= longestCriterion ? [] : [contentProblem(`key.criteria.${index}`, 'criterion-text', { most: longestCriterion })])),
    ...(criteria.every(({ share }) => share > 0) && isOne(criteria.map(({ share }) => share)) ? [] : [contentProblem('key.criteria', 'shares-not-one')]),
    ...((modelAnswer?.length ?? 0) > 4000 ? [contentProblem('key.modelAnswer', 'text-too-long', { most: 4000 })] : []),
  ];
}

/** What is wrong with the key of a question, and where it and the face disagree. */
export function keyProblems(part: QuestionPart): ContentProblem[] {
  const { key } = part;
  if (keyKinds[part.type] !== key.kind) return [contentProblem('key', 'key-of-other-type')];
  switch (key.kind) {
    case 'choice': {
      const stray = strayCredits(part, key);
      return stray.length ? stray : choiceProblems(part, key);
    }
    case 'order':
      return orderProblems(part, key);
    case 'match':
      return matchProblems(part, key);
    case 'blanks':
      return blankKeyProblems(part, key);
    case 'formula':
      return formulaProblems(part, key);
    case 'rubric':
      return rubricProblems(key);
    case 'parts':
      return [];
  }
}
