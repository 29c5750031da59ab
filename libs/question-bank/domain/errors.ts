import { defineErrors } from '@skillhall/kernel';
import { contentErrors } from './content-errors.js';

export const questionErrors = defineErrors({
  KEY_WITHHELD: {
    'zh-CN': '您正在作答的试卷里有这道题，交卷后才能看答案和解析。',
    'zh-TW': '您正在作答的試卷裡有這道題，交卷後才能看答案和解析。',
    en: 'A paper you are working on asks this question; hand it in to see key and explanation.',
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
  'number-taken': {
    'zh-CN': '题号“{{text}}”已被您管辖范围以外的单位使用，请换一个题号。',
    'zh-TW': '題號「{{text}}」已被您管轄範圍以外的單位使用，請換一個題號。',
    en: 'Number “{{text}}” is in use by a unit outside your scope; choose another.',
  },
  'missing-type': { 'zh-CN': '缺少题型。', 'zh-TW': '缺少題型。', en: 'The question type is missing.' },
  'unknown-type': {
    'zh-CN': '不认识题型“{{text}}”，可填：单选题、多选题、判断题。',
    'zh-TW': '不認識題型「{{text}}」，可填：單選題、複選題、是非題。',
    en: '“{{text}}” is no question type; use single choice, multiple choice or true/false.',
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
