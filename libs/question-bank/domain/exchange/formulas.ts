import { numberIn, tidyNumber } from '../plain.js';
import type { Variable } from '../key.js';
import type { ExchangeCriterion, ExchangeFormula, ExchangeNumber } from './exchange-question.js';

const numberSign = '[-−+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[-+]?\\d+)?';
const unitSign = '([A-Za-z\\u4e00-\\u9fff%‰°℃Ω¥￥$][^\\d\\s=;；,，±×÷]{0,20})?';
const withTolerance = new RegExp(`^(${numberSign})\\s*(?:(?:±|\\+/-|\\+-)\\s*(${numberSign}))?\\s*${unitSign}$`, 'i');
const asRange = new RegExp(`^(${numberSign})\\s*(?:\\.\\.|~|～|至)\\s*(${numberSign})\\s*${unitSign}$`, 'i');

export type NumberSaid = Pick<ExchangeNumber, 'value' | 'tolerance' | 'unit'>;

/** `3.14±0.01 元`, `3.13..3.15` or `50（元）`; undefined where something else stands there. */
export function numberSaid(text: string): NumberSaid | undefined {
  const plain = text.trim().replace(/[。.]$/, '').replace(/[（(]\s*([^（()）]+)\s*[)）]$/, ' $1');
  const range = asRange.exec(plain);
  if (range) {
    const [least, most] = [numberIn(range[1]!)!, numberIn(range[2]!)!];
    return { value: tidyNumber((least + most) / 2), tolerance: tidyNumber(Math.abs(most - least) / 2), ...unitOf(range[3]) };
  }
  const found = withTolerance.exec(plain);
  const value = found && numberIn(found[1]!);
  return found && value !== null && value !== undefined ? { value, tolerance: found[2] === undefined ? 0 : Math.abs(numberIn(found[2])!), ...unitOf(found[3]) } : undefined;
}

const unitOf = (text: string | undefined): { unit?: string } => (text?.trim() ? { unit: text.trim() } : {});

export const numberText = ({ value, tolerance, unit }: NumberSaid): string => `${value}${tolerance === 0 ? '' : `±${tolerance}`}${unit === undefined ? '' : ` ${unit}`}`;

/** `kwh=100~300/10；days=28~31`: from, to, and in which steps. */
export function variablesOf(text: string): Variable[] | undefined {
  const parts = text.split(/[;；\n]/).map((part) => part.trim()).filter((part) => part !== '');
  const variables = parts.map((part) => {
    const found = new RegExp(`^([A-Za-z_]\\w*)\\s*[=:：]\\s*(${numberSign})\\s*(?:\\.\\.|~|～|至)\\s*(${numberSign})(?:\\s*/\\s*(${numberSign}))?$`, 'i').exec(part);
    return found && { name: found[1]!, least: numberIn(found[2]!)!, most: numberIn(found[3]!)!, step: found[4] === undefined ? 1 : numberIn(found[4])! };
  });
  return variables.every((variable) => variable !== null) ? variables : undefined;
}

export const variablesText = (variables: readonly Variable[]): string => variables.map(({ name, least, most, step }) => `${name}=${least}~${most}/${step}`).join('；');

/** `kwh*0.5±0.01 保留2位 元`; several blanks are divided by semicolons. */
export function formulasOf(text: string): ExchangeFormula[] {
  return text.split(/[;；\n]/).map((part) => part.trim()).filter((part) => part !== '').map((part, index) => {
    const found = /^(.*?)\s*(?:±\s*([\d.]+))?\s*(?:(?:保留|取)\s*(\d+)\s*位(?:小数|小數)?)?\s*(?:[[【]([^\]】]+)[\]】])?$/.exec(part)!;
    return { blank: index + 1, credit: 1, formula: found[1]!, tolerance: Number(found[2] ?? 0) || 0, decimals: Number(found[3] ?? 2), ...(found[4] !== undefined && { unit: found[4] }) };
  });
}

export const formulasText = (formulas: readonly ExchangeFormula[]): string =>
  formulas.map(({ formula, tolerance, decimals, unit }) => `${formula}${tolerance === 0 ? '' : ` ±${tolerance}`} 保留${decimals}位${unit === undefined ? '' : ` [${unit}]`}`).join('；');

/** `说明流程（3分）；态度得体（2分）`, or a line each: what is looked for, and its share of the marks. */
export function rubricOf(text: string): ExchangeCriterion[] | undefined {
  const parts = text.split(/[;；\n]/).map((part) => part.trim()).filter((part) => part !== '');
  const said = parts.map((part) => /^(?:\(?\d{1,2}[、.)）]\s*)?(.+?)\s*[（(]?\s*(\d+(?:\.\d+)?)\s*(分|%)\s*[)）]?[。.]?$/.exec(part));
  const total = said.reduce((sum, found) => sum + Number(found?.[2] ?? 0), 0);
  if (!said.length || said.some((found) => !found) || total <= 0) return undefined;
  return said.map((found) => ({ text: found![1]!.trim(), share: tidyNumber(Number(found![2]) / total) }));
}

export const rubricText = (rubric: readonly ExchangeCriterion[]): string => rubric.map(({ text, share }) => `${text}（${tidyNumber(share * 100)}分）`).join('；');
