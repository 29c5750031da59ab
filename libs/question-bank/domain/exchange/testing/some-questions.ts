import fc from 'fast-check';
import { choiceRules, sequenceRules, type QuestionKey } from '../../key.js';
import { tidyCredit } from '../../plain.js';
import { bareFace, optionKeys, trueFalseOptions, type QuestionContent, type QuestionOption, type QuestionPart, type QuestionType } from '../../question.js';

const words = ['电能表', '首问负责', '抄表周期', 'kWh', '3.5kV', '{花括号}', '等号=波浪~井#', '冒号::', '反斜\\线', '引号"<b>&amp;', '第一条；', '（括号）', 'A、', '1. 点', '答案：无', 'α≥β', '->', '%50%', '100%', '√', '//注', '一、单选题', "it's", '问？'];

/** Texts that a hall may write, with what the formats use as signs among them; one line each. */
const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const stem = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n'));
const texts = (least: number, most: number) => fc.uniqueArray(line, { minLength: least, maxLength: most, selector: (text) => text });
const lettered = (list: readonly string[]): QuestionOption[] => list.map((text, index) => ({ key: optionKeys[index]!, text }));
const sorted = (list: readonly string[]): string[] => [...list].sort((a, b) => (a < b ? -1 : 1));
const number = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 100);
const unit = fc.constantFrom(null, '元', 'kWh', '%');

const single = fc.tuple(texts(2, 6), fc.nat()).map(([list, pick]): Partial<QuestionPart> => ({ options: lettered(list), key: { kind: 'choice', correct: [optionKeys[pick % list.length]!], rule: 'allOrNothing', credits: null } }));

const multiple = fc.tuple(texts(2, 6), fc.integer({ min: 2, max: 6 }), fc.constantFrom(...choiceRules)).map(([list, several, rule]): Partial<QuestionPart> => {
  const right = optionKeys.slice(0, Math.min(several, list.length));
  const credits = rule === 'perOption' ? Object.fromEntries(list.map((_, index) => [optionKeys[index]!, index < right.length ? tidyCredit(1 / right.length) : -0.5])) : null;
  return { options: lettered(list), key: { kind: 'choice', correct: right, rule, credits } };
});

const trueFalse = fc.constantFrom('T', 'F').map((right): Partial<QuestionPart> => ({ options: trueFalseOptions, key: { kind: 'choice', correct: [right], rule: 'allOrNothing', credits: null } }));

const ordering = fc.tuple(texts(2, 6), fc.constantFrom(...sequenceRules)).chain(([list, rule]) =>
  fc.shuffledSubarray(lettered(sorted(list)).map(({ key }) => key), { minLength: list.length }).map((correct): Partial<QuestionPart> => ({ options: lettered(sorted(list)), key: { kind: 'order', correct, rule } })));

const matching = fc.tuple(texts(2, 4), texts(2, 5), fc.constantFrom(...sequenceRules)).map(([prompts, list, rule]): Partial<QuestionPart> => {
  const options = lettered(sorted(list));
  return { options, prompts: prompts.map((text, index) => ({ key: String(index + 1), text })), key: { kind: 'match', correct: prompts.map((_, index) => options[(index * 3) % options.length]!.key), rule } };
});

const fillIn = fc.tuple(fc.array(fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', 'abc', '50'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), fc.boolean(), line).map(([blanks, matchCase, text]): Partial<QuestionPart> => ({
  stem: blanks.map((_, index) => `${text}[[${index + 1}]]`).join('，'),
  blanks: blanks.map(() => ({ kind: 'text', unit: null })),
  key: { kind: 'blanks', anyOrder: false, blanks: blanks.map((list) => ({ kind: 'text', matchCase, accepted: list.map((each, index) => ({ text: each, credit: index === 0 ? 1 : 0.5 })) })) },
}));

const numeric = fc.tuple(number, fc.constantFrom(0, 0.01, 5), unit).map(([value, tolerance, each]): Partial<QuestionPart> => ({ blanks: [{ kind: 'number', unit: each }], key: { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'number', unit: each, accepted: [{ value, tolerance, credit: 1 }] }] } }));

const calculation = fc.tuple(fc.constantFrom('kwh*0.5', 'round(kwh, 1) + 2', 'if(kwh > 200, kwh * 0.6, kwh * 0.5)'), unit).map(([formula, each]): Partial<QuestionPart> => ({
  stem: '用电{{kwh}}千瓦时，求电费。',
  blanks: [{ kind: 'number', unit: each }],
  key: { kind: 'formula', variables: [{ name: 'kwh', least: 100, most: 300, step: 0.5 }], blanks: [{ formula, tolerance: 0.01, decimals: 2, unit: each }] },
}));

const shortAnswer = fc.tuple(fc.option(line), fc.boolean()).map(([modelAnswer, rubric]): Partial<QuestionPart> => ({
  key: { kind: 'rubric', modelAnswer, criteria: rubric ? [{ id: '1', text: '说明流程', share: 0.6 }, { id: '2', text: '态度得体', share: 0.4 }] : [{ id: '1', text: '与参考答案相符', share: 1 }] },
}));

const kinds: Readonly<Record<Exclude<QuestionType, 'case'>, fc.Arbitrary<Partial<QuestionPart>>>> = { single, multiple, trueFalse, fillIn, numeric, ordering, matching, shortAnswer, calculation };
const nothing: QuestionKey = { kind: 'parts' };

export const somePart = (type: Exclude<QuestionType, 'case'>): fc.Arbitrary<QuestionPart> =>
  fc.tuple(stem, kinds[type], fc.option(line)).map(([text, more, explanation]) => ({ ...bareFace, type, stem: text, key: nothing, explanation, ...more }));

const types = Object.keys(kinds) as Exclude<QuestionType, 'case'>[];
const anyPart = fc.constantFrom(...types).chain(somePart);
const caseGroup = fc.tuple(stem, fc.array(anyPart, { minLength: 1, maxLength: 3 }), fc.option(line)).map(([text, parts, explanation]): QuestionPart & { parts: QuestionPart[] } => ({ ...bareFace, type: 'case', stem: text, key: nothing, explanation, parts }));

const classified = (part: QuestionPart & { parts?: readonly QuestionPart[] }): fc.Arbitrary<QuestionContent> =>
  fc.tuple(fc.constantFrom('BIZ-3', null), fc.integer({ min: 1, max: 5 }), fc.option(line)).map(([competency, difficulty, clause]) => ({ ...part, parts: part.parts ?? [], track: 'business', competency, difficulty, clause }));

export const someOf = (type: QuestionType): fc.Arbitrary<QuestionContent> => (type === 'case' ? caseGroup : somePart(type)).chain(classified);
export const someContent: fc.Arbitrary<QuestionContent> = fc.oneof(anyPart, caseGroup).chain(classified);
