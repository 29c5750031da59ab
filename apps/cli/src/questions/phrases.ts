import type { Phrase } from '@skillhall/kernel';

/** What the conversion says besides the problems and losses themselves. */
export const sentences = {
  problem: { 'zh-CN': '{{file}} 第{{line}}行：{{message}}（{{code}}）', 'zh-TW': '{{file}} 第{{line}}列：{{message}}（{{code}}）', en: '{{file}}:{{line}}: {{message}} ({{code}})' },
  loss: { 'zh-CN': '{{file}} 题{{number}}：{{message}}（{{code}}）', 'zh-TW': '{{file}} 題{{number}}：{{message}}（{{code}}）', en: '{{file}}, question {{number}}: {{message}} ({{code}})' },
  nothing: { 'zh-CN': '{{file}}：没有读到题目。', 'zh-TW': '{{file}}：沒有讀到題目。', en: '{{file}}: no questions could be read.' },
  unreadable: { 'zh-CN': '文件 {{file}} 打不开。', 'zh-TW': '檔案 {{file}} 打不開。', en: 'The file {{file}} cannot be read.' },
  unwritable: { 'zh-CN': '文件 {{file}} 写不进去。', 'zh-TW': '檔案 {{file}} 寫不進去。', en: 'The file {{file}} cannot be written.' },
  done: { 'zh-CN': '{{file}}：读到{{questions}}题，{{problems}}处问题，{{losses}}处未能保留。', 'zh-TW': '{{file}}：讀到{{questions}}題，{{problems}}處問題，{{losses}}處未能保留。', en: '{{file}}: {{questions}} questions, {{problems}} problems, {{losses}} losses.' },
} satisfies Readonly<Record<string, Phrase>>;
