import type { Phrase } from '@skillhall/kernel';

export const labels = {
  all: { 'zh-CN': '全部', 'zh-TW': '全部', en: 'all together' },
  limits: { 'zh-CN': '中心 {{centre}}，控制限 {{lower}}–{{upper}}', 'zh-TW': '中心 {{centre}}，管制界限 {{lower}}–{{upper}}', en: 'centre {{centre}}, limits {{lower}}–{{upper}}' },
  moving: { 'zh-CN': '中心 {{centre}}，控制限逐期不同', 'zh-TW': '中心 {{centre}}，管制界限逐期不同', en: 'centre {{centre}}, limits by period' },
  threshold: { 'zh-CN': '报警值 {{threshold}}，预期率 {{rate}}', 'zh-TW': '警報值 {{threshold}}，預期率 {{rate}}', en: 'alarm above {{threshold}}, expected rate {{rate}}' },
  point: { 'zh-CN': '{{time}}：{{value}}', 'zh-TW': '{{time}}：{{value}}', en: '{{time}}: {{value}}' },
  uncharted: { 'zh-CN': '画不出（期数不够）：{{units}}', 'zh-TW': '畫不出（期數不夠）：{{units}}', en: 'without a chart (too few periods): {{units}}' },
} as const satisfies Record<string, Phrase>;
