import { choiceRules, sequenceRules, type BlankKey, type ChoiceRule, type QuestionKey, type SequenceRule, type TextAnswer } from '../../key.js';
import { plainText } from '../../grading/plain-text.js';
import { optionKeys, trueFalseOptions, type Blank, type QuestionFace, type QuestionOption } from '../../question.js';
import { isFormula, isNumber, type ExchangeAnswer, type ExchangeQuestion } from '../exchange-question.js';
import { placed } from './blank-places.js';

type FaceAndKey = Pick<QuestionFace, 'type' | 'stem'> & Partial<QuestionFace> & { readonly key: QuestionKey };

const isChoiceRule = (rule: string | null): rule is ChoiceRule => choiceRules.some((each) => each === rule);
const isSequenceRule = (rule: string | null): rule is SequenceRule => sequenceRules.some((each) => each === rule);

/** More options than there are letters keep their place, so that the check can name them. */
const letter = (index: number): string => optionKeys[index] ?? String(index + 1);
const lettered = (texts: readonly string[]): QuestionOption[] => texts.map((text, index) => ({ key: letter(index), text }));
/** In an order that tells nothing of the right one. */
const shuffled = (texts: readonly string[]): string[] => [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));

function choice({ type, stem, options, rule: said }: ExchangeQuestion): FaceAndKey {
  const face = type === 'trueFalse' ? trueFalseOptions : lettered(options.map(({ text }) => text));
  const keyed = face.flatMap(({ key }, index) => (options[index] ? [{ key, credit: options[index].credit }] : []));
  const best = Math.max(...keyed.map(({ credit }) => credit), 0);
  const correct = keyed.filter(({ credit }) => credit > 0 && (type === 'multiple' || credit === best)).map(({ key }) => key);
  const partly = type === 'single' && keyed.some(({ key, credit }) => credit !== 0 && !correct.includes(key));
  const rule = isChoiceRule(said) ? said : partly ? 'perOption' : 'allOrNothing';
  const credits = rule === 'perOption' ? Object.fromEntries(keyed.map(({ key, credit }) => [key, credit])) : null;
  return { type, stem, options: face, key: { kind: 'choice', correct, rule, credits } };
}

function ordering({ stem, items, rule }: ExchangeQuestion): FaceAndKey {
  const options = lettered(shuffled(items));
  const correct = items.map((item) => options.find(({ text }) => text === item)!.key);
  return { type: 'ordering', stem, options, key: { kind: 'order', correct, rule: isSequenceRule(rule) ? rule : 'allOrNothing' } };
}

function matching({ stem, pairs, rule }: ExchangeQuestion): FaceAndKey {
  const options = lettered(shuffled(pairs.map(({ match }) => match)));
  const asked = pairs.filter(({ prompt }) => prompt !== '');
  const prompts = asked.map(({ prompt }, index) => ({ key: String(index + 1), text: prompt }));
  const correct = asked.map(({ match }) => options.find(({ text }) => text === match)!.key);
  return { type: 'matching', stem, options, prompts, key: { kind: 'match', correct, rule: isSequenceRule(rule) ? rule : 'perPlace' } };
}

function blankKey(answers: readonly ExchangeAnswer[], { type, matchCase }: ExchangeQuestion): { face: Blank; key: BlankKey } {
  const earning = answers.filter(({ credit }) => credit > 0);
  if (type === 'numeric' || (earning.length > 0 && earning.every(isNumber))) {
    const numbers = earning.filter(isNumber);
    const unit = numbers[0]?.unit ?? null;
    return { face: { kind: 'number', unit }, key: { kind: 'number', unit, accepted: numbers.map(({ value, tolerance, credit }) => ({ value, tolerance, credit })) } };
  }
  const accepted = earning.map((answer) => ({ text: 'text' in answer ? answer.text : String('value' in answer ? answer.value : answer.formula), credit: answer.credit }));
  return { face: { kind: 'text', unit: null }, key: { kind: 'text', accepted: onceEach(accepted, matchCase), matchCase } };
}

/** Answers that are marked alike, 50 and 五十, are one, with the better credit. */
function onceEach(accepted: readonly TextAnswer[], matchCase: boolean): TextAnswer[] {
  const best = new Map<string, TextAnswer>();
  for (const answer of accepted) {
    const key = plainText(answer.text, matchCase);
    if ((best.get(key)?.credit ?? 0) < answer.credit) best.set(key, answer);
  }
  return [...best.values()];
}

function blanks(question: ExchangeQuestion): FaceAndKey {
  const { type, answers, anyOrder } = question;
  const { stem, count } = placed(question, Math.max(0, ...answers.map(({ blank }) => blank)));
  const each = Array.from({ length: count }, (_, index) => blankKey(answers.filter(({ blank }) => blank === index + 1), question));
  return { type, stem, blanks: each.map(({ face }) => face), key: { kind: 'blanks', blanks: each.map(({ key }) => key), anyOrder } };
}

const decimalsOf = (value: number): number => Math.min(6, (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length);

/** A result without a formula is a formula that says so; a calculation without either is marked by people. */
function calculation(question: ExchangeQuestion): FaceAndKey {
  const { answers, variables } = question;
  const computed = answers.filter((answer) => isFormula(answer) || isNumber(answer));
  if (!computed.length) return shortAnswer(question);
  const { stem, count } = placed(question, Math.max(...computed.map(({ blank }) => blank)));
  const each = Array.from({ length: count }, (_, index) => {
    const answer = computed.find(({ blank }) => blank === index + 1);
    if (answer && isFormula(answer)) return { formula: answer.formula, tolerance: answer.tolerance, decimals: answer.decimals, unit: answer.unit ?? null };
    return { formula: answer ? String(answer.value) : '', tolerance: answer?.tolerance ?? 0, decimals: answer ? decimalsOf(answer.value) : 0, unit: answer?.unit ?? null };
  });
  return { type: 'calculation', stem, blanks: each.map(({ unit }) => ({ kind: 'number', unit })), key: { kind: 'formula', variables, blanks: each } };
}

/** What is looked for where a file says nothing of it. */
export const wholeAnswer = '与参考答案相符';

function shortAnswer({ stem, rubric, modelAnswer }: ExchangeQuestion): FaceAndKey {
  const criteria = rubric.length ? rubric : [{ text: wholeAnswer, share: 1 }];
  return { type: 'shortAnswer', stem, key: { kind: 'rubric', modelAnswer, criteria: criteria.map((criterion, index) => ({ id: String(index + 1), ...criterion })) } };
}

const makers: Readonly<Record<ExchangeQuestion['type'], (question: ExchangeQuestion) => FaceAndKey>> = {
  ...{ single: choice, multiple: choice, trueFalse: choice, fillIn: blanks, numeric: blanks, ordering, matching, shortAnswer, calculation },
  case: ({ stem }) => ({ type: 'case', stem, key: { kind: 'parts' } }),
};

/** What is shown of a question, and what is right. */
export const faceAndKey = (question: ExchangeQuestion): FaceAndKey => makers[question.type](question);
