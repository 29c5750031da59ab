import { type Track, trackNames } from '@skillhall/directory/domain';
import { err, ok } from '@skillhall/kernel';
import { type Cell, type Column, defineColumns, identifier, integer, oneOf, type Parser, shown, text } from '@skillhall/platform/tabular';
import type { QuestionType } from '../../domain/index.js';

/** The same parser with a code that says precisely what is wrong. */
function saying<T>(parse: Parser<T>, code: string): Parser<T> {
  const read = (cell: Cell) => {
    const result = parse(cell);
    return result.ok ? result : err(code);
  };
  return Object.assign(read, parse.allowed && { allowed: parse.allowed });
}

const typeWords: Readonly<Record<Extract<QuestionType, 'single' | 'multiple' | 'trueFalse'>, readonly string[]>> = {
  single: ['单选题', '单选', '单项选择题', '单项选择', '單選題', '單選', '單一選擇題', 'single choice', 'single answer'],
  multiple: ['多选题', '多选', '多项选择题', '多项选择', '不定项选择题', '複選題', '複選', '多選題', '多選', 'multiple choice', 'multiple answer', 'multiple answers'],
  trueFalse: ['判断题', '判断', '是非题', '是非', '判斷題', '判斷', '是非題', 'true/false', 'true or false', 'tf'],
};

const trackWords: Readonly<Record<Track, readonly string[]>> = {
  ethics: Object.values(trackNames.ethics),
  law: Object.values(trackNames.law),
  communication: Object.values(trackNames.communication),
  business: Object.values(trackNames.business),
};

const words: Readonly<Record<string, number>> = { 易: 1, 容易: 1, 简单: 1, 簡單: 1, easy: 1, 较易: 2, 較易: 2, 中: 3, 中等: 3, medium: 3, 较难: 4, 較難: 4, 难: 5, 難: 5, 困难: 5, 困難: 5, hard: 5 };

const level: Parser<number> = (cell) => {
  const word = words[shown(cell).trim().toLowerCase()];
  if (word !== undefined) return ok(word);
  const read = integer(cell);
  return read.ok && read.value >= 1 && read.value <= 5 ? read : err('bad-difficulty');
};

const number: Parser<string> = (cell) => {
  const read = identifier(cell);
  return read.ok && read.value.length > 40 ? err('number-too-long') : read;
};

const option = <const K extends string>(key: K): Column<string> & { readonly required: false } => ({
  titles: [`选项${key}`, `選項${key}`, `答案选项${key}`, `备选答案${key}`, `option ${key}`, key],
  required: false,
  parse: text,
});

/** The columns of a question list. */
export const questionColumns = defineColumns({
  number: { titles: ['题号', '题目编号', '试题编号', '编号', '題號', '題目編號', '試題編號', 'question number', 'number', 'code'], required: true, missing: 'missing-number', parse: number },
  type: { titles: ['题型', '题目类型', '试题类型', '題型', '題目類型', 'question type', 'type'], required: true, missing: 'missing-type', parse: saying(oneOf(typeWords), 'unknown-type') },
  stem: { titles: ['题干', '题目', '题目内容', '试题内容', '題幹', '題目', '題目內容', 'question', 'question text', 'stem'], required: true, missing: 'missing-stem', parse: text },
  optionA: option('A'),
  optionB: option('B'),
  optionC: option('C'),
  optionD: option('D'),
  optionE: option('E'),
  optionF: option('F'),
  answer: { titles: ['答案', '正确答案', '标准答案', '參考答案', '参考答案', '正確答案', '標準答案', 'answer', 'key', 'correct answer'], required: true, missing: 'missing-answer', parse: text },
  explanation: { titles: ['解析', '答案解析', '试题解析', '試題解析', 'explanation'], parse: text },
  track: { titles: ['类别', '培训类别', '類別', '培訓類別', '訓練類別', 'track'], parse: saying(oneOf(trackWords), 'unknown-track') },
  competency: { titles: ['能力项', '能力项编码', '能力項', '能力項編碼', 'competency'], parse: identifier },
  difficulty: { titles: ['难度', '难度系数', '難度', 'difficulty'], parse: level },
  clause: { titles: ['条款', '依据', '条款依据', '條款', '依據', 'clause', 'regulation'], parse: text },
});
export type QuestionColumns = typeof questionColumns;
