import { defineErrors } from '@skillhall/kernel';

export const learningErrors = defineErrors({
  READ_TOO_FAST: {
    'zh-CN': '这篇还没到读完的时间，请再看{{waitSeconds}}秒。',
    'zh-TW': '這篇還沒到讀完的時間，請再看{{waitSeconds}}秒。',
    en: 'It takes longer to read this; please stay another {{waitSeconds}} seconds.',
  },
  COURSE_NOT_DRAFT: {
    'zh-CN': '这门课程没有待发布的草稿。',
    'zh-TW': '這門課程沒有待發布的草稿。',
    en: 'This course has no draft to publish.',
  },
  COURSE_NOT_PUBLISHED: {
    'zh-CN': '这门课程没有在用的版本，无需停用。',
    'zh-TW': '這門課程沒有使用中的版本，無須停用。',
    en: 'No version of this course is published, so there is nothing to retire.',
  },
  COURSE_QUESTIONS_MISSING: {
    'zh-CN': '测验引用的题目不在题库里：{{codes}}。请先导入这些题目。',
    'zh-TW': '測驗引用的題目不在題庫裡：{{codes}}。請先匯入這些題目。',
    en: 'These questions of a quiz are not in the question bank: {{codes}}. Import them first.',
  },
});

/** What may be wrong with a line of a course file. */
export const courseFileErrors = defineErrors({
  'file-too-long': { 'zh-CN': '课程文件超过2 MB，请分成几门课程。', 'zh-TW': '課程檔案超過2 MB，請分成幾門課程。', en: 'The course file is longer than 2 MB; please make several courses of it.' },
  'file-not-text': { 'zh-CN': '文件不是UTF-8文本。', 'zh-TW': '檔案不是UTF-8文字。', en: 'The file is not UTF-8 text.' },
  'front-matter-missing': {
    'zh-CN': '文件开头要有一行“---”，下面写课程编码、课程名称等。',
    'zh-TW': '檔案開頭要有一行「---」，下面寫課程編碼、課程名稱等。',
    en: 'The file must begin with a line “---” and the fields of the course below it.',
  },
  'front-matter-open': { 'zh-CN': '开头的课程信息没有用“---”结束。', 'zh-TW': '開頭的課程資訊沒有用「---」結束。', en: 'The fields at the beginning are not closed by “---”.' },
  'unknown-field': { 'zh-CN': '不认识“{{text}}”这一项。', 'zh-TW': '不認識「{{text}}」這一項。', en: 'There is no field “{{text}}”.' },
  'repeated-field': { 'zh-CN': '“{{text}}”写了两次。', 'zh-TW': '「{{text}}」寫了兩次。', en: '“{{text}}” stands there twice.' },
  'missing-field': { 'zh-CN': '缺少“{{text}}”。', 'zh-TW': '缺少「{{text}}」。', en: '“{{text}}” is missing.' },
  'bad-course-code': {
    'zh-CN': '课程编码“{{text}}”只能用字母、数字和短横线，最长40个字符。',
    'zh-TW': '課程編碼「{{text}}」只能用字母、數字和短橫線，最長40個字元。',
    en: 'Course code “{{text}}”: letters, digits and hyphens only, 40 characters at most.',
  },
  'unknown-track': {
    'zh-CN': '不认识类别“{{text}}”，可填：职业道德、法律法规、沟通技巧、业务知识。',
    'zh-TW': '不認識類別「{{text}}」，可填：職業道德、法律規章、溝通技巧、業務知識。',
    en: '“{{text}}” is no track; use ethics, law, communication or business.',
  },
  'bad-hours': { 'zh-CN': '学时“{{text}}”不对，请填大于0、不超过200的数。', 'zh-TW': '學時「{{text}}」不對，請填大於0、不超過200的數。', en: 'Hours “{{text}}”: a number above 0, 200 at most.' },
  'unknown-competency': { 'zh-CN': '没有能力项“{{text}}”。', 'zh-TW': '沒有能力項「{{text}}」。', en: 'There is no competency “{{text}}”.' },
  'no-module': { 'zh-CN': '课程里没有单元，用“# 标题”开始一个单元。', 'zh-TW': '課程裡沒有單元，用「# 標題」開始一個單元。', en: 'The course has no module; begin one with “# Title”.' },
  'text-outside': { 'zh-CN': '这一行不属于任何文章，请放到“## 文章: 标题”下面。', 'zh-TW': '這一行不屬於任何文章，請放到「## 文章: 標題」下面。', en: 'This line belongs to no article; put it below “## Article: Title”.' },
  'activity-outside': { 'zh-CN': '这个学习活动前面还没有单元（# 标题）。', 'zh-TW': '這個學習活動前面還沒有單元（# 標題）。', en: 'This activity stands before any module (# Title).' },
  'unknown-activity': { 'zh-CN': '不认识“{{text}}”，请写“## 文章: 标题”或“## 测验: 标题”。', 'zh-TW': '不認識「{{text}}」，請寫「## 文章: 標題」或「## 測驗: 標題」。', en: '“{{text}}”: write “## Article: Title” or “## Quiz: Title”.' },
  'missing-title': { 'zh-CN': '缺少标题。', 'zh-TW': '缺少標題。', en: 'The title is missing.' },
  'empty-module': { 'zh-CN': '单元“{{text}}”里没有学习活动。', 'zh-TW': '單元「{{text}}」裡沒有學習活動。', en: 'Module “{{text}}” has no activity.' },
  'empty-article': { 'zh-CN': '文章“{{text}}”没有内容。', 'zh-TW': '文章「{{text}}」沒有內容。', en: 'Article “{{text}}” is empty.' },
  'article-too-long': { 'zh-CN': '文章“{{text}}”超过{{most}}个字。', 'zh-TW': '文章「{{text}}」超過{{most}}個字。', en: 'Article “{{text}}” is longer than {{most}} characters.' },
  'quiz-line': { 'zh-CN': '测验里只能写“题目:”“及格:”“限时:”，看不懂“{{text}}”。', 'zh-TW': '測驗裡只能寫「題目:」「及格:」「限時:」，看不懂「{{text}}」。', en: 'A quiz holds “Questions:”, “Pass:” and “Minutes:” only, not “{{text}}”.' },
  'quiz-without-questions': { 'zh-CN': '测验“{{text}}”没有题目。', 'zh-TW': '測驗「{{text}}」沒有題目。', en: 'Quiz “{{text}}” has no questions.' },
  'repeated-question': { 'zh-CN': '题目“{{text}}”在这个测验里出现了两次。', 'zh-TW': '題目「{{text}}」在這個測驗裡出現了兩次。', en: 'Question “{{text}}” stands in this quiz twice.' },
  'unknown-question': { 'zh-CN': '题库里没有题目“{{text}}”，请先导入题目。', 'zh-TW': '題庫裡沒有題目「{{text}}」，請先匯入題目。', en: 'Question “{{text}}” is not in the question bank; import the questions first.' },
  'bad-pass-mark': { 'zh-CN': '及格线“{{text}}”不对，请填1到100的整数。', 'zh-TW': '及格線「{{text}}」不對，請填1到100的整數。', en: 'Pass mark “{{text}}”: a whole number from 1 to 100.' },
  'bad-time-limit': { 'zh-CN': '限时“{{text}}”不对，请填1到600的整数（分钟）。', 'zh-TW': '限時「{{text}}」不對，請填1到600的整數（分鐘）。', en: 'Time limit “{{text}}”: whole minutes from 1 to 600.' },
  'course-code-taken': { 'zh-CN': '课程编码“{{text}}”已被您管辖范围以外的单位使用。', 'zh-TW': '課程編碼「{{text}}」已被您管轄範圍以外的單位使用。', en: 'Course code “{{text}}” is in use by a unit outside your scope.' },
  'no-unit': { 'zh-CN': '还没有任何单位，请先导入组织机构，再导入课程。', 'zh-TW': '還沒有任何單位，請先匯入組織架構，再匯入課程。', en: 'There is no unit yet; import the units before the courses.' },
});
export type CourseFileCode = keyof typeof courseFileErrors;
