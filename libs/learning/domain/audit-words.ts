/** What the deeds of this capability are called in the audit log. */
export const learningAuditWords = {
  actions: {
    'course.published': { 'zh-CN': '发布课程', 'zh-TW': '發布課程', en: 'published a course' },
    'course.retired': { 'zh-CN': '下架课程', 'zh-TW': '下架課程', en: 'retired a course' },
    'training.scheduled': { 'zh-CN': '安排首次培训', 'zh-TW': '安排首次培訓', en: 'scheduled training' },
    'training.held': { 'zh-CN': '登记培训已举办', 'zh-TW': '登記培訓已舉辦', en: 'recorded training as held' },
    'training.cancelled': { 'zh-CN': '取消培训安排', 'zh-TW': '取消培訓安排', en: 'cancelled training' },
    'lottery.prepared': { 'zh-CN': '准备培训抽签', 'zh-TW': '準備培訓抽籤', en: 'prepared a lottery of training' },
    'lottery.drawn': { 'zh-CN': '培训抽签', 'zh-TW': '培訓抽籤', en: 'drew a lottery of training' },
    'lottery.dropped': { 'zh-CN': '放弃培训抽签', 'zh-TW': '放棄培訓抽籤', en: 'gave up a lottery of training' },
  },
  subjects: {
    course: { 'zh-CN': '课程', 'zh-TW': '課程', en: 'course' },
    lottery: { 'zh-CN': '培训抽签', 'zh-TW': '培訓抽籤', en: 'lottery of training' },
  },
  details: {
    halls: { 'zh-CN': '营业厅数', 'zh-TW': '營業廳數', en: 'halls' },
    month: { 'zh-CN': '月份', 'zh-TW': '月份', en: 'month' },
    heldOn: { 'zh-CN': '举办日期', 'zh-TW': '舉辦日期', en: 'held on' },
    seedDigest: { 'zh-CN': '种子摘要', 'zh-TW': '種子摘要', en: 'digest of the seed' },
  },
} as const;
