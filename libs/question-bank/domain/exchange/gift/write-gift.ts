import { tidyNumber } from '../../plain.js';
import { keepsRule, weightsOf } from '../choices.js';
import { blankSign, isNumber, isText, type ExchangeOption, type ExchangeQuestion, type Writing } from '../exchange-question.js';
import { tagsOf } from '../tags.js';
import { asNumber, loseWhatIsNotHeld, partsAlone, writeEach, type Lose } from '../writing.js';
import { choiceRules } from '../../key.js';
import { escapeGift } from './gift-text.js';

const holds = { number: true, name: true, category: true, classification: true, tags: true, explanation: true, feedback: true, partialCredit: true } as const;

const percent = (credit: number): string => `%${tidyNumber(Math.round(credit * 1e7) / 1e5)}%`;
/** A text that looks like a mark of format or weight gets one before it. */
const text = (said: string): string => (/^\s*\[(?:moodle|html|markdown|plain)\]/i.test(said) ? '[markdown]' : '') + escapeGift(said);
const feedback = (said: string | undefined): string => (said === undefined ? '' : `#${text(said)}`);
const general = ({ explanation, modelAnswer }: ExchangeQuestion): string => {
  const said = [explanation, modelAnswer].filter((each) => each !== null).join('\n');
  return said === '' ? '' : `####${text(said)}`;
};

function option({ text: said, credit, feedback: told }: ExchangeOption, single: boolean): string {
  const sign = single && credit === 1 ? '=' : '~';
  const weight = (sign === '=' || credit === 0) && !/^\s*%/.test(said) ? '' : percent(credit);
  return `\t${sign}${weight}${text(said)}${feedback(told)}\n`;
}

function choice(question: ExchangeQuestion, lose: Lose): string {
  const { type, options, rule } = question;
  const single = type === 'single';
  const known = choiceRules.find((each) => each === rule) ?? 'allOrNothing';
  if (!single && !keepsRule(options, known)) lose('rule');
  const weighed = single ? options : weightsOf(options, known);
  return `{\n${weighed.map((each) => option(each, single)).join('')}${lineOf(general(question))}}`;
}

const lineOf = (said: string): string => (said === '' ? '' : `\t${said}\n`);

function truth(question: ExchangeQuestion): string {
  const [yes, no] = question.options;
  const right = (yes?.credit ?? 0) > 0 ? yes : no;
  const wrong = right === yes ? no : yes;
  const told = right?.feedback === undefined ? feedback(wrong?.feedback) : `#${text(wrong?.feedback ?? '')}${feedback(right.feedback)}`;
  return `{${right === yes ? 'TRUE' : 'FALSE'}${told}${general(question)}}`;
}

const noArrow = (said: string, lose: Lose): string => {
  if (said.includes('->')) lose('arrow-changed');
  return said.replaceAll('->', '→');
};

function words(question: ExchangeQuestion, lose: Lose): string | null {
  if (question.answers.some(({ blank }) => blank > 1)) return null;
  const answers = question.answers.map((answer) => `\t=${percent(answer.credit)}${text(noArrow(isText(answer) ? answer.text : String('value' in answer ? answer.value : answer.formula), lose))}${feedback(answer.feedback)}\n`);
  return `{\n${answers.join('')}${lineOf(general(question))}}`;
}

function numbers(question: ExchangeQuestion): string | null {
  const answers = question.answers.filter(isNumber).map(({ value, tolerance, credit, feedback: told }) => `\t=${percent(credit)}${value}:${tolerance}${feedback(told)}\n`);
  return answers.length ? `{#\n${answers.join('')}${lineOf(general(question))}}` : null;
}

function pairs(question: ExchangeQuestion, lose: Lose): string {
  if (question.rule === 'allOrNothing') lose('rule');
  return `{\n${question.pairs.map(({ prompt, match }) => `\t=${text(noArrow(prompt, lose))} -> ${text(match)}\n`).join('')}${lineOf(general(question))}}`;
}

function section(question: ExchangeQuestion, lose: Lose): string | null {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return choice(question, lose);
    case 'trueFalse':
      return truth(question);
    case 'fillIn':
      return words(question, lose);
    case 'numeric':
      return numbers(question);
    case 'matching':
      return pairs(question, lose);
    case 'shortAnswer':
      return `{${general(question)}}`;
    default:
      return null;
  }
}

/** Stem and answers; a blank within the stem is where the answers stand. */
function placed(stem: string, answers: string, type: ExchangeQuestion['type']): string {
  const at = type === 'fillIn' || type === 'numeric' ? stem.indexOf(blankSign) : -1;
  const rest = at < 0 ? '' : stem.slice(at + blankSign.length);
  if (at < 0 || rest.trim() === '' || rest.includes(blankSign)) return `[markdown]${escapeGift(stem)}${answers}`;
  return `[markdown]${escapeGift(stem.slice(0, at))}${answers}${escapeGift(rest)}`;
}

function one(question: ExchangeQuestion, lose: Lose): string | null {
  if (question.type === 'case') {
    lose('case-divided');
    return partsAlone(question).map((part) => one(part, lose) ?? (lose('not-written'), '')).join('');
  }
  if (question.type === 'calculation') {
    const number = asNumber(question);
    if (!number) return null;
    lose('calculation-as-number');
    return one(number, lose);
  }
  const answers = section(question, lose);
  if (answers === null) return null;
  loseWhatIsNotHeld(question, holds, lose);
  const marks = [...(question.number === null ? [] : [`id:${question.number}`]), ...tagsOf(question).map((tag) => `tag:${tag}`)].map((mark) => `[${mark.replaceAll(']', '\\]').replace(/\s+/g, ' ')}]`);
  const name = question.name === null ? '' : `::${escapeGift(question.name.replace(/\s+/g, ' '))}::`;
  return `${marks.length ? `// ${marks.join(' ')}\n` : ''}${name}${placed(question.stem, answers, question.type)}\n\n`;
}

/** Questions in GIFT. Cases come apart; ordering, formulas and several blanks in one question it does not know. */
export function writeGift(questions: readonly ExchangeQuestion[]): Writing {
  let category: string | null = null;
  return writeEach(questions, (question, lose) => {
    const written = one(question, lose);
    if (written === null || question.category === category) return written;
    category = question.category;
    return `$CATEGORY: $course$/top${category === null ? '' : `/${escapeGift(category)}`}\n\n${written}`;
  });
}
