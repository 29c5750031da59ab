import type { ExchangeQuestion, ReadingProblem, Writing } from '../exchange-question.js';

const isEmpty = (value: unknown): boolean => value === null || value === false || (Array.isArray(value) && value.length === 0);

/** The question without the fields that say nothing. */
export function plainQuestion({ type, line, stem, parts, ...rest }: ExchangeQuestion): Readonly<Record<string, unknown>> {
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isEmpty(value)));
  return { type, line, stem, ...said, ...(parts.length > 0 && { parts: parts.map(plainQuestion) }) };
}

/** What was read of a file, as one object; a problem may come with its sentence. */
export const jsonText = (questions: readonly ExchangeQuestion[], problems: readonly (ReadingProblem & { readonly message?: string })[]): string =>
  `${JSON.stringify({ questions: questions.map(plainQuestion), problems }, null, 2)}\n`;

/** Questions as JSON, which loses nothing. */
export const writeJson = (questions: readonly ExchangeQuestion[]): Writing => ({ text: jsonText(questions, []), losses: [] });
