import type { Phrase } from '@skillhall/kernel';
import type { VersionAction } from './lifecycle.js';

const steps: Readonly<Record<VersionAction | 'undoRetire', Phrase>> = {
  submit: { 'zh-CN': '提交审题', 'zh-TW': '提交審題', en: 'handed questions in for review' },
  withdraw: { 'zh-CN': '撤回审题', 'zh-TW': '撤回審題', en: 'took questions back from review' },
  approve: { 'zh-CN': '审题通过', 'zh-TW': '審題通過', en: 'approved questions' },
  reject: { 'zh-CN': '审题退回', 'zh-TW': '審題退回', en: 'sent questions back' },
  publish: { 'zh-CN': '启用题目', 'zh-TW': '啟用題目', en: 'put questions in force' },
  retire: { 'zh-CN': '停用题目', 'zh-TW': '停用題目', en: 'retired questions' },
  restore: { 'zh-CN': '恢复题目', 'zh-TW': '恢復題目', en: 'restored questions' },
  undoRetire: { 'zh-CN': '撤销停用', 'zh-TW': '復原停用', en: 'undid a retirement' },
};

/** What the deeds of this capability are called in the audit log. */
export const questionAuditWords = {
  actions: {
    ...(Object.fromEntries(Object.entries(steps).map(([step, phrase]) => [`question.${step}`, phrase])) as Record<string, Phrase>),
    'question.edited': { 'zh-CN': '修改题目', 'zh-TW': '修改題目', en: 'changed questions' },
    'question.exported': { 'zh-CN': '导出题目和答案', 'zh-TW': '匯出題目和答案', en: 'exported questions with their keys' },
    'question.key-revised': { 'zh-CN': '更正答案', 'zh-TW': '更正答案', en: 'corrected a key' },
    'question-category.created': { 'zh-CN': '新建题目分类', 'zh-TW': '新增題目分類', en: 'made a category' },
    'question-category.renamed': { 'zh-CN': '改题目分类名称', 'zh-TW': '更改題目分類名稱', en: 'renamed a category' },
    'question-category.moved': { 'zh-CN': '移动题目分类', 'zh-TW': '移動題目分類', en: 'moved a category' },
    'question-category.removed': { 'zh-CN': '删除题目分类', 'zh-TW': '刪除題目分類', en: 'removed a category' },
    'question-category.merged': { 'zh-CN': '合并题目分类', 'zh-TW': '合併題目分類', en: 'merged categories' },
  },
  subjects: {
    question: { 'zh-CN': '题目', 'zh-TW': '題目', en: 'question' },
    'question-category': { 'zh-CN': '题目分类', 'zh-TW': '題目分類', en: 'category' },
  },
  details: {
    questions: { 'zh-CN': '题数', 'zh-TW': '題數', en: 'questions' },
    refused: { 'zh-CN': '未处理', 'zh-TW': '未處理', en: 'refused' },
    format: { 'zh-CN': '格式', 'zh-TW': '格式', en: 'format' },
    names: { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'names' },
  },
} as const;
