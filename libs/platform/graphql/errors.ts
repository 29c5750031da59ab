import { defineErrors } from '@skillhall/kernel';

/** Failures that any capability may answer with. */
export const commonErrors = defineErrors({
  NOT_FOUND: {
    'zh-CN': '没有找到，或者不在您的管辖范围内。',
    'zh-TW': '找不到，或者不在您的管轄範圍內。',
    en: 'Not found, or outside the units you may see.',
  },
  INVALID_INPUT: {
    'zh-CN': '“{{field}}”填写有误，请检查后再提交。',
    'zh-TW': '「{{field}}」填寫有誤，請檢查後再送出。',
    en: '“{{field}}” is not right; please check it and send again.',
  },
});
