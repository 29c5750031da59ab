import { type Locale, type Phrase, say } from '@skillhall/kernel';
import { sayMonth, sayRate } from '../say-numbers.js';
import type { AlertKind, NodeAlert } from './node-alerts.js';

const sentences: Readonly<Record<AlertKind, Phrase>> = {
  rate: {
    'zh-CN': '{{unit}} {{month}}每万笔投诉 {{rate}}，高于正常波动的上限 {{limit}}。',
    'zh-TW': '{{unit}} {{month}}每萬筆投訴 {{rate}}，高於正常波動的上限 {{limit}}。',
    en: '{{unit}}, {{month}}: {{rate}} complaints per 10,000 transactions, above the limit {{limit}} of normal variation.',
  },
  sum: {
    'zh-CN': '{{unit}} {{since}}至{{month}}有 {{complaints}} 件投诉，按它平时的水平约为 {{expected}} 件。',
    'zh-TW': '{{unit}} {{since}}至{{month}}有 {{complaints}} 件投訴，按它平時的水準約為 {{expected}} 件。',
    en: '{{unit}} had {{complaints}} complaints from {{since}} to {{month}}; about {{expected}} would be usual there.',
  },
};

const window: Phrase = {
  'zh-CN': '提示只说明该看哪里，不能证明什么。若据此挑选派训的厅，{{since}}至{{month}}就是决策期，派训时请记下，否则自然回落会被当成效果。',
  'zh-TW': '提示只說明該看哪裡，不能證明什麼。若據此挑選派訓的廳，{{since}}至{{month}}就是決策期，派訓時請記下，否則自然回落會被當成效果。',
  en: 'An alert says where to look; it proves nothing. If it decides which halls are trained, {{since}} to {{month}} is the decision window: write it down, or a natural fall will pass for an effect.',
};

export interface AlertWords {
  readonly text: string;
  readonly advice: string;
}

export function alertWords(unit: string, { kind, month, since, complaints, expected, rate, limit }: NodeAlert, locale: Locale): AlertWords {
  const months = { since: sayMonth(since, locale), month: sayMonth(month, locale) };
  const numbers = { unit, complaints, expected: expected >= 10 ? Math.round(expected) : Number(expected.toFixed(1)), rate: sayRate(rate, limit ?? 0), limit: sayRate(limit ?? 0, rate) };
  return { text: say(sentences[kind], locale, { ...months, ...numbers }), advice: say(window, locale, months) };
}
