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
  'text-left-out': { 'zh-CN': '“{{text}}”不像题目，未读入。', 'zh-TW': '「{{text}}」不像題目，未讀入。', en: '“{{text}}” does not look like a question and was not read.' },
  'key-without-question': { 'zh-CN': '答案表里的第{{number}}题没有对应的题目。', 'zh-TW': '答案表裡的第{{number}}題沒有對應的題目。', en: 'The list of keys has a number {{number}}, but there is no such question.' },
  'keys-differ': {
    'zh-CN': '两处答案不一致：“{{first}}”和“{{second}}”，请核对。',
    'zh-TW': '兩處答案不一致：「{{first}}」和「{{second}}」，請核對。',
    en: 'Two keys differ, “{{first}}” and “{{second}}”; please check.',
  },
  'several-brackets': {
    'zh-CN': '题干里有几处括号内是字母，按最后一处“{{text}}”作为答案。',
    'zh-TW': '題幹裡有幾處括號內是字母，以最後一處「{{text}}」作為答案。',
    en: 'Several brackets hold letters; the last one, “{{text}}”, was taken as the key.',
  },
  'answer-not-letters': {
    'zh-CN': '看不懂答案“{{text}}”，选择题应为选项字母。',
    'zh-TW': '看不懂答案「{{text}}」，選擇題應為選項字母。',
    en: 'The answer “{{text}}” names no option letters.',
  },
  'answer-not-true-or-false': { 'zh-CN': '看不懂答案“{{text}}”，判断题应为对或错。', 'zh-TW': '看不懂答案「{{text}}」，是非題應為對或錯。', en: 'The answer “{{text}}” says neither true nor false.' },
  'truth-by-letter': {
    'zh-CN': '判断题答案“{{text}}”没有选项说明，按A为正确、B为错误处理。',
    'zh-TW': '是非題答案「{{text}}」沒有選項說明，以A為正確、B為錯誤處理。',
    en: 'No option says what “{{text}}” means; A was taken as true and B as false.',
  },
  'option-gap': { 'zh-CN': '选项{{option}}之前少了一个选项。', 'zh-TW': '選項{{option}}之前少了一個選項。', en: 'An option is missing before {{option}}.' },
  'option-blank': { 'zh-CN': '选项{{option}}是空的。', 'zh-TW': '選項{{option}}是空的。', en: 'Option {{option}} is blank.' },
  'key-not-an-option': { 'zh-CN': '答案里的“{{text}}”没有对应的选项。', 'zh-TW': '答案裡的「{{text}}」沒有對應的選項。', en: 'The answer names “{{text}}”, which is no option.' },
  'single-with-several-keys': {
    'zh-CN': '标为单选题，答案却是“{{text}}”，已按多选题读入。',
    'zh-TW': '標為單選題，答案卻是「{{text}}」，已視為複選題讀入。',
    en: 'It stands among single choices, but its key is “{{text}}”; it was read as a multiple choice.',
  },
  'multiple-with-one-key': {
    'zh-CN': '标为多选题，答案只有“{{text}}”，请核对。',
    'zh-TW': '標為複選題，答案只有「{{text}}」，請核對。',
    en: 'It stands among multiple choices, but its key is only “{{text}}”; please check.',
  },
  'bad-difficulty': { 'zh-CN': '看不懂难度“{{text}}”，未读入。', 'zh-TW': '看不懂難度「{{text}}」，未讀入。', en: 'The difficulty “{{text}}” was not understood.' },
  'blanks-and-answers': {
    'zh-CN': '有{{blanks}}个空，答案却有{{answers}}个，请核对。',
    'zh-TW': '有{{blanks}}個空格，答案卻有{{answers}}個，請核對。',
    en: 'There are {{blanks}} blanks, but {{answers}} answers; please check.',
  },
  'rubric-without-marks': {
    'zh-CN': '评分标准没有写明各点分值，已并入参考答案。',
    'zh-TW': '評分標準沒有寫明各點分數，已併入參考答案。',
    en: 'The rubric does not say how much each point is worth; it was added to the model answer.',
  },
  'variables-unreadable': { 'zh-CN': '看不懂变量“{{text}}”。', 'zh-TW': '看不懂變數「{{text}}」。', en: 'The variables “{{text}}” were not understood.' },
  'result-not-found': { 'zh-CN': '解答里没有找到计算结果。', 'zh-TW': '解答裡沒有找到計算結果。', en: 'No result was found in the solution.' },
  'result-guessed': { 'zh-CN': '从解答中取“{{text}}”作为计算结果，请核对。', 'zh-TW': '從解答中取「{{text}}」作為計算結果，請核對。', en: '“{{text}}” was taken from the solution as its result; please check.' },
  'order-incomplete': { 'zh-CN': '排序答案“{{text}}”与选项不一致。', 'zh-TW': '排序答案「{{text}}」與選項不一致。', en: 'The order “{{text}}” does not name each option once.' },
  'pairs-incomplete': { 'zh-CN': '配对答案“{{text}}”与题目不一致。', 'zh-TW': '配對答案「{{text}}」與題目不一致。', en: 'The pairs “{{text}}” do not name each prompt once.' },
  'case-without-questions': { 'zh-CN': '案例下面没有找到小题，按简答题读入。', 'zh-TW': '案例下面沒有找到小題，視為簡答題讀入。', en: 'No questions were found below the case; it was read as a short answer.' },
});
export type ReadingCode = keyof typeof readingErrors;

/** What of a question a format has no place for. */
export const lossPhrases = defineErrors({
  'not-written': { 'zh-CN': '此格式没有这种题型，未写出。', 'zh-TW': '此格式沒有這種題型，未寫出。', en: 'The format has no such type of question; it was not written.' },
});
export type LossCode = keyof typeof lossPhrases;
