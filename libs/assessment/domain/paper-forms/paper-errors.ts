import { defineErrors, type Phrase } from '@skillhall/kernel';
import type { WrittenProblem } from './written-answer.js';

/** Why an answer cannot be what stands on the paper, with the number of its question. */
const written = {
  WRITTEN_NO_OPTION: { 'zh-CN': '第{{question}}题没有这个选项', 'zh-TW': '第{{question}}題沒有這個選項', en: 'Question {{question}} has no such option' },
  WRITTEN_TOO_MANY: { 'zh-CN': '第{{question}}题只能选一个', 'zh-TW': '第{{question}}題只能選一個', en: 'Question {{question}} takes one option only' },
  WRITTEN_TWICE: { 'zh-CN': '第{{question}}题有字母重复', 'zh-TW': '第{{question}}題有字母重複', en: 'Question {{question}} names something twice' },
  WRITTEN_COUNT: { 'zh-CN': '第{{question}}题答案的个数不对', 'zh-TW': '第{{question}}題答案的個數不對', en: 'Question {{question}} wants another number of answers' },
  WRITTEN_UNSOUND: { 'zh-CN': '第{{question}}题的内容太长，或有不能保存的字符', 'zh-TW': '第{{question}}題的內容太長，或有無法儲存的字元', en: 'The answer to question {{question}} is too long or holds characters that cannot be kept' },
} as const satisfies Record<WrittenProblem, Phrase>;

/** What may stand in the way of printed papers and of typing in what was written on them. */
export const paperErrors = defineErrors({
  ...written,
  NOT_ON_PAPER: { 'zh-CN': '这场考试不用纸质试卷。', 'zh-TW': '這場考試不使用紙本試卷。', en: 'This sitting is not on paper.' },
  PAPERS_BUSY: { 'zh-CN': '试卷正在生成，请等它完成。', 'zh-TW': '試卷正在產生，請等它完成。', en: 'Papers are being made; please wait until that is done.' },
  PAPERS_WITHHELD: {
    'zh-CN': '您自己要参加这场考试，交卷前看不到试卷和答案。',
    'zh-TW': '您自己要參加這場考試，交卷前看不到試卷和答案。',
    en: 'You sit this exam yourself; papers and keys stay closed to you until you have handed in.',
  },
  PAPERS_HANDED_OUT: {
    'zh-CN': '已经开考，不能再换题；需要的话可以按原卷重新生成文件。',
    'zh-TW': '已經開考，不能再換題；需要的話可以按原卷重新產生檔案。',
    en: 'The sitting has opened, so its questions stay; the files can be made again from the same papers.',
  },
  NO_SUCH_QUESTION: { 'zh-CN': '这份卷没有第{{question}}题。', 'zh-TW': '這份卷沒有第{{question}}題。', en: 'This form has no question {{question}}.' },
  NO_SUCH_FORM: { 'zh-CN': '这场考试没有{{form}}卷。', 'zh-TW': '這場考試沒有{{form}}卷。', en: 'This sitting has no form {{form}}.' },
  PAPER_ENTERED: {
    'zh-CN': '{{name}}的答卷已经录入过。确实录错了，请用“更正”，并写明原因。',
    'zh-TW': '{{name}}的答卷已經登錄過。確實登錄錯了，請用「更正」，並寫明原因。',
    en: 'The paper of {{name}} has been typed in. If that was wrong, correct it and say why.',
  },
  PAPER_NOT_ENTERED: { 'zh-CN': '这个人的答卷还没有录入，没有可更正的。', 'zh-TW': '這個人的答卷還沒有登錄，沒有可更正的。', en: 'No paper of this person has been typed in, so there is nothing to correct.' },
  PAPER_MARKED: {
    'zh-CN': '第{{question}}题已经有人评分，不能再改。',
    'zh-TW': '第{{question}}題已經有人評分，不能再改。',
    en: 'Question {{question}} has been marked by somebody and can no longer be changed.',
  },
  OWN_ENTRY: { 'zh-CN': '自己的答卷要请别人录入。', 'zh-TW': '自己的答卷要請別人登錄。', en: 'Somebody else has to type in your own paper.' },
  PAPER_SAME: { 'zh-CN': '和已录入的内容一样，没有改动。', 'zh-TW': '和已登錄的內容一樣，沒有更動。', en: 'This is what was typed in already; nothing changes.' },
});
