import { longestFormula } from '../../grading/formula.js';
import { numberIn, tidyNumber } from '../../plain.js';
import type { ExchangeAnswer } from '../exchange-question.js';
import type { Variable } from '../../key.js';
import { fieldText } from './field-text.js';
import { unitOf, type ReadNode } from './readers.js';
import { childOf, childrenOf, valueOf, type XmlNode } from './xml-tree.js';

const known = new Set(['min', 'max', 'abs', 'round', 'floor', 'ceil']);

/** `{a}*pow({b},2)` as `a*(b)^(2)`; null where it needs a function that we do not have. */
export function ourFormula(moodle: string): string | null {
  if (moodle.length > 2 * longestFormula) return null;
  let formula = moodle.trim().replace(/^\{?=\s*|(?<=^\{=.*)\}$/g, '').replace(/\{([A-Za-z_]\w*)\}/g, '$1').replace(/\*\*/g, '^');
  for (let depth = 0; depth < 20 && /\b(?:pow|sqrt)\s*\(/.test(formula); depth++) {
    formula = formula
      .replace(/\bpow\s*\(((?:[^(),]|\([^()]*\))*),((?:[^(),]|\([^()]*\))*)\)/g, '(($1)^($2))')
      .replace(/\bsqrt\s*\(((?:[^()]|\([^()]*\))*)\)/g, '(($1)^0.5)');
  }
  const calls = [...formula.matchAll(/([A-Za-z_]\w*)\s*\(/g)].map(([, name]) => name!);
  return calls.every((name) => known.has(name)) ? formula.replace(/\s+/g, ' ') : null;
}

function variablesOf(node: XmlNode): Variable[] {
  return childrenOf(childOf(node, 'dataset_definitions'), 'dataset_definition').flatMap((each) => {
    const [name, least, most] = [valueOf(each, 'name'), numberIn(valueOf(each, 'minimum') ?? ''), numberIn(valueOf(each, 'maximum') ?? '')];
    const step = tidyNumber(10 ** -Math.min(6, Math.max(0, Number(valueOf(each, 'decimals')) || 0)));
    return name && least !== undefined && most !== undefined ? [{ name, least: Math.min(least, most), most: Math.max(least, most), step }] : [];
  });
}

/** A formula of values that are drawn. Tolerance there is usually a share of the result; ours is a number. */
export const calculated: ReadNode = (node, problems) => {
  const [variables, unit] = [variablesOf(node), unitOf(node, problems)];
  const answers = childrenOf(node, 'answer').flatMap((answer): ExchangeAnswer[] => {
    const { text } = fieldText(answer, 'plain');
    const credit = (Number(answer.attributes['fraction']) || 0) / 100;
    const formula = text === '*' || credit <= 0 ? undefined : ourFormula(text);
    if (formula === null) problems.push({ line: answer.line, code: 'formula-not-held', values: { text: text.slice(0, 80) } });
    if (!formula) return [];
    const decimals = valueOf(answer, 'correctanswerformat') === '2' ? 6 : Math.min(6, Math.max(0, Number(valueOf(answer, 'correctanswerlength') ?? 2) || 0));
    const said = Math.abs(numberIn(valueOf(answer, 'tolerance') ?? '') ?? 0);
    const nominal = valueOf(answer, 'tolerancetype') === '2';
    if (!nominal && said > 0) problems.push({ line: answer.line, code: 'tolerance-relative', values: { text: String(said) } });
    return [{ blank: 1, formula, tolerance: nominal ? said : tidyNumber(10 ** -decimals / 2), decimals, credit, ...unit }];
  });
  if (!answers.length) problems.push({ line: node.line, code: 'no-answer' });
  if (answers.length > 1) problems.push({ line: node.line, code: 'one-formula' });
  const names = new Set(variables.map(({ name }) => name));
  const stem = childOf(childOf(node, 'questiontext'), 'text');
  if (stem) {
    if (/\{=/.test(stem.text)) problems.push({ line: node.line, code: 'formula-in-stem' });
    stem.text = stem.text.replace(/\{([A-Za-z_]\w*)\}/g, (whole, name: string) => (names.has(name) ? `{{${name}}}` : whole));
  }
  return { type: 'calculation', variables, answers: answers.slice(0, 1) };
};
