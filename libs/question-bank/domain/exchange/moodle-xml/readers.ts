import { truthOf } from '../../read-answer.js';
import { numberIn } from '../../plain.js';
import { ruleOfWeights, trueFalse } from '../choices.js';
import type { ExchangeAnswer, ExchangeMedia, ExchangeOption, ExchangeQuestion, ReadingProblem } from '../exchange-question.js';
import { rubricOf } from '../formulas.js';
import { creditOf, feedbackOf, fieldText, isTrue } from './field-text.js';
import { childOf, childrenOf, valueOf, type XmlNode } from './xml-tree.js';

/** What a type of question adds to what all have; undefined where it cannot be taken in. */
export type Told = Partial<ExchangeQuestion> & Pick<ExchangeQuestion, 'type'>;
export type ReadNode = (node: XmlNode, problems: ReadingProblem[]) => Told | undefined;

const told = <T>(fields: T, feedback: string): T => (feedback === '' ? fields : { ...fields, feedback });

interface Answered {
  readonly option: ExchangeOption;
  readonly media: readonly ExchangeMedia[];
  readonly node: XmlNode;
}

const answersOf = (node: XmlNode, usual: 'html' | 'plain'): Answered[] =>
  childrenOf(node, 'answer').map((answer) => {
    const [text, feedback] = [fieldText(answer, usual), feedbackOf(answer)];
    return { node: answer, option: told({ text: text.text, credit: creditOf(answer) }, feedback.text), media: [...text.media, ...feedback.media] };
  });

export const multichoice: ReadNode = (node, problems) => {
  const answers = answersOf(node, 'html');
  const options = answers.map(({ option }) => option);
  // A picture may stand alone in an option.
  for (const { option, media, node: answer } of answers) if (option.text === '' && !media.length) problems.push({ line: answer.line, code: 'option-empty' });
  if (options.length < 2) problems.push({ line: node.line, code: 'too-few-options' });
  if (!options.some(({ credit }) => credit > 0)) problems.push({ line: node.line, code: 'no-right-option' });
  const single = childOf(node, 'single') === undefined ? options.some(({ credit }) => credit >= 1) : isTrue(node, 'single');
  return { type: single ? 'single' : 'multiple', options, rule: single ? null : ruleOfWeights(options), media: answers.flatMap(({ media }) => media) };
};

export const truefalse: ReadNode = (node, problems) => {
  const answers = answersOf(node, 'plain');
  const right = answers.find(({ option }) => option.credit > 0);
  const truth = right && truthOf(right.option.text);
  if (!truth) problems.push({ line: node.line, code: 'no-right-option' });
  const wrong = answers.find((answer) => answer !== right);
  const options = trueFalse(truth === 'T', right?.option.feedback, wrong?.option.feedback);
  return { type: 'trueFalse', options: truth ? options : options.map(({ text }) => ({ text, credit: 0 })), media: answers.flatMap(({ media }) => media) };
};

export const shortanswer: ReadNode = (node, problems) => {
  const answers = answersOf(node, 'plain');
  for (const { option, node: answer } of answers) if (option.text.includes('*') && option.credit > 0) problems.push({ line: answer.line, code: 'wildcard', values: { text: option.text } });
  if (!answers.length) problems.push({ line: node.line, code: 'no-answer' });
  return { type: 'fillIn', matchCase: isTrue(node, 'usecase'), answers: answers.map(({ option }): ExchangeAnswer => ({ blank: 1, ...option })), media: answers.flatMap(({ media }) => media) };
};

/** The unit that numbers are in; others, which Moodle would convert, are named. */
export function unitOf(node: XmlNode, problems: ReadingProblem[]): { unit?: string } {
  const units = childrenOf(childOf(node, 'units'), 'unit').flatMap((each) => {
    const name = valueOf(each, 'unit_name');
    return name ? [{ name, multiplier: Number(valueOf(each, 'multiplier') ?? 1) }] : [];
  });
  const unit = units.find(({ multiplier }) => multiplier === 1) ?? units[0];
  const others = units.filter((each) => each !== unit).map(({ name }) => name);
  if (others.length) problems.push({ line: childOf(node, 'units')!.line, code: 'units-left-out', values: { text: others.join('、') } });
  return unit ? { unit: unit.name } : {};
}

export const numerical: ReadNode = (node, problems) => {
  const unit = unitOf(node, problems);
  const otherwise: string[] = [];
  const answers = answersOf(node, 'plain').flatMap(({ option: { text, credit, feedback = '' }, node: answer }): ExchangeAnswer[] => {
    const value = numberIn(text);
    if (value !== undefined) return [told({ blank: 1, value, tolerance: Math.abs(numberIn(valueOf(answer, 'tolerance') ?? '') ?? 0), credit, ...unit }, feedback)];
    if (text !== '*') problems.push({ line: answer.line, code: 'not-a-number', values: { text } });
    else if (feedback !== '') otherwise.push(feedback);
    return [];
  });
  if (!answers.length) problems.push({ line: node.line, code: 'no-answer' });
  return { type: 'numeric', answers, explanation: otherwise.join('\n') || null };
};

export const matching: ReadNode = (node, problems) => {
  const pairs = childrenOf(node, 'subquestion').map((each) => ({ prompt: fieldText(each), match: fieldText(childOf(each, 'answer'), 'plain') }));
  const sound = pairs.filter(({ match }) => match.text !== '');
  if (sound.filter(({ prompt }) => prompt.text !== '').length < 2) problems.push({ line: node.line, code: 'too-few-pairs' });
  return { type: 'matching', pairs: sound.map(({ prompt, match }) => ({ prompt: prompt.text, match: match.text })), media: pairs.flatMap(({ prompt, match }) => [...prompt.media, ...match.media]) };
};

/** What markers are told is the model answer; our own export says in it which points earn how much. */
export const essay: ReadNode = (node) => {
  const { text, media } = fieldText(childOf(node, 'graderinfo'));
  const parts = /^(?:参考答案：([\s\S]*?))?(?:(?:^|\n)评分标准：([\s\S]*))?$/.exec(text);
  const rubric = parts?.[2] === undefined ? undefined : rubricOf(parts[2]);
  const answer = rubric || (parts && parts[2] === undefined) ? parts![1] : text;
  return { type: 'shortAnswer', modelAnswer: answer?.trim() || null, rubric: rubric ?? [], media };
};

export const ordering: ReadNode = (node) => {
  const answers = answersOf(node, 'html');
  const grading = valueOf(node, 'gradingtype');
  return { type: 'ordering', items: answers.map(({ option }) => option.text), rule: grading === '-1' ? 'allOrNothing' : grading === '0' ? 'perPlace' : null, media: answers.flatMap(({ media }) => media) };
};
