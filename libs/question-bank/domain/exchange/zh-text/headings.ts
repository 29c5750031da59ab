import type { QuestionType } from '../../question.js';
import { anyChoiceWords, sectionTypeOf, typeWords } from '../words.js';
import { keysOf } from './key-list.js';
import type { Line } from './lines.js';

/** `choice`: the heading leaves open how many are right. */
export type SectionType = QuestionType | 'choice';

const han = [...Object.values(typeWords).flat(), ...anyChoiceWords].filter((word) => /^[\u4e00-\u9fff]+$/.test(word));
const longestFirst = [...new Set(han)].sort((a, b) => b.length - a.length).join('|');

const ordinal = '(?:第?[〇零一二三四五六七八九十百]+(?:部分|大[题題])?[、.:,\\s]*|\\([〇零一二三四五六七八九十百]+\\)[、.:]?\\s*|[IVX]+[、.]\\s*|第\\s*\\d+\\s*部分[、.:]?\\s*)';
const withOrdinal = new RegExp(`^[【\\[]?${ordinal}(${longestFirst})`);
// Without an ordinal only what can hardly begin a sentence may follow.
const alone = new RegExp(`^(?:[【\\[]\\s*(${longestFirst})\\s*[】\\]]|[*#\\s]*(?:\\d{1,2}[、.]\\s*)?(${longestFirst}))\\s*(?:[:。]?$|[:,。]?\\s*[(每共本]|[:,]?\\s*\\d+\\s*[题題道分])`);

export interface Heading {
  readonly type: SectionType;
  /** What stands behind the name of the type. */
  readonly rest: string;
}

/** 一、单项选择题（每题2分） and the like. */
export function heading({ norm }: Line): Heading | undefined {
  const found = withOrdinal.exec(norm) ?? alone.exec(norm);
  const word = found && (found[1] ?? found[2]);
  if (!word) return undefined;
  const rest = norm.slice(norm.indexOf(word) + word.length);
  // A heading is short, or says in brackets how it is marked.
  const behind = rest.replace(/^\s*\([^)]*\)/, '').replace(/^[\]】:\s]+/, '');
  if (rest.replace(/\([^)]*\)/g, '').length > 60 && !keysOf({ raw: behind, norm: behind, number: 0 })) return undefined;
  return { type: sectionTypeOf(word)!, rest: behind };
}

const tag = new RegExp(`^\\s*[(【\\[]\\s*(${longestFirst})\\s*[)】\\]]\\s*`);

/** A type in brackets before a question: （多选题）… */
export function typeTag({ norm }: Line): { type: SectionType; length: number } | undefined {
  const found = tag.exec(norm);
  return found ? { type: sectionTypeOf(found[1]!)!, length: found[0].length } : undefined;
}

/** 参考答案, 答案及解析 and the like, on a line of their own: a list of keys begins. */
export const keyHeading = ({ norm }: Line): boolean =>
  /^(?:附[录:件]*\s*)?(?:第?[一二三四五六七八九十]+(?:部分)?[、.]\s*)?[【[]?(?:参考|參考|正确|正確|标准|標準|各题|试题|試題)*答案(?:[及与和與](?:解析|详解|詳解|评分标准|評分標準))?(?:部分|[页頁]|表)?[】\]]?\s*:?$/.test(norm) ||
  (norm.length <= 25 && /^[^\d][\u4e00-\u9fff\s《》“”()]*(?:参考|參考|标准|標準)答案(?:及解析)?:?$/.test(norm));

const caseStart = /^(?:[【[]\s*(?:案例|材料|背景|情景|情境)(?:分析|资料|資料|材料)?\s*(?:[一二三四五六七八九十]+|\d+)?\s*[】\]]\s*[:、.]?|(?:案例|材料|背景资料|背景資料|情景|情境)(?:分析)?\s*(?:[一二三四五六七八九十]+|\d+)\s*(?:[:、.)\s]|$)|(?:案例|背景资料|背景資料|案例材料)\s*:)\s*/;

/** Length of 【案例一】 and the like at the start of a line; 0 where there is none. */
export const caseMark = ({ norm }: Line): number => caseStart.exec(norm)?.[0].length ?? 0;
