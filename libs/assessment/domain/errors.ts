import { defineErrors } from '@skillhall/kernel';

export const assessmentErrors = defineErrors({
  ATTEMPT_CLOSED: {
    'zh-CN': '答卷已经交了或者时间已到，这个答案没有计入。',
    'zh-TW': '答卷已經交了或者時間已到，這個答案沒有計入。',
    en: 'The attempt has been handed in or time is up; this answer does not count.',
  },
  ANSWER_CONFLICT: {
    'zh-CN': '这个序号已经保存过另一个答案，请刷新后再选一次。',
    'zh-TW': '這個序號已經儲存過另一個答案，請重新整理後再選一次。',
    en: 'Another answer was already saved under this number; reload and choose again.',
  },
  ANSWERS_BUSY: {
    'zh-CN': '现在保存的人太多，答案还留在本机，{{retryAfterSeconds}}秒后会再试。',
    'zh-TW': '現在儲存的人太多，答案還留在本機，{{retryAfterSeconds}}秒後會再試。',
    en: 'Too many answers at once; yours stays on this device and is sent again in {{retryAfterSeconds}} seconds.',
  },
});
