import { defineErrors } from '@skillhall/kernel';
import { contentErrors } from './content-errors.js';

export const questionErrors = defineErrors({
  KEY_WITHHELD: {
    'zh-CN': '您正在作答的试卷里有这道题，交卷后才能看答案和解析。',
    'zh-TW': '您正在作答的試卷裡有這道題，交卷後才能看答案和解析。',
    en: 'A paper you are working on asks this question; hand it in to see key and explanation.',
  },
  QUESTION_INVALID: {
    'zh-CN': '这道题还有{{count}}处要改，改好再保存。',
    'zh-TW': '這道題還有{{count}}處要改，改好再儲存。',
    en: 'There is something to put right in this question ({{count}}) before it can be saved.',
  },
  VERSION_CONFLICT: {
    'zh-CN': '{{name}}在您打开之后保存了第{{version}}版。您写的内容还在，请先看看那一版再决定。',
    'zh-TW': '{{name}}在您開啟之後儲存了第{{version}}版。您寫的內容還在，請先看看那一版再決定。',
    en: '{{name}} saved version {{version}} after you opened the question. What you wrote is still here; look at that version first.',
  },
  NUMBER_TAKEN: {
    'zh-CN': '题号“{{text}}”已经有题目在用，请换一个。',
    'zh-TW': '題號「{{text}}」已經有題目在用，請換一個。',
    en: 'Number “{{text}}” is in use; choose another.',
  },
  STEP_NOT_POSSIBLE: {
    'zh-CN': '这道题现在的状态不能这样做，可能别人刚处理过。请刷新后再看。',
    'zh-TW': '這道題目前的狀態不能這樣做，可能別人剛處理過。請重新整理後再看。',
    en: 'The question is in a state that does not allow this; somebody may just have dealt with it. Reload and look again.',
  },
  OWN_VERSION: {
    'zh-CN': '这一版里有您自己写的内容，要由另一个人来审。',
    'zh-TW': '這一版裡有您自己寫的內容，要由另一個人來審。',
    en: 'You wrote part of this version; somebody else has to review it.',
  },
  VERSION_OUTDATED: {
    'zh-CN': '您看的不是最新一版，请先看新的一版。',
    'zh-TW': '您看的不是最新一版，請先看新的一版。',
    en: 'What you saw is not the latest version; look at the newer one first.',
  },
  COMMENT_NEEDED: {
    'zh-CN': '请写明理由，作者才知道怎么改。',
    'zh-TW': '請寫明理由，作者才知道怎麼改。',
    en: 'Please say why, so that the author knows what to change.',
  },
  SELECTION_CHANGED: {
    'zh-CN': '符合条件的题目由{{expected}}道变成了{{found}}道，什么都没有改。请看过再来。',
    'zh-TW': '符合條件的題目由{{expected}}道變成了{{found}}道，什麼都沒有改。請看過再來。',
    en: 'The selection has changed from {{expected}} to {{found}} questions; nothing was done. Look at it again first.',
  },
  TOO_MANY_QUESTIONS: {
    'zh-CN': '一次最多处理{{most}}道题，请先缩小范围。',
    'zh-TW': '一次最多處理{{most}}道題，請先縮小範圍。',
    en: 'At most {{most}} questions can be changed at a time; narrow it down first.',
  },
  CATEGORY_NAME_TAKEN: {
    'zh-CN': '同一级里已经有“{{text}}”。',
    'zh-TW': '同一層裡已經有「{{text}}」。',
    en: 'There is a category “{{text}}” in this place.',
  },
  CATEGORY_IN_USE: {
    'zh-CN': '这个分类里还有{{questions}}道题、{{categories}}个下级分类，先移走或合并。',
    'zh-TW': '這個分類裡還有{{questions}}道題、{{categories}}個下層分類，先移走或合併。',
    en: 'The category still holds {{questions}} questions and {{categories}} categories; move or merge them first.',
  },
  CATEGORY_OF_OTHER_UNIT: {
    'zh-CN': '这个分类属于另一个单位，这道题不能放进去。',
    'zh-TW': '這個分類屬於另一個單位，這道題不能放進去。',
    en: 'The category belongs to another unit; the question cannot lie in it.',
  },
  CATEGORY_OUT_OF_PLACE: {
    'zh-CN': '分类不能放到这里：不能放进自己下面，也不能换到别的单位。',
    'zh-TW': '分類不能放到這裡：不能放進自己下面，也不能換到別的單位。',
    en: 'The category cannot go there: not below itself, and not to another unit.',
  },
});

