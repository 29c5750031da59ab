/** What the deeds of this capability are called in the audit log. */
export const assessmentAuditWords = {
  actions: {
    'exam.written': { 'zh-CN': '新建考试', 'zh-TW': '新增考試', en: 'wrote an exam' },
    'exam.changed': { 'zh-CN': '修改考试', 'zh-TW': '修改考試', en: 'changed an exam' },
    'exam.published': { 'zh-CN': '发布考试', 'zh-TW': '發布考試', en: 'published an exam' },
    'exam.archived': { 'zh-CN': '归档考试', 'zh-TW': '封存考試', en: 'archived an exam' },
    'exam.opened-to-practice': { 'zh-CN': '开放模拟考试', 'zh-TW': '開放模擬考試', en: 'opened an exam to practice' },
    'exam.closed-to-practice': { 'zh-CN': '关闭模拟考试', 'zh-TW': '關閉模擬考試', en: 'closed an exam to practice' },
    'sitting.planned': { 'zh-CN': '安排考试场次', 'zh-TW': '安排考試場次', en: 'planned a sitting' },
    'sitting.changed': { 'zh-CN': '修改考试场次', 'zh-TW': '修改考試場次', en: 'changed a sitting' },
    'sitting.cancelled': { 'zh-CN': '取消考试场次', 'zh-TW': '取消考試場次', en: 'cancelled a sitting' },
    'sitting.candidate-set': { 'zh-CN': '调整考生名单', 'zh-TW': '調整考生名單', en: 'set a candidate' },
    'sitting.checked-in': { 'zh-CN': '考生签到', 'zh-TW': '考生報到', en: 'checked somebody in' },
    'sitting.extended': { 'zh-CN': '给一名考生延时', 'zh-TW': '為一名考生延時', en: 'gave one candidate more time' },
    'sitting.all-extended': { 'zh-CN': '全场延时', 'zh-TW': '全場延時', en: 'gave everybody more time' },
    'sitting.forced-in': { 'zh-CN': '强制交卷', 'zh-TW': '強制交卷', en: 'handed a paper in' },
    'sitting.ended': { 'zh-CN': '提前结束考试', 'zh-TW': '提前結束考試', en: 'ended a sitting' },
    'sitting.technical': { 'zh-CN': '记录技术故障', 'zh-TW': '記錄技術故障', en: 'noted a technical fault' },
    'sitting.note': { 'zh-CN': '记录考场情况', 'zh-TW': '記錄考場情況', en: 'noted something' },
  },
  subjects: {
    exam: { 'zh-CN': '考试', 'zh-TW': '考試', en: 'exam' },
    sitting: { 'zh-CN': '考试场次', 'zh-TW': '考試場次', en: 'sitting' },
  },
  details: {
    attemptId: { 'zh-CN': '答卷', 'zh-TW': '答卷', en: 'attempt' },
    minutes: { 'zh-CN': '分钟', 'zh-TW': '分鐘', en: 'minutes' },
  },
} as const;
