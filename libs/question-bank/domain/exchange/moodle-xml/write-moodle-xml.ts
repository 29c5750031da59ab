import { tidyNumber } from '../../plain.js';
import { choiceRules } from '../../key.js';
import { keepsRule, weightsOf } from '../choices.js';
import { blankSign, isNumber, isText, type ExchangeAnswer, type ExchangeQuestion, type Writing } from '../exchange-question.js';
import { rubricText } from '../formulas.js';
import { escapeHtml } from '../html-text.js';
import { tagsOf } from '../tags.js';
import { asNumber, loseWhatIsNotHeld, partsAlone, writeEach, type Lose } from '../writing.js';
import { element, textElement } from './elements.js';
import { calculatedBody } from './write-calculated.js';

interface Body {
  readonly type: string;
  readonly body: string;
  /** Where the text itself is written otherwise. */
  readonly stem?: string;
}
type WriteBody = (question: ExchangeQuestion, lose: Lose) => Body | null;

const holds = { number: true, name: true, category: true, classification: true, tags: true, explanation: true, feedback: true, partialCredit: true, unit: true, matchCase: true, rubric: true, modelAnswer: true } as const;

const percent = (credit: number): string => String(tidyNumber(Math.round(credit * 1e7) / 1e5));
const feedback = (said: string | undefined): string => (said === undefined ? '' : textElement('feedback', said, { format: 'markdown' }));
const answer = (text: string, credit: number, told: string | undefined, format: string, more = ''): string => element('answer', `${textElement('', text)}${more}${feedback(told)}`, { fraction: percent(credit), format });

const choice: WriteBody = ({ type, options, rule }, lose) => {
  const single = type === 'single';
  const known = choiceRules.find((each) => each === rule) ?? 'allOrNothing';
  if (!single && !keepsRule(options, known)) lose('rule');
  const weighed = single ? options : weightsOf(options, known);
  const answers = weighed.map(({ text, credit, feedback: told }) => answer(text, credit, told, 'markdown'));
  return { type: 'multichoice', body: `${element('single', String(single))}${element('shuffleanswers', 'true')}${element('answernumbering', 'ABCD')}${answers.join('')}` };
};

const truth: WriteBody = ({ options }) => ({ type: 'truefalse', body: options.map(({ credit, feedback: told }, index) => answer(index === 0 ? 'true' : 'false', credit, told, 'moodle_auto_format')).join('') });

const textIn = (said: ExchangeAnswer): string => (isText(said) ? said.text : isNumber(said) ? String(said.value) : said.formula);

