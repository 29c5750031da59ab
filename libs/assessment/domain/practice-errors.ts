import { defineErrors } from '@skillhall/kernel';

/** What may stand in the way of practising. */
export const practiceErrors = defineErrors({
  PRACTICE_EMPTY: {
    'zh-CN': '这里还没有可以练的题，换一种练法看看。',
    'zh-TW': '這裡還沒有可以練的題，換一種練法看看。',
    en: 'There is nothing to practise here yet; try another way.',
  },
  NO_WEAK_POINTS: {
    'zh-CN': '还没有答错过的题，看不出薄弱点。先随机练一组吧。',
    'zh-TW': '還沒有答錯過的題，看不出弱點。先隨機練一組吧。',
    en: 'Nothing has been answered wrong yet, so no weak point shows. Begin with a random round.',
  },
  NOTHING_MISSED: {
    'zh-CN': '错题都已经答对，没有要重练的。',
    'zh-TW': '錯題都已經答對，沒有要重練的。',
    en: 'Everything you once missed has been answered right since.',
  },
  PRACTICE_ENDED: {
    'zh-CN': '这一组练习已经结束，这个答案没有记下。',
    'zh-TW': '這一組練習已經結束，這個答案沒有記下。',
    en: 'This round has ended; the answer was not recorded.',
  },
  PRACTICE_WITHHELD: {
    'zh-CN': '这道题现在不能练：它正在您没交的答卷上，或者已改为考试专用。先做下一题。',
    'zh-TW': '這一題現在不能練：它正在您沒交的答卷上，或者已改為考試專用。先做下一題。',
    en: 'This question cannot be practised now: it stands on a paper of yours that is not handed in, or is kept for exams. Go on with the next.',
  },
  MOCK_NOT_FEASIBLE: {
    'zh-CN': '去掉考试专用的题以后，题库不够组模拟卷，还差{{missing}}道。',
    'zh-TW': '去掉考試專用的題以後，題庫不夠組模擬卷，還差{{missing}}題。',
    en: 'Without questions kept for exams the bank lacks {{missing}} for a mock paper.',
  },
  EXAM_RUNNING: {
    'zh-CN': '您有一场考试正在作答，交卷以后再做模拟考试。',
    'zh-TW': '您有一場考試正在作答，交卷以後再做模擬考試。',
    en: 'You are sitting an exam; take the mock after you have handed in.',
  },
});
