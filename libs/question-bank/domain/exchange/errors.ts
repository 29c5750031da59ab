import { defineErrors } from '@skillhall/kernel';

/** What may be odd in a file of questions. Where a question can still be read, it is, as it was most likely meant. */
export const readingErrors = defineErrors({
  'description-left-out': {
    'zh-CN': '“{{text}}”没有答案部分，按说明文字处理，未作为题目读入。',
    'zh-TW': '「{{text}}」沒有答案部分，視為說明文字，未讀入成題目。',
    en: '“{{text}}” has no answer section; it is taken as a description and not as a question.',
  },
  'missing-stem': { 'zh-CN': '缺少题干。', 'zh-TW': '缺少題幹。', en: 'The question text is missing.' },
  'gift-brace': { 'zh-CN': '缺少花括号“{{sign}}”，此题未读入。', 'zh-TW': '缺少大括號「{{sign}}」，此題未讀入。', en: 'The brace {{sign}} is missing; the question was not read.' },
  'gift-no-blank-line': {
    'zh-CN': '与上一题之间没有空行，已当作新的一题。',
    'zh-TW': '與上一題之間沒有空行，已視為新的一題。',
    en: 'No blank line divides it from the question before; it was read as a question of its own.',
  },
  'gift-second-section': {
    'zh-CN': '同一题里有多处花括号，只读第一处作为答案。',
    'zh-TW': '同一題裡有多處大括號，只讀第一處作為答案。',
    en: 'There is more than one pair of braces; only the first was read as answers.',
  },
  'option-empty': { 'zh-CN': '有一个选项是空的。', 'zh-TW': '有一個選項是空的。', en: 'An option is blank.' },
  'too-few-options': { 'zh-CN': '选择题至少要有两个选项。', 'zh-TW': '選擇題至少要有兩個選項。', en: 'A choice question needs two options at least.' },
  'no-right-option': { 'zh-CN': '没有一个选项是正确答案。', 'zh-TW': '沒有一個選項是正確答案。', en: 'No option is right.' },
  'pair-without-arrow': { 'zh-CN': '“{{text}}”缺少“->”，此配对未读入。', 'zh-TW': '「{{text}}」缺少「->」，此配對未讀入。', en: '“{{text}}” has no “->”; this pair was not read.' },
  'too-few-pairs': { 'zh-CN': '配对题至少要有两对。', 'zh-TW': '配對題至少要有兩對。', en: 'A matching question needs two pairs at least.' },
  'no-answer': { 'zh-CN': '没有找到答案。', 'zh-TW': '沒有找到答案。', en: 'No answer was found.' },
  wildcard: {
    'zh-CN': '“{{text}}”里的星号不作通配符，按原样比对。',
    'zh-TW': '「{{text}}」裡的星號不作萬用字元，照原樣比對。',
    en: 'The asterisk in “{{text}}” stands for itself and not for any text.',
  },
  'not-a-number': { 'zh-CN': '“{{text}}”不是数值，此答案未读入。', 'zh-TW': '「{{text}}」不是數值，此答案未讀入。', en: '“{{text}}” is not a number; this answer was not read.' },
});
export type ReadingCode = keyof typeof readingErrors;

/** What of a question a format has no place for. */
export const lossPhrases = defineErrors({
  'not-written': { 'zh-CN': '此格式没有这种题型，未写出。', 'zh-TW': '此格式沒有這種題型，未寫出。', en: 'The format has no such type of question; it was not written.' },
});
export type LossCode = keyof typeof lossPhrases;