/** Several blanks in one text are Moodle's embedded answers. */
function cloze({ stem, answers, matchCase, anyOrder }: ExchangeQuestion, lose: Lose): Body | null {
  const count = Math.max(...answers.map(({ blank }) => blank));
  if (stem.split(blankSign).length - 1 !== count) return null;
  if (anyOrder) lose('any-order');
  let blank = 0;
  const escaped = (text: string): string => escapeHtml(text).replace(/[~#}{"/\\=]/g, '\\$&');
  const written = stem.replaceAll(blankSign, () => {
    blank++;
    const own = answers.filter((each) => each.blank === blank);
    const numbers = own.length > 0 && own.every(isNumber);
    if (numbers && own.some(({ unit }) => unit !== undefined)) lose('unit');
    const alternatives = own.map((each) => `%${percent(each.credit)}%${isNumber(each) ? `${each.value}:${each.tolerance}` : escaped(textIn(each))}${each.feedback === undefined ? '' : `#${escaped(each.feedback)}`}`);
    return `{1:${numbers ? 'NUMERICAL' : matchCase ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${alternatives.join('~')}}`;
  });
  return { type: 'cloze', stem: written, body: '' };
}

const words: WriteBody = (question, lose) => {
  const { answers, matchCase } = question;
  if (!answers.length) return null;
  if (answers.some(({ blank }) => blank > 1)) return cloze(question, lose);
  return { type: 'shortanswer', body: `${element('usecase', matchCase ? '1' : '0')}${answers.map((each) => answer(textIn(each), each.credit, each.feedback, 'plain_text')).join('')}` };
};

const numbers: WriteBody = ({ answers }) => {
  const known = answers.filter(isNumber);
  const unit = known.find((each) => each.unit !== undefined)?.unit;
  const units = unit === undefined ? '' : element('units', element('unit', element('multiplier', '1') + element('unit_name', unit, {}, true)));
  return known.length ? { type: 'numerical', body: `${known.map(({ value, tolerance, credit, feedback: told }) => answer(String(value), credit, told, 'plain_text', element('tolerance', String(tolerance)))).join('')}${units}` } : null;
};

const pairs: WriteBody = ({ pairs: given, rule }, lose) => {
  if (rule === 'allOrNothing') lose('rule');
  return { type: 'matching', body: `${element('shuffleanswers', 'true')}${given.map(({ prompt, match }) => element('subquestion', `${textElement('', prompt)}${textElement('answer', match)}`, { format: 'markdown' })).join('')}` };
};

const ordering: WriteBody = ({ items, rule }) => ({
  type: 'ordering',
  body: `${element('layouttype', '0')}${element('selecttype', '0')}${element('selectcount', '0')}${element('gradingtype', rule === 'perPlace' ? '0' : '-1')}${items.map((item, index) => element('answer', textElement('', item), { fraction: String(index + 1), format: 'markdown' })).join('')}`,
});

const essay: WriteBody = ({ modelAnswer, rubric }) => {
  const told = [...(modelAnswer === null ? [] : [`参考答案：${modelAnswer}`]), ...(rubric.length ? [`评分标准：${rubricText(rubric)}`] : [])].join('\n');
  return { type: 'essay', body: `${element('responseformat', 'plain')}${textElement('graderinfo', told, { format: 'markdown' })}` };
};

const calculation: WriteBody = (question, lose) => {
  const body = calculatedBody(question, lose);
  return body && { type: 'calculatedsimple', ...body };
};

const bodies: Readonly<Record<Exclude<ExchangeQuestion['type'], 'case'>, WriteBody>> = { single: choice, multiple: choice, trueFalse: truth, fillIn: words, numeric: numbers, matching: pairs, ordering, shortAnswer: essay, calculation };

function one(question: ExchangeQuestion, lose: Lose): string | null {
  if (question.type === 'case') {
    lose('case-divided');
    return partsAlone(question).map((part) => one(part, lose) ?? (lose('not-written'), '')).join('');
  }
  const number = question.type === 'calculation' ? asNumber(question) : undefined;
  if (number) {
    lose('calculation-as-number');
    return one(number, lose);
  }
  const written = bodies[question.type](question, lose);
  if (!written) return null;
  loseWhatIsNotHeld(question, holds, lose);
  const { name, number: id, stem, explanation, modelAnswer } = question;
  // Only what markers see has a place for a model answer.
  const solution = question.type === 'shortAnswer' ? null : modelAnswer;
  if (solution !== null) lose('model-answer');
  const general = [explanation, solution].filter((text) => text !== null).join('\n');
  const tags = tagsOf(question).map((tag) => element('tag', textElement('', tag)));
  return `${element('question', [
    textElement('name', name ?? id ?? stem.slice(0, 40)),
    textElement('questiontext', written.stem ?? stem, { format: 'markdown' }),
    ...(general === '' ? [] : [textElement('generalfeedback', general, { format: 'markdown' })]),
    ...(id === null ? [] : [element('idnumber', id, {}, true)]),
    written.body,
    ...(tags.length ? [element('tags', tags.join(''))] : []),
  ].join('\n'), { type: written.type })}\n`;
}

/** Questions in Moodle XML. Cases come apart; everything else has its place, but for what is said to be lost. */
export function writeMoodleXml(questions: readonly ExchangeQuestion[]): Writing {
  let category: string | null = null;
  const { text, losses } = writeEach(questions, (question, lose) => {
    const written = one(question, lose);
    if (written === null || question.category === category) return written;
    category = question.category;
    return `${element('question', textElement('category', `$course$/top${category === null ? '' : `/${category}`}`), { type: 'category' })}\n${written}`;
  });
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${text}</quiz>\n`, losses };
}
