import { defineErrors } from '@skillhall/kernel';

/** What may stand in the way of marking an answer. */
export const markingErrors = defineErrors({
  OWN_PAPER: { 'zh-CN': '这是您自己的答卷，不能由您评阅。', 'zh-TW': '這是您自己的答卷，不能由您評閱。', en: 'This is your own paper; somebody else has to mark it.' },
  MARKED_BEFORE: { 'zh-CN': '这份答案您已经评过，同一份答案不能评两次。', 'zh-TW': '這份答案您已經評過，同一份答案不能評兩次。', en: 'You have marked this answer; nobody marks one twice.' },
  NOTHING_TO_MARK: { 'zh-CN': '这份答案已经评完了。', 'zh-TW': '這份答案已經評完了。', en: 'This answer has all its marks.' },
  ANSWER_TAKEN: {
    'zh-CN': '您离开得久了，这份答案已由别人接着评，请取下一份。',
    'zh-TW': '您離開得久了，這份答案已由別人接著評，請取下一份。',
    en: 'You were away for long and somebody else is marking this answer now; please take the next one.',
  },
});

/** Minutes for which an answer is kept for who has begun to mark it. */
export const claimMinutes = 15;
