import type { LossCode } from './errors.js';
import { isFormula, isNumber, isText, type ExchangeQuestion, type Loss, type Writing } from './exchange-question.js';

export type Lose = (code: LossCode) => void;

/** Writes questions one by one; what `write` says is lost is said under the number of the question. Null: not written. */
export function writeEach(questions: readonly ExchangeQuestion[], write: (question: ExchangeQuestion, lose: Lose) => string | null): Writing {
  const losses: Loss[] = [];
  const texts = questions.flatMap((question, index) => {
    const codes = new Set<LossCode>();
    const text = write(question, (code) => codes.add(code));
    if (text === null) codes.add('not-written');
    losses.push(...[...codes].map((code): Loss => ({ number: question.number ?? String(index + 1), line: question.line, code })));
    return text === null ? [] : [text];
  });
  return { text: texts.join(''), losses };
}

/** Parts of a question that a format may have a place for. */
export type Holds = Partial<Record<'number' | 'name' | 'category' | 'classification' | 'tags' | 'media' | 'explanation' | 'feedback' | 'partialCredit' | 'unit' | 'matchCase' | 'rubric' | 'modelAnswer', true>>;

const hasCredits = ({ options, answers }: ExchangeQuestion): boolean => {
  const right = options.filter(({ credit }) => credit > 0);
  const uneven = right.some(({ credit }) => Math.abs(credit - 1 / right.length) > 1e-4) || options.some(({ credit }) => credit < 0);
  return uneven || answers.some(({ credit }) => credit !== 1);
};

const checks: readonly (readonly [keyof Holds, LossCode, (question: ExchangeQuestion) => boolean])[] = [
  ['number', 'number', ({ number }) => number !== null],
  ['name', 'name', ({ name }) => name !== null],
  ['category', 'category', ({ category }) => category !== null],
  ['classification', 'classification', ({ track, competency, difficulty, clause }) => track !== null || competency !== null || difficulty !== null || clause !== null],
  ['tags', 'tags', ({ tags }) => tags.length > 0],
  ['media', 'media', ({ media }) => media.length > 0],
  ['explanation', 'explanation', ({ explanation }) => explanation !== null],
  ['feedback', 'feedback', ({ options, answers }) => [...options, ...answers].some(({ feedback }) => feedback !== undefined)],
  ['partialCredit', 'partial-credit', hasCredits],
  ['unit', 'unit', ({ answers }) => answers.some((answer) => !isText(answer) && answer.unit !== undefined)],
  ['matchCase', 'match-case', ({ matchCase }) => matchCase],
  ['rubric', 'rubric', ({ rubric }) => rubric.length > 0],
  ['modelAnswer', 'model-answer', ({ modelAnswer }) => modelAnswer !== null],
];

/** Says what a question has and the format does not hold. */
export function loseWhatIsNotHeld(question: ExchangeQuestion, holds: Holds, lose: Lose): void {
  for (const [part, code, has] of checks) if (!holds[part] && has(question)) lose(code);
}

/** The parts of a case as questions of their own, each with the text of the case before it. */
export const partsAlone = ({ stem, parts, explanation, media, number, ...rest }: ExchangeQuestion): ExchangeQuestion[] =>
  parts.map((part, index) => ({
    ...part,
    ...{ category: rest.category, track: rest.track, competency: rest.competency, difficulty: rest.difficulty, clause: rest.clause, tags: rest.tags, line: part.line || rest.line },
    number: number === null ? null : `${number}-${index + 1}`,
    stem: `${stem}\n\n${part.stem}`,
    media: [...media, ...part.media],
    explanation: [part.explanation, index === parts.length - 1 ? explanation : null].filter((text) => text !== null).join('\n') || null,
  }));

/** A calculation whose result is one known number, as a question for that number; undefined for any other. */
export function asNumber(question: ExchangeQuestion): ExchangeQuestion | undefined {
  const [answer, ...others] = question.answers;
  if (!answer || others.length || isText(answer) || question.variables.length) return undefined;
  const value = isNumber(answer) ? answer.value : isFormula(answer) && /^-?\d+(\.\d+)?$/.test(answer.formula.trim()) ? Number(answer.formula) : undefined;
  if (value === undefined) return undefined;
  const { tolerance, unit } = answer;
  return { ...question, type: 'numeric', answers: [{ blank: 1, credit: 1, value, tolerance, ...(unit !== undefined && { unit }) }] };
}
