import { halfWidth } from '../plain.js';
import type { ScoringRule } from '../key.js';
import type { QuestionType } from '../question.js';

/** What question types are called, the usual name first. 选择题 alone leaves open how many are right. */
export const typeWords: Readonly<Record<QuestionType, readonly string[]>> = {
  single: ['单选题', '单选', '单项选择题', '单项选择', '單選題', '單選', '單項選擇題', '單一選擇題', 'single choice', 'single answer'],
  multiple: ['多选题', '多选', '多项选择题', '多项选择', '不定项选择题', '不定项选择', '複選題', '複選', '多選題', '多選', '多項選擇題', '不定項選擇題', 'multiple choice', 'multiple answer', 'multiple answers'],
  trueFalse: ['判断题', '判断', '判断正误题', '判断正误', '对错题', '是非题', '是非', '判斷題', '判斷', '是非題', 'true/false', 'true or false', 'tf'],
  fillIn: ['填空题', '填空', '填空題', '填充題', 'fill in', 'fill in the blank', 'short text'],
  numeric: ['数值题', '数值填空题', '數值題', 'numeric', 'numerical'],
  ordering: ['排序题', '排序', '排序題', 'ordering'],
  matching: ['配对题', '匹配题', '连线题', '配對題', '連連看', '連線題', 'matching'],
  shortAnswer: ['简答题', '简答', '问答题', '论述题', '名词解释题', '名词解释', '简述题', '简答', '簡答題', '問答題', '論述題', '申論題', '名詞解釋', 'short answer', 'essay'],
  calculation: ['计算题', '计算', '計算題', 'calculation'],
  case: ['案例分析题', '案例题', '案例分析', '综合分析题', '材料分析题', '材料题', '情景分析题', '案例分析題', '案例題', '情境分析題', 'case'],
};
export const anyChoiceWords = ['选择题', '選擇題', '客观题', '選擇'] as const;

const levels: Readonly<Record<string, number>> = {
  ...{ 易: 1, 容易: 1, 简单: 1, 簡單: 1, 低: 1, easy: 1, 较易: 2, 較易: 2, 中: 3, 中等: 3, 一般: 3, medium: 3 },
  ...{ 较难: 4, 較難: 4, 难: 5, 難: 5, 困难: 5, 困難: 5, 高: 5, hard: 5 },
};

/** A difficulty from 1 to 5 as people write it: a word, a number or stars. */
export function difficultyOf(text: string): number | undefined {
  const plain = halfWidth(text).trim().toLowerCase();
  if (Object.hasOwn(levels, plain)) return levels[plain];
  if (/^[★*]{1,5}☆{0,4}$/.test(plain)) return plain.replaceAll('☆', '').length;
  return /^[1-5](\.0+)?$/.test(plain) ? Number(plain) : undefined;
}

/** What the rules of credit are called in tables and texts. */
export const ruleWords: Readonly<Record<ScoringRule, readonly string[]>> = {
  allOrNothing: ['全对才得分', '全對才得分', 'all or nothing'],
  missingProportional: ['少选按比例得分', '少選按比例得分', 'missing proportional'],
  missingHalf: ['少选得一半', '少選得一半', 'missing half'],
  perOption: ['按选项得分', '按選項得分', 'per option'],
  perPlace: ['按位置得分', '依位置得分', 'per place'],
};

export const ruleOf = (text: string): ScoringRule | undefined => (Object.keys(ruleWords) as ScoringRule[]).find((rule) => ruleWords[rule].includes(text.trim().toLowerCase()));

/** The rule of credit that holds where a file says none. */
export const usualRule = (type: QuestionType): ScoringRule => (type === 'matching' ? 'perPlace' : 'allOrNothing');

const types = new Map<string, QuestionType | 'choice'>([
  ...Object.entries(typeWords).flatMap(([type, words]) => [type, ...words].map((word): [string, QuestionType] => [word.toLowerCase(), type as QuestionType])),
  ...anyChoiceWords.map((word): [string, 'choice'] => [word, 'choice']),
]);

/** The type that a word names; `choice` where it leaves open how many options are right. */
export const sectionTypeOf = (word: string): QuestionType | 'choice' | undefined => types.get(word.trim().toLowerCase());
