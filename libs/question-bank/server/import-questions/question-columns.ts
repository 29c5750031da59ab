import { type Track, trackNames } from '@skillhall/directory/domain';
import { err, ok } from '@skillhall/kernel';
import { type Cell, type Column, defineColumns, identifier, oneOf, type Parser, shown, text } from '@skillhall/platform/tabular';
import { difficultyOf, optionKeys, ruleWords, typeWords } from '../../domain/index.js';

/** The same parser with a code that says precisely what is wrong. */
function saying<T>(parse: Parser<T>, code: string): Parser<T> {
  const read = (cell: Cell) => {
    const result = parse(cell);
    return result.ok ? result : err(code);
  };
  return Object.assign(read, parse.allowed && { allowed: parse.allowed });
}

const trackWords: Readonly<Record<Track, readonly string[]>> = {
  ethics: Object.values(trackNames.ethics),
  law: Object.values(trackNames.law),
  communication: Object.values(trackNames.communication),
  business: Object.values(trackNames.business),
};

const level: Parser<number> = (cell) => {
  const read = difficultyOf(shown(cell));
  return read === undefined ? err('bad-difficulty') : ok(read);
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

/** The columns of a question list. Lists of the first template, up to 条款, are read as they always were. */
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
  answer: { titles: ['答案', '正确答案', '标准答案', '參考答案', '参考答案', '正確答案', '標準答案', 'answer', 'key', 'correct answer'], needed: true, parse: text },
  explanation: { titles: ['解析', '答案解析', '试题解析', '試題解析', 'explanation'], parse: text },
  track: { titles: ['类别', '培训类别', '類別', '培訓類別', '訓練類別', 'track'], parse: saying(oneOf(trackWords), 'unknown-track') },
  competency: { titles: ['能力项', '能力项编码', '能力項', '能力項編碼', 'competency'], parse: identifier },
  difficulty: { titles: ['难度', '难度系数', '難度', 'difficulty'], parse: level },
  clause: { titles: ['条款', '依据', '条款依据', '條款', '依據', 'clause', 'regulation'], parse: text },
  optionG: option('G'),
  optionH: option('H'),
  optionI: option('I'),
  optionJ: option('J'),
  optionK: option('K'),
  optionL: option('L'),
  rule: { titles: ['计分规则', '計分規則', 'scoring rule'], parse: saying(oneOf(ruleWords), 'unknown-rule') },
  rubric: { titles: ['评分标准', '评分细则', '評分標準', '評分細則', 'rubric'], note: '简答题的得分点，例如：说明流程（3分）；态度得体（2分）', parse: text },
  variables: { titles: ['变量', '變數', 'variables'], note: '计算题每次抽取的数，例如：kwh=100~300/10', parse: text },
  formula: { titles: ['公式', 'formula'], note: '计算题的结果，例如：kwh*0.5 ±0.01 保留2位 [元]', parse: text },
  parts: { titles: ['小题', '小題', 'parts'], note: '案例分析题的小题，一格内分行书写：（1）题目、选项、答案', parse: text },
  category: { titles: ['章节', '分类', '章節', '分類', 'category', 'chapter'], parse: text },
  media: { titles: ['图片', '附件', '圖片', 'media', 'pictures'], note: '图片或录音的文件名，用分号隔开', parse: text },
});
export type QuestionColumns = typeof questionColumns;

type OptionField = `option${(typeof optionKeys)[number]}`;

/** The texts of the options A to L of a row. */
export const optionsIn = (values: Readonly<Record<OptionField, string | null>>): (string | null)[] => optionKeys.map((key) => values[`option${key}`]);
