import type { Track } from '@skillhall/directory/domain';
import type { QuestionContent, QuestionPart, QuestionType } from '../../domain/index.js';

const face = { media: [], options: [], prompts: [], blanks: [] } as const;
const classes = { track: 'law' as Track, competency: 'LAW-2', difficulty: 2, clause: null, parts: [] };
const options = [
  { key: 'A', text: '核对身份' },
  { key: 'B', text: '受理登记' },
  { key: 'C', text: '告知时限' },
];

/** The secret that no reader without a key may ever meet; it stands in every key below. */
export const secret = '机密4719';

const parts: Readonly<Record<Exclude<QuestionType, 'case'>, QuestionPart>> = {
  single: { ...face, type: 'single', stem: '先做什么？', options, key: { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: null }, explanation: secret },
  multiple: { ...face, type: 'multiple', stem: '要做哪些？', options, key: { kind: 'choice', correct: ['A', 'C'], rule: 'missingHalf', credits: null }, explanation: secret },
  trueFalse: { ...face, type: 'trueFalse', stem: '可以额外收费。', options: [{ key: 'T', text: '正确' }, { key: 'F', text: '错误' }], key: { kind: 'choice', correct: ['F'], rule: 'allOrNothing', credits: null }, explanation: secret },
  fillIn: {
    ...{ ...face, type: 'fillIn', stem: '欠费[[1]]日，可以[[2]]。', blanks: [{ kind: 'number', unit: '日' }, { kind: 'text', unit: null }] },
    key: { kind: 'blanks', blanks: [{ kind: 'number', accepted: [{ value: 30, tolerance: 0, credit: 1 }], unit: '日' }, { kind: 'text', accepted: [{ text: secret, credit: 1 }], matchCase: false }], anyOrder: false },
    explanation: null,
  },
  numeric: { ...face, type: 'numeric', stem: '电压上限是多少？', blanks: [{ kind: 'number', unit: 'V' }], key: { kind: 'blanks', blanks: [{ kind: 'number', accepted: [{ value: 235.4, tolerance: 0.1, credit: 1 }], unit: 'V' }], anyOrder: false }, explanation: secret },
  ordering: { ...face, type: 'ordering', stem: '排出先后。', options, key: { kind: 'order', correct: ['B', 'A', 'C'], rule: 'perPlace' }, explanation: secret },
  matching: { ...face, type: 'matching', stem: '配对。', options, prompts: [{ key: '1', text: '第一步' }, { key: '2', text: '第二步' }], key: { kind: 'match', correct: ['A', 'B'], rule: 'perPlace' }, explanation: secret },
  shortAnswer: { ...face, type: 'shortAnswer', stem: '说明首问负责。', key: { kind: 'rubric', criteria: [{ id: 'a', text: secret, share: 0.4 }, { id: 'b', text: '跟踪到办结', share: 0.6 }], modelAnswer: secret }, explanation: null },
  calculation: {
    ...{ ...face, type: 'calculation', stem: '用电{{kwh}}千瓦时，电费[[1]]。', blanks: [{ kind: 'number', unit: '元' }] },
    key: { kind: 'formula', variables: [{ name: 'kwh', least: 100, most: 200, step: 10 }], blanks: [{ formula: 'kwh * 0.52', tolerance: 0.01, decimals: 2, unit: '元' }] },
    explanation: secret,
  },
};

/** A sound question of every type, for tests. */
export const contents: Readonly<Record<QuestionType, QuestionContent>> = {
  ...{ single: { ...parts.single, ...classes }, multiple: { ...parts.multiple, ...classes }, trueFalse: { ...parts.trueFalse, ...classes } },
  ...{ fillIn: { ...parts.fillIn, ...classes }, numeric: { ...parts.numeric, ...classes }, ordering: { ...parts.ordering, ...classes } },
  ...{ matching: { ...parts.matching, ...classes }, shortAnswer: { ...parts.shortAnswer, ...classes }, calculation: { ...parts.calculation, ...classes } },
  case: { ...face, type: 'case', stem: '某户欠费的经过。', key: { kind: 'parts' }, explanation: secret, ...classes, parts: [parts.single, parts.fillIn] },
};
