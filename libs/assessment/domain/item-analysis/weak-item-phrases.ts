import { type Locale, type Phrase, say } from '@skillhall/kernel';
import type { WeakItemFlag, WeakReason } from './weak-items.js';

const reasons: Readonly<Record<WeakReason, Phrase>> = {
  'too-few-attempts': {
    'zh-CN': '只有 {{value}} 份答卷，少于 {{limit}} 份，以下数字仅供参考',
    'zh-TW': '只有 {{value}} 份答卷，少於 {{limit}} 份，以下數字僅供參考',
    en: 'only {{value}} attempts, fewer than {{limit}}: read the figures as hints',
  },
  'too-easy': {
    'zh-CN': '太容易：得分率 {{value}}，达到 {{limit}}',
    'zh-TW': '太容易：得分率 {{value}}，達到 {{limit}}',
    en: 'too easy: facility {{value}}, at or above {{limit}}',
  },
  'too-hard': {
    'zh-CN': '太难：得分率 {{value}}，不超过 {{limit}}',
    'zh-TW': '太難：得分率 {{value}}，不超過 {{limit}}',
    en: 'too hard: facility {{value}}, at or below {{limit}}',
  },
  'negative-discrimination': {
    'zh-CN': '区分度为负（{{value}}）：总分高的人反而答得差，请检查答案和题干',
    'zh-TW': '鑑別度為負（{{value}}）：總分高的人反而答得差，請檢查答案和題幹',
    en: 'negative discrimination ({{value}}): strong candidates do worse; check the key and the wording',
  },
  'low-discrimination': {
    'zh-CN': '区分度低：{{value}}，低于 {{limit}}',
    'zh-TW': '鑑別度低：{{value}}，低於 {{limit}}',
    en: 'low discrimination: {{value}}, below {{limit}}',
  },
  'adverse-weight': {
    'zh-CN': '得分与总分反向变化，无法计算实际权重',
    'zh-TW': '得分與總分反向變化，無法計算實際權重',
    en: 'runs against the total: it has no effective weight',
  },
  'key-suspect': {
    'zh-CN': '答案存疑：高分组有 {{value}} 选 {{option}}，选正确答案的只有 {{limit}}',
    'zh-TW': '答案存疑：高分組有 {{value}} 選 {{option}}，選正確答案的只有 {{limit}}',
    en: 'key in doubt: {{value}} of the best chose {{option}}, only {{limit}} the key',
  },
  'dead-distractor': {
    'zh-CN': '干扰项 {{option}} 不起作用：只有 {{value}} 的人选，低于 {{limit}}',
    'zh-TW': '誘答選項 {{option}} 不起作用：只有 {{value}} 的人選，低於 {{limit}}',
    en: 'distractor {{option}} does no work: chosen by {{value}}, below {{limit}}',
  },
};

const percent = (value: number): string => `${(Math.round(value * 10) / 10).toString()}%`;

/** Facility and shares are fractions, discrimination is percent already, attempts are counted. */
const shown: Readonly<Record<WeakReason, (value: number) => string>> = {
  'too-few-attempts': String,
  'too-easy': (value) => percent(100 * value),
  'too-hard': (value) => percent(100 * value),
  'negative-discrimination': percent,
  'low-discrimination': percent,
  'adverse-weight': String,
  'key-suspect': (value) => percent(100 * value),
  'dead-distractor': (value) => percent(100 * value),
};

/** The flag as a person reads it. */
export function sayWeakItem({ reason, value, limit, option = '' }: WeakItemFlag, locale: Locale): string {
  return say(reasons[reason], locale, { value: shown[reason](value), limit: shown[reason](limit), option });
}
