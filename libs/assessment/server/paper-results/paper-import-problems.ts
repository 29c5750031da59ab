import type { Phrase } from '@skillhall/kernel';

/** What may be wrong with a row of papers besides what a paper typed in may be. */
export const paperImportProblems = {
  'missing-sitting': { 'zh-CN': '没有写是哪个场次', 'zh-TW': '沒有寫是哪個場次', en: 'It is not said which sitting this is of' },
  'unknown-sitting': {
    'zh-CN': '没有叫“{{text}}”的纸质考试场次，或者不在您的管辖范围内',
    'zh-TW': '沒有叫「{{text}}」的紙本考試場次，或者不在您的管轄範圍內',
    en: 'There is no sitting on paper called “{{text}}” in the units you may see',
  },
  'ambiguous-sitting': {
    'zh-CN': '叫“{{text}}”的场次不止一个，请改填场次网址的最后一段',
    'zh-TW': '叫「{{text}}」的場次不止一個，請改填場次網址的最後一段',
    en: 'More than one sitting is called “{{text}}”; write the last part of its address instead',
  },
  'twice-in-file': { 'zh-CN': '这个人在第{{first}}行已经有一份答卷', 'zh-TW': '這個人在第{{first}}列已經有一份答卷', en: 'Row {{first}} already holds a paper of this person' },
  INVALID_INPUT: { 'zh-CN': '更正说明太长', 'zh-TW': '更正說明太長', en: 'The note is too long' },
} as const satisfies Record<string, Phrase>;
