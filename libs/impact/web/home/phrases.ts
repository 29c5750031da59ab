import { definePhrases } from '@skillhall/ui/i18n';

/** The training under test, on the home of a manager. */
export const homePhrases = definePhrases('impactHome', {
  'zh-CN': {
    underTest: '正在检验的培训',
    allStudies: '全部评估',
    noneUnderTest: '现在没有在检验哪门培训。想知道培训有没有用，可以立一项效果评估。',
    notLocked: '方案还没有锁定',
    waitMonths: '约再等 {{n}} 个月可以有答案',
    notByWaiting: '光等没有用，需要更多营业厅',
  },
  'zh-TW': {
    underTest: '正在檢驗的培訓',
    allStudies: '全部評估',
    noneUnderTest: '現在沒有在檢驗哪門培訓。想知道培訓有沒有用，可以立一項效果評估。',
    notLocked: '方案還沒有鎖定',
    waitMonths: '約再等 {{n}} 個月可以有答案',
    notByWaiting: '光等沒有用，需要更多營業廳',
  },
  en: {
    underTest: 'Training under test',
    allStudies: 'All studies',
    noneUnderTest: 'No training is under test now. To know whether one helped, declare a study.',
    notLocked: 'The plan is not locked yet',
    waitMonths: 'an answer in about {{n}} months',
    notByWaiting: 'waiting alone will not do; more halls are needed',
  },
});
