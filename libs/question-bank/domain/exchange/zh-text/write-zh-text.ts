import { trackNames } from '@skillhall/directory/domain';
import { optionKeys } from '../../question.js';
import { isFormula, isNumber, isText, type ExchangeQuestion, type Writing } from '../exchange-question.js';
import { formulasText, numberText, rubricText, variablesText } from '../formulas.js';
import { ruleWords, typeWords, usualRule } from '../words.js';
import { loseWhatIsNotHeld, writeEach, type Lose } from '../writing.js';
import { readZhText } from './read-zh-text.js';

const holds = { number: true, category: true, classification: true, media: true, explanation: true, unit: true, rubric: true, modelAnswer: true } as const;
export const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫';

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
const optionLines = (texts: readonly string[]): string[] => texts.map((text, index) => `${optionKeys[index]}、${text}`);
const field = (name: string, said: string | null): string[] => (said === null || said === '' ? [] : [`${name}：${said}`]);

/** Lines below the text of a question that say what is chosen from and what is right; null where letters run out. */
function answerLines({ type, options, answers, items, pairs, variables, modelAnswer, rubric }: ExchangeQuestion): string[] | null {
  switch (type) {
    case 'single':
    case 'multiple': {
      const letters = options.flatMap(({ credit }, index) => (credit > 0 ? [optionKeys[index]] : []));
      return options.length > optionKeys.length ? null : [...optionLines(options.map(({ text }) => text)), ...field('答案', letters.join(''))];
    }
    case 'trueFalse':
      return field('答案', options[0] && options[0].credit > 0 ? '正确' : options.length ? '错误' : null);
    case 'fillIn': {
      const count = Math.max(0, ...answers.map(({ blank }) => blank));
      const each = Array.from({ length: count }, (_, index) => answers.filter(({ blank }) => blank === index + 1).map((answer) => (isText(answer) ? answer.text : isNumber(answer) ? String(answer.value) : answer.formula)).join('|'));
      return field('答案', each.join('；'));
    }
    case 'numeric':
      return field('答案', answers.filter(isNumber).map(numberText).join('|'));
    case 'calculation':
      return [...field('变量', variablesText(variables)), ...field('公式', formulasText(answers.filter(isFormula))), ...field('答案', answers.some(isFormula) ? modelAnswer : (modelAnswer ?? answers.filter(isNumber).map(numberText).join('')))];
    case 'ordering': {
      const texts = sorted(items);
      return texts.length > optionKeys.length || texts.length < items.length ? null : [...optionLines(texts), ...field('答案', items.map((item) => optionKeys[texts.indexOf(item)]).join(''))];
    }
    case 'matching': {
      const [texts, asked] = [sorted(pairs.map(({ match }) => match)), pairs.filter(({ prompt }) => prompt !== '')];
      if (texts.length > optionKeys.length || asked.length > circled.length) return null;
      return [...asked.map(({ prompt }, index) => `${circled[index]}${prompt}`), ...optionLines(texts), ...field('答案', asked.map(({ match }, index) => `${circled[index]}-${optionKeys[texts.indexOf(match)]}`).join('；'))];
    }
    case 'shortAnswer':
      return [...field('答案', modelAnswer), ...field('评分标准', rubricText(rubric))];
    case 'case':
      return [];
  }
}

function block(question: ExchangeQuestion, mark: string, tag: string): string[] | null {
  const answers = answerLines(question);
  const parts = question.parts.map((part, index) => block(part, `（${index + 1}）`, `（${typeWords[part.type][0]}）`));
  if (!answers || parts.some((part) => part === null)) return null;
  const { stem, rule, explanation, clause, difficulty, competency, track, category, number, media } = question;
  const about = [
    ...[...field('计分规则', rule && rule !== usualRule(question.type) ? ruleWords[rule][0]! : null), ...field('解析', explanation), ...field('依据', clause), ...field('难度', difficulty === null ? null : String(difficulty))],
    ...[...field('能力项', competency), ...field('类别', track && trackNames[track]['zh-CN']), ...field('章节', category), ...field('题号', number), ...field('图片', media.map(({ name }) => name).join('；'))],
  ];
  // What is said of a case stands before its parts, or it would be said of the last of them.
  return question.type === 'case' ? [`${mark}${tag}${stem}`, ...about, ...parts.flatMap((part) => part!)] : [`${mark}${tag}${stem}`, ...answers, ...about];
}

/** What a plain text can say of a question, so that two can be compared. */
const said = (question: ExchangeQuestion): unknown => ({
  ...question,
  ...{ line: 0, name: null, tags: [], matchCase: false, anyOrder: false, rule: question.rule ?? usualRule(question.type) },
  media: question.media.map(({ name }) => name),
  options: question.options.map(({ text, credit }) => ({ text, right: credit > 0 })),
  answers: question.answers.map(({ feedback: _feedback, credit: _credit, ...answer }) => answer),
  parts: question.parts.map(said),
});

function losses(question: ExchangeQuestion, lose: Lose): void {
  loseWhatIsNotHeld(question, holds, lose);
  if (question.anyOrder) lose('any-order');
  for (const part of question.parts) losses(part, lose);
}

/** Whether the reader understands the block as the question that it is; text may hold what looks like signs of the format. */
function readsSo(question: ExchangeQuestion, title: string, lines: readonly string[]): boolean {
  const { questions, problems } = readZhText(`一、${title}\n${lines.join('\n')}\n`);
  return problems.length === 0 && questions.length === 1 && JSON.stringify(said(questions[0]!)) === JSON.stringify(said(question));
}

const numerals = '〇一二三四五六七八九';
const counted = (count: number): string => (count < 10 ? numerals[count]! : count < 100 ? `${count < 20 ? '' : numerals[Math.floor(count / 10)]}十${count % 10 ? numerals[count % 10] : ''}` : [...String(count)].map((digit) => numerals[Number(digit)]).join(''));

/** Questions as plain text under headings of their types, the key in a line below each. */
export function writeZhText(questions: readonly ExchangeQuestion[]): Writing {
  let [sections, number, type] = [0, 0, ''];
  return writeEach(questions, (question, lose) => {
    const begins = question.type !== type;
    const lines = block(question, `${begins ? 1 : number + 1}、`, '');
    if (!lines) return null;
    losses(question, lose);
    const title = typeWords[question.type][0]!;
    if (!readsSo(question, title, lines)) lose('reads-otherwise');
    number = begins ? 1 : number + 1;
    type = question.type;
    return `${begins ? `${counted(++sections)}、${title}\n\n` : ''}${lines.join('\n')}\n\n`;
  });
}
