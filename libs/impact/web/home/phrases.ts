import { definePhrases } from '@skillhall/ui/i18n';

/** Alerts, and the training under test, on the homes of the desk. */
export const homePhrases = definePhrases('impactHome', {
  'zh-CN': {
    underTest: '正在检验的培训',
    allStudies: '全部评估',
    noneUnderTest: '现在没有在检验哪门培训。想知道培训有没有用，可以立一项效果评估。',
    notLocked: '方案还没有锁定',
    waitMonths: '约再等 {{n}} 个月可以有答案',
    notByWaiting: '光等没有用，需要更多营业厅',
    alerts: '投诉超出正常波动（{{n}} 条）',
    alertNote: '打算怎么办（可以不填）',
    acknowledge: '我看过了',
    acknowledged: '已记下您看过了',
  },
  'zh-TW': {
    underTest: '正在檢驗的培訓',
    allStudies: '全部評估',
    noneUnderTest: '現在沒有在檢驗哪門培訓。想知道培訓有沒有用，可以立一項效果評估。',
    notLocked: '方案還沒有鎖定',
    waitMonths: '約再等 {{n}} 個月可以有答案',
    notByWaiting: '光等沒有用，需要更多營業廳',
    alerts: '投訴超出正常波動（{{n}} 則）',
    alertNote: '打算怎麼辦（可以不填）',
    acknowledge: '我看過了',
    acknowledged: '已記下您看過了',
  },
  en: {
    underTest: 'Training under test',
    allStudies: 'All studies',
    noneUnderTest: 'No training is under test now. To know whether one helped, declare a study.',
    notLocked: 'The plan is not locked yet',
    waitMonths: 'an answer in about {{n}} months',
    notByWaiting: 'waiting alone will not do; more halls are needed',
    alerts: 'Complaints beyond normal variation ({{n}})',
    alertNote: 'What you will do about it (may be left empty)',
    acknowledge: 'I have seen it',
    acknowledged: 'Noted that you have seen it',
  },
});
