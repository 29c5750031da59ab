/** What the deeds of this capability are called in the audit log. */
export const learningAuditWords = {
  actions: {
    'course.published': { 'zh-CN': '发布课程', 'zh-TW': '發布課程', en: 'published a course' },
    'course.retired': { 'zh-CN': '下架课程', 'zh-TW': '下架課程', en: 'retired a course' },
  },
  subjects: { course: { 'zh-CN': '课程', 'zh-TW': '課程', en: 'course' } },
} as const;
