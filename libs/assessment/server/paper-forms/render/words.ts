import { type Locale, type Phrase, type PhraseValues, say } from '@skillhall/kernel';

/** What is printed on papers beside the questions. */
const words = {
  paper: { 'zh-CN': '试卷', 'zh-TW': '試卷', en: 'Paper' },
  answerSheet: { 'zh-CN': '答题卡', 'zh-TW': '答案卡', en: 'Answer sheet' },
  keys: { 'zh-CN': '标准答案', 'zh-TW': '標準答案', en: 'Key' },
  form: { 'zh-CN': '{{form}}卷', 'zh-TW': '{{form}}卷', en: 'Form {{form}}' },
  facts: { 'zh-CN': '共 {{questions}} 题，满分 {{marks}} 分，{{minutes}} 分钟', 'zh-TW': '共 {{questions}} 題，滿分 {{marks}} 分，{{minutes}} 分鐘', en: '{{questions}} questions, {{marks}} marks, {{minutes}} minutes' },
  name: { 'zh-CN': '姓名', 'zh-TW': '姓名', en: 'Name' },
  staffNumber: { 'zh-CN': '工号', 'zh-TW': '員工編號', en: 'Staff number' },
  unit: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'Unit' },
  writeOnSheet: { 'zh-CN': '请把答案写在答题卡上，写在试卷上的不计分。', 'zh-TW': '請把答案寫在答案卡上，寫在試卷上的不計分。', en: 'Write your answers on the answer sheet; what is written here does not count.' },
  section: { 'zh-CN': '{{title}}（共 {{questions}} 题，{{marks}} 分）', 'zh-TW': '{{title}}（共 {{questions}} 題，{{marks}} 分）', en: '{{title}} ({{questions}} questions, {{marks}} marks)' },
  marks: { 'zh-CN': '（{{marks}} 分）', 'zh-TW': '（{{marks}} 分）', en: ' ({{marks}})' },
  page: { 'zh-CN': '{{form}}　第 {{page}} 页，共 {{pages}} 页', 'zh-TW': '{{form}}　第 {{page}} 頁，共 {{pages}} 頁', en: '{{form}}   Page {{page}} of {{pages}}' },
  case: { 'zh-CN': '阅读下面的材料，回答后面的小题。', 'zh-TW': '閱讀下面的材料，回答後面的小題。', en: 'Read this, then answer the questions below it.' },
  picture: { 'zh-CN': '【图：{{name}}】', 'zh-TW': '【圖：{{name}}】', en: '[Picture: {{name}}]' },
  recording: { 'zh-CN': '【录音：{{name}}，由监考人员播放】', 'zh-TW': '【錄音：{{name}}，由監考人員播放】', en: '[Recording: {{name}}, played by the invigilator]' },
  'type-single': { 'zh-CN': '单选', 'zh-TW': '單選', en: 'One answer' },
  'type-multiple': { 'zh-CN': '多选', 'zh-TW': '複選', en: 'Several answers' },
  'type-trueFalse': { 'zh-CN': '判断', 'zh-TW': '是非', en: 'True or false' },
  'type-fillIn': { 'zh-CN': '填空', 'zh-TW': '填充', en: 'Fill in' },
  'type-numeric': { 'zh-CN': '数值', 'zh-TW': '數值', en: 'A number' },
  'type-ordering': { 'zh-CN': '排序', 'zh-TW': '排序', en: 'Put in order' },
  'type-matching': { 'zh-CN': '配对', 'zh-TW': '配合', en: 'Match' },
  'type-shortAnswer': { 'zh-CN': '简答', 'zh-TW': '簡答', en: 'Short answer' },
  'type-calculation': { 'zh-CN': '计算', 'zh-TW': '計算', en: 'Calculation' },
  'type-case': { 'zh-CN': '案例', 'zh-TW': '案例', en: 'Case' },
  fillBubbles: {
    'zh-CN': '选择题涂黑所选字母；改动时擦净或划掉再涂。卷别和工号必须填写，卷别写错会按错的卷评分。',
    'zh-TW': '選擇題塗黑所選字母；更改時擦淨或劃掉再塗。卷別和員工編號必須填寫，卷別寫錯會按錯的卷評分。',
    en: 'Fill in the letters you choose; rub or cross out to change. Form and staff number are needed: a wrong form is marked as that form.',
  },
  inOrder: { 'zh-CN': '（按先后写字母）', 'zh-TW': '（按先後寫字母）', en: '(letters in order)' },
  secret: { 'zh-CN': '机密：只供阅卷，考试结束前不得外传', 'zh-TW': '機密：僅供閱卷，考試結束前不得外傳', en: 'Secret: for markers only, not to leave their hands before the exam is over' },
  number: { 'zh-CN': '题号', 'zh-TW': '題號', en: 'No.' },
  type: { 'zh-CN': '题型', 'zh-TW': '題型', en: 'Type' },
  markColumn: { 'zh-CN': '分值', 'zh-TW': '配分', en: 'Marks' },
  answer: { 'zh-CN': '答案', 'zh-TW': '答案', en: 'Answer' },
  explanation: { 'zh-CN': '评分和解析', 'zh-TW': '評分和解析', en: 'Marking and explanation' },
  criterion: { 'zh-CN': '{{text}}：{{marks}} 分', 'zh-TW': '{{text}}：{{marks}} 分', en: '{{text}}: {{marks}}' },
  tolerance: { 'zh-CN': '（±{{tolerance}}）', 'zh-TW': '（±{{tolerance}}）', en: ' (±{{tolerance}})' },
} as const satisfies Record<string, Phrase>;

export type PrintWord = keyof typeof words;
export type Say = (word: PrintWord, values?: PhraseValues) => string;

export const sayIn =
  (locale: Locale): Say =>
  (word, values) =>
    say(words[word], locale, values);
