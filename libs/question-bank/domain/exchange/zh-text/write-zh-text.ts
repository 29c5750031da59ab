import { trackNames } from '@skillhall/directory/domain';
import { optionKeys } from '../../question.js';
import type { ExchangeQuestion, Writing } from '../exchange-question.js';
import { loseWhatIsNotHeld, writeEach, type Lose } from '../writing.js';
import { readZhText } from './read-zh-text.js';
import { comparable, saidOf, titleOf } from './said.js';

const holds = { number: true, category: true, classification: true, media: true, explanation: true, unit: true, rubric: true, modelAnswer: true } as const;

const field = (name: string, said: string | null): string[] => (said === null || said === '' ? [] : [`${name}：${said}`]);

function about({ explanation, clause, difficulty, competency, track, category, number, media }: ExchangeQuestion): string[] {
  return [
    ...[...field('解析', explanation), ...field('依据', clause), ...field('难度', difficulty === null ? null : String(difficulty)), ...field('能力项', competency)],
    ...[...field('类别', track && trackNames[track]['zh-CN']), ...field('章节', category), ...field('题号', number), ...field('图片', media.map(({ name }) => name).join('；'))],
  ];
}

/** The lines of a question; null where it has more options than there are letters. */
function block(question: ExchangeQuestion, mark: string): string[] | null {
  const said = saidOf(question);
  const parts = partLines(question);
  if (!said || !parts) return null;
  const options = said.options.map((text, index) => `${optionKeys[index]}、${text}`);
  const answers = [...field('变量', said.variables), ...field('公式', said.formula), ...field('答案', said.answer), ...field('评分标准', said.rubric), ...field('计分规则', said.rule)];
  // What is said of a case stands before its parts, or it would be said of the last of them.
  return [`${mark}${said.stem}`, ...options, ...answers, ...about(question), ...parts];
}

/** The questions of a case, each with its type in brackets. */
export function partLines({ parts }: ExchangeQuestion): string[] | null {
  const lines = parts.map((part, index) => block(part, `（${index + 1}）（${titleOf(part)}）`));
  return lines.every((each) => each !== null) ? lines.flat() : null;
}

export function loseInTexts(question: ExchangeQuestion, lose: Lose): void {
  loseWhatIsNotHeld(question, holds, lose);
  if (question.anyOrder) lose('any-order');
  for (const part of question.parts) loseInTexts(part, lose);
}

/** Whether the reader understands the block as the question that it is; text may hold what looks like signs of the format. */
function readsSo(question: ExchangeQuestion, lines: readonly string[]): boolean {
  const { questions, problems } = readZhText(`一、${titleOf(question)}\n${lines.join('\n')}\n`);
  return problems.length === 0 && questions.length === 1 && JSON.stringify(comparable(questions[0]!)) === JSON.stringify(comparable(question));
}

const numerals = '〇一二三四五六七八九';
const counted = (count: number): string => (count < 10 ? numerals[count]! : count < 100 ? `${count < 20 ? '' : numerals[Math.floor(count / 10)]}十${count % 10 ? numerals[count % 10] : ''}` : [...String(count)].map((digit) => numerals[Number(digit)]).join(''));

/** Questions as plain text under headings of their types, the key in a line below each. */
export function writeZhText(questions: readonly ExchangeQuestion[]): Writing {
  let [sections, number, type] = [0, 0, ''];
  return writeEach(questions, (question, lose) => {
    const begins = question.type !== type;
    const lines = block(question, `${begins ? 1 : number + 1}、`);
    if (!lines) return null;
    loseInTexts(question, lose);
    if (!readsSo(question, lines)) lose('reads-otherwise');
    number = begins ? 1 : number + 1;
    type = question.type;
    return `${begins ? `${counted(++sections)}、${titleOf(question)}\n\n` : ''}${lines.join('\n')}\n\n`;
  });
}
