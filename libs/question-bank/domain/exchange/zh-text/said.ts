import { optionKeys } from '../../question.js';
import { isFormula, isNumber, isText, type ExchangeAnswer, type ExchangeQuestion } from '../exchange-question.js';
import { formulasText, numberText, rubricText, variablesText } from '../formulas.js';
import { ruleWords, typeWords, usualRule } from '../words.js';

/** A question as texts that people write and read, in lines below it or in the cells of a row. */
export interface Said {
  readonly stem: string;
  /** Of choices, of items to order, of what prompts are matched with: A, B … */
  readonly options: readonly string[];
  readonly answer: string | null;
  readonly variables: string | null;
  readonly formula: string | null;
  readonly rubric: string | null;
  /** Only where it is not what holds anyway. */
  readonly rule: string | null;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫';
/** In an order that tells nothing of the right one. */
const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
const letter = (index: number): string => optionKeys[index] ?? '';
const orNull = (text: string): string | null => (text === '' ? null : text);

const textOf = (answer: ExchangeAnswer): string => (isText(answer) ? answer.text : isNumber(answer) ? String(answer.value) : answer.formula);

/** Alternatives of a blank stand between bars, blanks between semicolons. */
function blanksText(answers: readonly ExchangeAnswer[]): string {
  const count = Math.max(0, ...answers.map(({ blank }) => blank));
  return Array.from({ length: count }, (_, index) => answers.filter(({ blank }) => blank === index + 1).map(textOf).join('|')).join('；');
}

/** A right one of several, or the best where one is chosen. */
function isRight({ type, options }: ExchangeQuestion, index: number): boolean {
  const { credit } = options[index]!;
  return credit > 0 && (type === 'multiple' || options.every((other) => other.credit <= credit));
}

type Parts = Partial<Pick<Said, 'stem' | 'options' | 'answer' | 'variables' | 'formula' | 'rubric'>>;

function calculation({ answers, variables, modelAnswer }: ExchangeQuestion): Parts {
  const formulas = answers.filter(isFormula);
  const answer = modelAnswer ?? (formulas.length ? null : orNull(answers.filter(isNumber).map(numberText).join('')));
  return { variables: orNull(variablesText(variables)), formula: orNull(formulasText(formulas)), answer };
}

function ordering({ items }: ExchangeQuestion): Parts {
  const options = sorted(items);
  return { options, answer: orNull(items.map((item) => letter(options.indexOf(item))).join('')) };
}

function matching({ stem, pairs }: ExchangeQuestion): Parts {
  const [options, asked] = [sorted(pairs.map(({ match }) => match)), pairs.filter(({ prompt }) => prompt !== '')];
  const prompts = asked.map(({ prompt }, index) => `${circled[index] ?? `(${index + 1})`}${prompt}`);
  return { stem: [stem, ...prompts].join('\n'), options, answer: orNull(asked.map(({ match }, index) => `${circled[index] ?? index + 1}-${letter(options.indexOf(match))}`).join('；')) };
}

function partsOf(question: ExchangeQuestion): Parts {
  const { type, options, answers, modelAnswer, rubric } = question;
  if (type === 'single' || type === 'multiple') return { options: options.map(({ text }) => text), answer: orNull(options.map((_, index) => (isRight(question, index) ? letter(index) : '')).join('')) };
  if (type === 'trueFalse') return { answer: options.some(({ credit }) => credit > 0) ? (options[0]!.credit > 0 ? '正确' : '错误') : null };
  if (type === 'fillIn') return { answer: orNull(blanksText(answers)) };
  if (type === 'numeric') return { answer: orNull(answers.filter(isNumber).map(numberText).join('|')) };
  if (type === 'shortAnswer') return { answer: modelAnswer, rubric: orNull(rubricText(rubric)) };
  if (type === 'calculation') return calculation(question);
  if (type === 'ordering') return ordering(question);
  return type === 'matching' ? matching(question) : {};
}

/** Null where there are more options than letters, or items that are the same. */
export function saidOf(question: ExchangeQuestion): Said | null {
  const { type, stem, rule, items } = question;
  const parts = partsOf(question);
  if ((parts.options?.length ?? 0) > optionKeys.length || (type === 'ordering' && parts.options!.length < items.length)) return null;
  return { stem, options: [], answer: null, variables: null, formula: null, rubric: null, rule: rule && rule !== usualRule(type) ? ruleWords[rule][0]! : null, ...parts };
}

/** What such texts can say of a question, so that two can be compared. */
export const comparable = (question: ExchangeQuestion): unknown => ({
  ...question,
  ...{ line: 0, name: null, tags: [], matchCase: false, anyOrder: false, rule: question.rule ?? usualRule(question.type) },
  media: question.media.map(({ name }) => name),
  options: question.options.map(({ text }, index) => ({ text, right: isRight(question, index) })),
  answers: question.answers.map(({ feedback: _feedback, credit: _credit, ...answer }) => answer),
  parts: question.parts.map(comparable),
});

export const titleOf = ({ type }: ExchangeQuestion): string => typeWords[type][0]!;
