import { exchangeQuestion, type ExchangeAnswer, type ExchangeOption, type ExchangeQuestion, type ReadingProblem } from '../exchange-question.js';
import { ruleOfWeights, trueFalse } from '../choices.js';
import { truthOf } from '../../read-answer.js';
import { readNumber, splitAnswers, type GiftAnswer } from './gift-answers.js';
import { readText, type GiftFormat } from './gift-text.js';

/** What stands between the braces. */
export interface Section {
  readonly text: string;
  readonly format: GiftFormat;
  readonly lineAt: (offset: number) => number;
}

type Read = (section: Section, line: number, stem: string, problems: ReadingProblem[]) => ExchangeQuestion | undefined;

/** The question that a section makes of a stem: its type shows in the signs that it uses. */
export const readSection: Read = (whole, line, stem, problems) => {
  const general = whole.text.lastIndexOf('####');
  const explanation = general < 0 ? null : readText(whole.text.slice(general + 4), whole.format);
  const section = general < 0 ? whole : { ...whole, text: whole.text.slice(0, general) };
  const question = readerOf(section.text)(section, line, stem, problems);
  if (!question || !explanation) return question;
  return { ...question, explanation: [explanation.text, question.explanation].filter(Boolean).join('\n') || null, media: [...question.media, ...explanation.media] };
};

function readerOf(section: string): Read {
  const text = section.trim();
  if (text === '') return essay;
  if (text.startsWith('#')) return numeric;
  if (/^>[^\n]*\n.*\n/.test(`${text}\n`)) return ordering;
  if (text.includes('~')) return choice;
  if (text.includes('=') && text.includes('->')) return matching;
  return truthIn(text) === undefined ? fillIn : truth;
}

/** `T`, `FALSE` and the like, alone or with feedback behind it. */
function truthIn(text: string): boolean | undefined {
  const word = text.split('#', 1)[0]!.trim();
  if (!/^(t|true|f|false|[正错对√×✓✗錯對][确误確誤]?)$/i.test(word)) return undefined;
  const said = truthOf(word);
  return said && said === 'T';
}

const essay: Read = (_section, line, stem) => exchangeQuestion('shortAnswer', line, stem);

const truth: Read = ({ text, format }, line, stem) => {
  const [, wrong = '', right = ''] = text.split('#').map((part) => readText(part, format).text);
  return exchangeQuestion('trueFalse', line, stem, { options: trueFalse(truthIn(text.trim())!, right, wrong) });
};

const mediaOf = (answers: readonly GiftAnswer[]) => answers.flatMap(({ media }) => media);
const withFeedback = <T>(fields: T, feedback: string): T => (feedback === '' ? fields : { ...fields, feedback });

const choice: Read = (section, line, stem, problems) => {
  const answers = splitAnswers(section.text, section.format);
  const options = answers.map(({ right, weight, text, feedback }): ExchangeOption => withFeedback({ text, credit: weight ?? (right ? 1 : 0) }, feedback));
  for (const [index, { text }] of options.entries()) if (text === '') problems.push({ line: section.lineAt(answers[index]!.at), code: 'option-empty' });
  if (options.length < 2) problems.push({ line, code: 'too-few-options' });
  if (!options.some(({ credit }) => credit > 0)) problems.push({ line, code: 'no-right-option' });
  // As in Moodle, `=` lets one be chosen; but weights that only add up together ask for several.
  const one = answers.some(({ right }) => right) && options.some(({ credit }) => credit >= 1);
  return exchangeQuestion(one ? 'single' : 'multiple', line, stem, { options, rule: one ? null : ruleOfWeights(options), media: mediaOf(answers) });
};

const matching: Read = (section, line, stem, problems) => {
  const pairs = splitAnswers(section.text, section.format).flatMap(({ body, at }) => {
    const arrow = body.indexOf('->');
    if (arrow >= 0) return [{ prompt: readText(body.slice(0, arrow), section.format), match: readText(body.slice(arrow + 2), section.format) }];
    problems.push({ line: section.lineAt(at), code: 'pair-without-arrow', values: { text: readText(body).text } });
    return [];
  });
  if (pairs.filter(({ prompt }) => prompt.text !== '').length < 2) problems.push({ line, code: 'too-few-pairs' });
  return exchangeQuestion('matching', line, stem, { pairs: pairs.map(({ prompt, match }) => ({ prompt: prompt.text, match: match.text })), media: pairs.flatMap(({ prompt, match }) => [...prompt.media, ...match.media]) });
};

const fillIn: Read = (section, line, stem, problems) => {
  const read = splitAnswers(section.text, section.format);
  const answers = read.filter(({ text }) => text !== '').map(({ text, weight, feedback }): ExchangeAnswer => withFeedback({ blank: 1, text, credit: weight ?? 1 }, feedback));
  if (!answers.length) problems.push({ line, code: 'no-answer' });
  for (const { text, weight = 1, at } of read) if (text.includes('*') && weight > 0) problems.push({ line: section.lineAt(at), code: 'wildcard', values: { text } });
  return exchangeQuestion('fillIn', line, stem, { answers, media: mediaOf(read) });
};

const numeric: Read = ({ text, format, lineAt }, line, stem, problems) => {
  const start = text.indexOf('#') + 1;
  const wrong = text.indexOf('~', start);
  const read = splitAnswers(text.slice(start, wrong < 0 ? undefined : wrong), format);
  const answers = read.flatMap(({ text: said, weight = 1, feedback, at }): ExchangeAnswer[] => {
    const number = readNumber(said);
    if (number) return [withFeedback({ blank: 1, ...number, credit: weight }, feedback)];
    if (said !== '*') problems.push({ line: lineAt(start + at), code: 'not-a-number', values: { text: said } });
    return [];
  });
  if (!answers.length && !read.some(({ text: said }) => said !== '*')) problems.push({ line, code: 'no-answer' });
  // Feedback for any other number belongs to the question.
  const otherwise = wrong < 0 ? '' : readText(text.slice(wrong).replace(/^[^#]*#?/, ''), format).text;
  return exchangeQuestion('numeric', line, stem, { answers, explanation: otherwise || null, media: mediaOf(read) });
};

/** As the question type Ordering writes it: settings behind `>`, then an item a line. */
const ordering: Read = ({ text, format }, line, stem) => {
  const items = text.trim().split('\n').slice(1).map((item) => readText(item, format)).filter((item) => item.text !== '');
  return exchangeQuestion('ordering', line, stem, { items: items.map((item) => item.text), media: items.flatMap(({ media }) => media) });
};
