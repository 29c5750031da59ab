import { part, type Line } from './lines.js';

/** Lines that say something of the question above them: 答案：B, 【解析】…, 难度：易. */
export type FieldName = 'answer' | 'explanation' | 'clause' | 'difficulty' | 'score' | 'competency' | 'track' | 'category' | 'rubric' | 'number' | 'variables' | 'formula' | 'media' | 'rule';

const words: Readonly<Record<FieldName, string>> = {
  answer: '(?:参考|參考|正确|正確|标准|標準)?答案(?:[为為是](?=\\s*:))?|(?:答案|参考|參考|答题|答題)要点|(?:答案|參考|答題)要點|解答',
  explanation: '(?:答案|试题|試題|题目|題目)?(?:解析|详解|詳解)|解释|解釋|说明解析',
  clause: '(?:法规|法規|政策|出题|命题|条款|條款)?依据|依據|条款|條款|出处|出處|来源|來源',
  difficulty: '难度(?:系数|等级)?|难易(?:程)?度|難度|難易(?:程)?度',
  score: '分值|分数|分數|配分',
  competency: '能力项|能力項|知识点|知識點|考点|考點',
  track: '培训类别|培訓類別|訓練類別|类别|類別',
  category: '章节|章節|分类|分類',
  rubric: '评分标准|评分细则|评分要点|得分点|評分標準|評分細則',
  number: '题号|題號|试题编号|題目編號',
  variables: '变量|變量|變數',
  formula: '公式',
  media: '图片|圖片|附件',
  rule: '计分规则|計分規則',
};
const names = Object.keys(words) as FieldName[];
const anyWord = names.map((name) => `(?<${name}>${words[name]})`).join('|');
const atStart = new RegExp(`^(?:[【\\[]\\s*(?:${anyWord})\\s*[】\\]]\\s*:?|(?:${anyWord.replaceAll('(?<', '(?<b_')})\\s*:)\\s*`);
const bareAnswer = /^(?:[【[]\s*答\s*[】\]]\s*:?|[答解]\s*:|(?:Answer|ANSWER|Key)\s*:|(?:参考|參考|正确|正確|标准|標準)?答案[为為是]?\s*(?=[A-L√×]|$))\s*/;
const inside = new RegExp(`\\(\\s*(?<c_answer>${words.answer})\\s*:\\s*|[【\\[]\\s*(?:${anyWord})\\s*[】\\]]\\s*:?\\s*|(?<=[\\s。.;；,)】\\]A-L√×对错對錯确確误誤])(?:${anyWord.replaceAll('(?<', '(?<b_')})\\s*:\\s*`, 'g');

const nameIn = (groups: Readonly<Record<string, string | undefined>>): FieldName => names.find((name) => groups[name] !== undefined || groups[`b_${name}`] !== undefined || groups[`c_${name}`] !== undefined)!;

export interface FieldStart {
  readonly name: FieldName;
  readonly rest: Line;
}

/** The field that a line opens. */
export function fieldAt(line: Line): FieldStart | undefined {
  const found = atStart.exec(line.norm);
  if (found) return { name: nameIn(found.groups!), rest: part(line, found[0].length) };
  const answer = bareAnswer.exec(line.norm);
  return answer ? { name: 'answer', rest: part(line, answer[0].length) } : undefined;
}

export interface FieldPart {
  /** Null: what stands before the first field. */
  readonly name: FieldName | null;
  readonly text: Line;
}

/** Takes a line apart where further fields begin in it: B 解析：… 难度：易. */
export function splitFields(line: Line, first: FieldName | null): FieldPart[] {
  const parts: FieldPart[] = [];
  let [from, name, end] = [0, first, line.raw.length];
  for (const found of line.norm.matchAll(inside)) {
    const next = nameIn(found.groups!);
    // In the text of a question only an answer may begin, or what stands in 【】; 依据： may well be part of a sentence.
    if (name === null && next !== 'answer' && !/^[【[]/.test(found[0])) continue;
    parts.push({ name, text: part(line, from, found.index) });
    [from, name] = [found.index + found[0].length, next];
    // （答案：B）
    const close = found[0].startsWith('(') ? /\)\s*[。.]?$/.exec(line.norm) : null;
    if (close) end = close.index;
  }
  return [...parts, { name, text: part(line, from, Math.max(from, end)) }];
}
