import { defineErrors } from '@skillhall/kernel';

export const complaintErrors = defineErrors({
  TAXONOMY_CHANGE_THERE: {
    'zh-CN': '这一天已经登记过统计口径变化。',
    'zh-TW': '這一天已經登記過統計口徑變化。',
    en: 'A change on this day is noted already.',
  },
});

const unitErrors = defineErrors({
  'missing-unit': { 'zh-CN': '没有填单位', 'zh-TW': '未填單位', en: 'The unit is missing' },
  'unknown-unit': {
    'zh-CN': '没有找到单位“{{unit}}”，或者它不在您的管辖范围内',
    'zh-TW': '找不到單位「{{unit}}」，或者它不在您的管轄範圍內',
    en: 'There is no unit “{{unit}}”, or it lies outside the units you may see',
  },
  'ambiguous-unit': {
    'zh-CN': '有几个单位都叫“{{unit}}”，请填写单位编码',
    'zh-TW': '有幾個單位都叫「{{unit}}」，請填寫單位代碼',
    en: 'Several units are called “{{unit}}”; please give the code',
  },
});

/** Why a row of a list of complaints is left out. */
export const complaintImportErrors = defineErrors({
  ...unitErrors,
  'missing-number': { 'zh-CN': '没有填工单编号', 'zh-TW': '未填工單編號', en: 'The work-order number is missing' },
  'missing-date': { 'zh-CN': '没有填受理时间', 'zh-TW': '未填受理時間', en: 'The time of receipt is missing' },
  'missing-class': { 'zh-CN': '没有填一级分类', 'zh-TW': '未填一級分類', en: 'The class is missing' },
  'unknown-class': {
    'zh-CN': '“{{text}}”不是投诉的一级分类。可填：服务投诉、营业投诉、停送电投诉、供电质量投诉、电网建设投诉',
    'zh-TW': '「{{text}}」不是投訴的一級分類。可填：服務投訴、營業投訴、停復電投訴、供電品質投訴、電網建設投訴',
    en: '“{{text}}” is no class of complaint',
  },
  'duplicate-number': {
    'zh-CN': '工单编号“{{number}}”与第 {{first}} 行重复，{{sameness}}',
    'zh-TW': '工單編號「{{number}}」與第 {{first}} 列重複，{{sameness}}',
    en: 'Work order “{{number}}” already stands in row {{first}}; {{sameness}}',
  },
  'taken-number': {
    'zh-CN': '工单编号“{{number}}”已登记在您管辖范围以外的单位',
    'zh-TW': '工單編號「{{number}}」已登記在您管轄範圍以外的單位',
    en: 'Work order “{{number}}” is registered at a unit outside those you may see',
  },
});

/** The end of the sentence of `duplicate-number`. */
export const sameness = defineErrors({
  same: { 'zh-CN': '内容相同，只保留一条', 'zh-TW': '內容相同，只保留一筆', en: 'the content is the same and is kept once' },
  differs: {
    'zh-CN': '但内容不同，保留前一条，请核对',
    'zh-TW': '但內容不同，保留前一筆，請核對',
    en: 'but its content differs: the earlier one is kept, please check',
  },
});

/** Why a row of a list of monthly volumes is left out. */
export const volumeImportErrors = defineErrors({
  ...unitErrors,
  'missing-month': { 'zh-CN': '没有填月份', 'zh-TW': '未填月份', en: 'The month is missing' },
  'missing-transactions': { 'zh-CN': '没有填业务笔数', 'zh-TW': '未填業務筆數', en: 'The number of transactions is missing' },
  'not-a-hall': {
    'zh-CN': '“{{unit}}”不是营业厅，业务量按营业厅填报',
    'zh-TW': '「{{unit}}」不是營業廳，業務量按營業廳填報',
    en: '“{{unit}}” is not a business hall; volumes are reported by hall',
  },
  'negative-number': { 'zh-CN': '“{{text}}”是负数', 'zh-TW': '「{{text}}」是負數', en: '“{{text}}” is negative' },
  'duplicate-month': {
    'zh-CN': '“{{unit}}”{{month}} 与第 {{first}} 行重复，{{sameness}}',
    'zh-TW': '「{{unit}}」{{month}} 與第 {{first}} 列重複，{{sameness}}',
    en: '“{{unit}}” in {{month}} already stands in row {{first}}; {{sameness}}',
  },
});
