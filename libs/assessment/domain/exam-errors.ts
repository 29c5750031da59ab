import { defineErrors } from '@skillhall/kernel';

/** What may stand in the way of setting, running and sitting examinations. */
export const examErrors = defineErrors({
  EXAM_CHANGED: {
    'zh-CN': '这份考试刚被别人改过，请刷新后再改，您填写的内容还在页面上。',
    'zh-TW': '這份考試剛被別人改過，請重新整理後再改，您填寫的內容還在頁面上。',
    en: 'Somebody has just changed this exam; reload before you change it. What you wrote is still on the page.',
  },
  EXAM_STATE: {
    'zh-CN': '考试现在的状态不能这样操作；已发布的考试不再改动，需要时请另建一份。',
    'zh-TW': '考試目前的狀態不能這樣操作；已發布的考試不再更動，需要時請另建一份。',
    en: 'The exam cannot do that in its present state; a published exam no longer changes, write a new one instead.',
  },
  EXAM_EMPTY: { 'zh-CN': '试卷里还没有题目。', 'zh-TW': '試卷裡還沒有題目。', en: 'There are no questions on the paper yet.' },
  EXAM_NOT_FEASIBLE: {
    'zh-CN': '题库里的题不够组卷，还差{{missing}}道，页面上标出了是哪几格。',
    'zh-TW': '題庫裡的題不夠組卷，還差{{missing}}題，頁面上標出了是哪幾格。',
    en: 'The bank lacks {{missing}} questions for this paper; the page shows which cells.',
  },
  EXAM_NOT_PUBLISHED: { 'zh-CN': '考试还没有发布，不能安排场次。', 'zh-TW': '考試還沒有發布，不能安排場次。', en: 'The exam is not published; a sitting cannot be planned yet.' },
  SITTING_CHANGED: {
    'zh-CN': '这个场次刚被别人改过，请刷新后再改，您填写的内容还在页面上。',
    'zh-TW': '這個場次剛被別人改過，請重新整理後再改，您填寫的內容還在頁面上。',
    en: 'Somebody has just changed this sitting; reload before you change it. What you wrote is still on the page.',
  },
  SITTING_BEGUN: {
    'zh-CN': '场次已经开始，只能在监考页面延时、登记情况或结束。',
    'zh-TW': '場次已經開始，只能在監考頁面延時、登記情況或結束。',
    en: 'The sitting has begun; only what an invigilator may do is left.',
  },
  SITTING_OVER: { 'zh-CN': '场次已经结束或取消。', 'zh-TW': '場次已經結束或取消。', en: 'The sitting is over or was cancelled.' },
  SITTING_CANCELLED: { 'zh-CN': '这场考试已经取消。', 'zh-TW': '這場考試已經取消。', en: 'This sitting was cancelled.' },
  SITTING_NOT_OPEN: { 'zh-CN': '还没到开考时间。', 'zh-TW': '還沒到開考時間。', en: 'The sitting has not opened yet.' },
  SITTING_CLOSED: { 'zh-CN': '考试时间已过。', 'zh-TW': '考試時間已過。', en: 'The sitting has closed.' },
  TOO_LATE: {
    'zh-CN': '已经过了最晚入场时间，请找监考人员。',
    'zh-TW': '已經過了最晚入場時間，請找監考人員。',
    en: 'It is too late to begin; please speak to the invigilator.',
  },
  CHECK_IN_NEEDED: { 'zh-CN': '请先签到。', 'zh-TW': '請先簽到。', en: 'Please check in first.' },
  CHECK_IN_WRONG: { 'zh-CN': '签到码不对，请看考场里公布的六位数字。', 'zh-TW': '簽到碼不對，請看考場裡公布的六位數字。', en: 'The code is not right; it is the six digits shown in the room.' },
  CHECK_IN_LOCKED: {
    'zh-CN': '签到码输错太多次，请五分钟后再试，或请监考人员为您签到。',
    'zh-TW': '簽到碼輸錯太多次，請五分鐘後再試，或請監考人員為您簽到。',
    en: 'Too many wrong codes; try again in five minutes, or ask the invigilator to check you in.',
  },
  NO_ATTEMPT_LEFT: { 'zh-CN': '您已经交过卷，这场考试不能再考。', 'zh-TW': '您已經交過卷，這場考試不能再考。', en: 'You have handed in; there is no further attempt at this sitting.' },
  ON_PAPER: { 'zh-CN': '这场考试用纸质试卷，成绩由考务人员录入。', 'zh-TW': '這場考試使用紙本試卷，成績由試務人員登錄。', en: 'This sitting is on paper; results are typed in afterwards.' },
  NOT_ADMITTED: { 'zh-CN': '此人不在这场考试的名单里。', 'zh-TW': '此人不在這場考試的名單裡。', en: 'This person is not admitted to the sitting.' },
  ATTEMPT_NOT_OPEN: { 'zh-CN': '这份答卷没有在作答，可能已经交了。', 'zh-TW': '這份答卷沒有在作答，可能已經交了。', en: 'This attempt is not open; it may have been handed in.' },
  UNSENT_NOT_OURS: {
    'zh-CN': '这不是本系统导出的未送达答案文件，请选择文件名以 skillhall- 开头的 .json 文件。',
    'zh-TW': '這不是本系統匯出的未送達答案檔案，請選擇檔名以 skillhall- 開頭的 .json 檔案。',
    en: 'This is not a file of unsent answers; choose the .json file whose name begins with skillhall-.',
  },
  UNSENT_OTHER_SITTING: { 'zh-CN': '这份答案不属于这个场次。', 'zh-TW': '這份答案不屬於這個場次。', en: 'These answers do not belong to this sitting.' },
  UNSENT_OWN_PAPER: {
    'zh-CN': '这是您自己的答卷，要由别人来决定。',
    'zh-TW': '這是您自己的答卷，要由別人來決定。',
    en: 'This is your own paper; somebody else has to decide.',
  },
  UNSENT_STILL_OPEN: {
    'zh-CN': '这个人还在作答，让他联网后会自动补交；交卷以后再上传。',
    'zh-TW': '這個人還在作答，連上網路後會自動補交；交卷以後再上傳。',
    en: 'This person is still writing; once online the answers send themselves. Bring the file after the hand-in.',
  },
  UNSENT_KNOWN: { 'zh-CN': '这份文件已经上传过了。', 'zh-TW': '這份檔案已經上傳過了。', en: 'This file has been brought before.' },
  UNSENT_DECIDED: { 'zh-CN': '这份答案已经有人处理过了，请刷新查看。', 'zh-TW': '這份答案已經有人處理過了，請重新整理查看。', en: 'Somebody has decided about this already; reload to see it.' },
  UNSENT_NOTHING_COUNTS: { 'zh-CN': '里面没有一道能计入的答案，只能选择不采纳。', 'zh-TW': '裡面沒有一題能計入的答案，只能選擇不採納。', en: 'None of its answers could count, so it can only be refused.' },
  UNSENT_CHANGED: { 'zh-CN': '文件的校验值对不上，内容被改过，不能采纳。', 'zh-TW': '檔案的驗證值不符，內容被改過，不能採納。', en: 'The digest does not match: the file was changed and cannot be accepted.' },
});
