/** What the deeds of this capability are called in the audit log. */
export const impactAuditWords = {
  actions: {
    'study.declared': { 'zh-CN': '效果评估立项', 'zh-TW': '效果評估立案', en: 'declared a study' },
    'study.changed': { 'zh-CN': '修改评估方案', 'zh-TW': '修改評估方案', en: 'changed the plan of a study' },
    'study.locked': { 'zh-CN': '锁定评估方案', 'zh-TW': '鎖定評估方案', en: 'locked a study' },
    'study.replaced': { 'zh-CN': '以新评估替代', 'zh-TW': '以新評估替代', en: 'replaced a study by a new one' },
    'study.dropped': { 'zh-CN': '撤销未锁定的评估', 'zh-TW': '撤銷未鎖定的評估', en: 'dropped a study before its lock' },
    'study.run': { 'zh-CN': '计算评估结果', 'zh-TW': '計算評估結果', en: 'ran a study' },
    'study.exported': { 'zh-CN': '导出评估结果', 'zh-TW': '匯出評估結果', en: 'exported a study' },
    'alert.acknowledged': { 'zh-CN': '确认投诉异常提示', 'zh-TW': '確認投訴異常提示', en: 'acknowledged an alert' },
  },
  subjects: {
    study: { 'zh-CN': '效果评估', 'zh-TW': '效果評估', en: 'study' },
    alert: { 'zh-CN': '投诉异常提示', 'zh-TW': '投訴異常提示', en: 'alert' },
  },
  details: {
    run: { 'zh-CN': '第几次计算', 'zh-TW': '第幾次計算', en: 'run' },
    digest: { 'zh-CN': '方案摘要', 'zh-TW': '方案摘要', en: 'digest of the plan' },
    format: { 'zh-CN': '格式', 'zh-TW': '格式', en: 'format' },
  },
} as const;
