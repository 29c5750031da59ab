import { decimalText, type Exact } from '../../grading/exact.js';
import { parseFormula, type Formula } from '../../grading/formula.js';
import { countOf, valueAt } from '../../grading/variables.js';
import type { Variable } from '../../key.js';
import { isFormula, type ExchangeQuestion } from '../exchange-question.js';
import type { Lose } from '../writing.js';
import { element, textElement } from './elements.js';

const plainName = /^[A-Za-z]\w*$/;
const mostItems = 20;

const digits = (value: Exact): string => decimalText(value, 12).replace(/\.?0+$/, '');

function printed(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return digits(formula.value);
    case 'variable':
      return `{${formula.name}}`;
    case 'negative':
      return `(-${printed(formula.of)})`;
    case 'binary':
      return formula.sign === '^' ? `pow(${printed(formula.left)},${printed(formula.right)})` : `(${printed(formula.left)}${formula.sign}${printed(formula.right)})`;
    case 'call':
      return `${formula.name}(${formula.of.map(printed).join(',')})`;
  }
}

/** The formula as Moodle computes it; null where it needs a comparison, which Moodle has none of. */
export function moodleFormula(formula: string, variables: readonly Variable[]): string | null {
  const parsed = parseFormula(formula, new Set(variables.map(({ name }) => name)));
  if (!parsed.ok || /[<>=!]|\bif\s*\(/i.test(formula) || variables.some(({ name }) => !plainName.test(name))) return null;
  if (formula.includes('^')) return printed(parsed.value);
  const names = new Set(variables.map(({ name }) => name));
  return formula.replace(/[A-Za-z_]\w*/g, (word) => (names.has(word) ? `{${word}}` : word));
}

const decimalsOf = (step: number): number => Math.min(6, (/\.(\d+)/.exec(String(step))?.[1] ?? '').length);

/** The values that a variable may take, or some of them from its whole range. */
function dataset(variable: Variable): string {
  const { name, least, most, step } = variable;
  const [count, decimals] = [countOf(variable), decimalsOf(step)];
  const picked = Array.from({ length: Math.min(count, mostItems) }, (_, index) => (count <= mostItems ? index : Math.round((index * (count - 1)) / (mostItems - 1))));
  const items = picked.map((place, index) => element('dataset_item', element('number', String(index + 1)) + element('value', digits(valueAt(variable, place)))));
  return element('dataset_definition', [
    ...[textElement('status', 'private'), textElement('name', name), element('type', 'calculatedsimple'), textElement('distribution', 'uniform')],
    ...[textElement('minimum', String(least)), textElement('maximum', String(most)), textElement('decimals', String(decimals))],
    ...[element('itemcount', String(items.length)), element('dataset_items', items.join('')), element('number_of_items', String(items.length))],
  ].join(''));
}

/** What a calculation adds to its text; null where Moodle could not compute it. */
export function calculatedBody({ answers, variables, stem }: ExchangeQuestion, lose: Lose): { stem: string; body: string } | null {
  const [answer, ...others] = answers.filter(isFormula);
  const formula = answer && !others.length ? moodleFormula(answer.formula, variables) : null;
  if (!answer || formula === null) return null;
  if (variables.some(({ step, least }) => step !== 10 ** -decimalsOf(step) || decimalsOf(least) > decimalsOf(step))) lose('step');
  const names = new Set(variables.map(({ name }) => name));
  const body = element('answer', textElement('', formula) + element('tolerance', String(answer.tolerance)) + element('tolerancetype', '2') + element('correctanswerformat', '1') + element('correctanswerlength', String(answer.decimals)), { fraction: '100' });
  const units = answer.unit === undefined ? '' : element('units', element('unit', element('multiplier', '1') + element('unit_name', answer.unit, {}, true)));
  return {
    stem: stem.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) => (names.has(name) ? `{${name}}` : whole)),
    body: `${body}${units}${element('dataset_definitions', variables.map(dataset).join(''))}`,
  };
}