/** What may be wrong with a row of a question list. */
export const questionImportErrors = defineErrors({
  ...contentErrors,
  'missing-number': { 'zh-CN': '缺少题号。', 'zh-TW': '缺少題號。', en: 'The question number is missing.' },
  'number-too-long': { 'zh-CN': '题号最长40个字符。', 'zh-TW': '題號最長40個字元。', en: 'A question number holds 40 characters at most.' },
  'duplicate-number': {
    'zh-CN': '题号“{{text}}”在第{{first}}行已经出现过，以那一行为准。',
    'zh-TW': '題號「{{text}}」在第{{first}}列已經出現過，以那一列為準。',
    en: 'Number “{{text}}” already stands in row {{first}}; that row is used.',
  },
  'repeated-question': {
    'zh-CN': '与第{{first}}行的题完全一样，以那一道为准。',
    'zh-TW': '與第{{first}}列的題目完全一樣，以那一道為準。',
    en: 'The same question already stands in line {{first}}; that one is used.',
  },
  'category-too-deep': {
    'zh-CN': '分类“{{text}}”层级太多或名称太长，请改短。',
    'zh-TW': '分類「{{text}}」層級太多或名稱太長，請改短。',
    en: 'Category “{{text}}” has too many levels or too long a name.',
  },
  'number-taken': {
    'zh-CN': '题号“{{text}}”已被您管辖范围以外的单位使用，请换一个题号。',
    'zh-TW': '題號「{{text}}」已被您管轄範圍以外的單位使用，請換一個題號。',
    en: 'Number “{{text}}” is in use by a unit outside your scope; choose another.',
  },
  'missing-type': { 'zh-CN': '缺少题型。', 'zh-TW': '缺少題型。', en: 'The question type is missing.' },
  'unknown-type': {
    'zh-CN': '不认识题型“{{text}}”，可填：单选题、多选题、判断题、填空题、数值题、排序题、配对题、简答题、计算题、案例分析题。',
    'zh-TW': '不認識題型「{{text}}」，可填：單選題、複選題、是非題、填充題、數值題、排序題、配對題、簡答題、計算題、案例分析題。',
    en: '“{{text}}” is no question type; use single choice, multiple choice, true/false, fill in, numeric, ordering, matching, short answer, calculation or case.',
  },
  'missing-answer': { 'zh-CN': '缺少答案。', 'zh-TW': '缺少答案。', en: 'The answer is missing.' },
  'answer-not-letters': {
    'zh-CN': '看不懂答案“{{text}}”，请填选项字母，例如 ABD。',
    'zh-TW': '看不懂答案「{{text}}」，請填選項字母，例如 ABD。',
    en: 'The answer “{{text}}” cannot be read; write option letters such as ABD.',
  },
  'answer-not-true-or-false': {
    'zh-CN': '看不懂答案“{{text}}”，判断题请填“正确”或“错误”。',
    'zh-TW': '看不懂答案「{{text}}」，是非題請填「正確」或「錯誤」。',
    en: 'The answer “{{text}}” cannot be read; write true or false.',
  },
  'missing-track': { 'zh-CN': '类别和能力项都是空的，至少填一个。', 'zh-TW': '類別和能力項都是空的，至少填一個。', en: 'Track and competency are both blank; fill in one.' },
  'unknown-rule': {
    'zh-CN': '不认识计分规则“{{text}}”，可填：全对才得分、少选按比例得分、少选得一半、按选项得分、按位置得分。',
    'zh-TW': '不認識計分規則「{{text}}」，可填：全對才得分、少選按比例得分、少選得一半、按選項得分、依位置得分。',
    en: '“{{text}}” is no scoring rule; use all or nothing, missing proportional, missing half, per option or per place.',
  },
  'unknown-track': {
    'zh-CN': '不认识类别“{{text}}”，可填：职业道德、法律法规、沟通技巧、业务知识。',
    'zh-TW': '不認識類別「{{text}}」，可填：職業道德、法律規章、溝通技巧、業務知識。',
    en: '“{{text}}” is no track; use ethics, law, communication or business.',
  },
  'no-unit': {
    'zh-CN': '还没有任何单位，请先导入组织机构，再导入题目。',
    'zh-TW': '還沒有任何單位，請先匯入組織架構，再匯入題目。',
    en: 'There is no unit yet; import the units before the questions.',
  },
});
export type QuestionImportCode = keyof typeof questionImportErrors;

/** Why a file of questions is refused as a whole. */
export const placeErrors = defineErrors({
  'unit-out-of-reach': { 'zh-CN': '您不能管理这个单位的题目，请另选单位。', 'zh-TW': '您不能管理這個單位的題目，請另選單位。', en: 'You do not keep the questions of this unit; choose another.' },
  'category-out-of-reach': { 'zh-CN': '这个分类不能放所选单位的题目，请另选分类。', 'zh-TW': '這個分類不能放所選單位的題目，請另選分類。', en: 'Questions of this unit cannot lie in the category; choose another.' },
  'live-not-allowed': { 'zh-CN': '您没有审题的权限，导入的题不能直接启用，请选草稿或待审。', 'zh-TW': '您沒有審題的權限，匯入的題目不能直接啟用，請選草稿或待審。', en: 'You may not review, so imported questions cannot come into use at once; choose draft or to review.' },
});

/** What stands in the files of an export besides the questions. */
export const exportPhrases = defineErrors({
  fileName: { 'zh-CN': '题目', 'zh-TW': '題目', en: 'questions' },
  lossesName: { 'zh-CN': '没有写进文件的内容', 'zh-TW': '沒有寫進檔案的內容', en: 'not in the file' },
  number: { 'zh-CN': '题号', 'zh-TW': '題號', en: 'Number' },
  loss: { 'zh-CN': '没有写进去的', 'zh-TW': '沒有寫進去的', en: 'What was left out' },
});
