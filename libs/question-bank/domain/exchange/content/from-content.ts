import { tidyCredit } from '../../plain.js';
import type { QuestionKey } from '../../key.js';
import type { QuestionContent, QuestionPart } from '../../question.js';
import { exchangeQuestion, type ExchangeAnswer, type ExchangeQuestion } from '../exchange-question.js';
import { unplaced } from './blank-places.js';
import { wholeAnswer } from './face-and-key.js';

type KeyOf<K extends QuestionKey['kind']> = Extract<QuestionKey, { kind: K }>;
type Told = Partial<ExchangeQuestion>;

const textOf = ({ options }: QuestionPart, key: string): string => options.find((option) => option.key === key)?.text ?? '';

function choice({ options }: QuestionPart, { correct, rule, credits }: KeyOf<'choice'>): Told {
  const share = tidyCredit(1 / correct.length);
  const creditOf = (key: string): number => (credits ? (credits[key] ?? 0) : correct.includes(key) ? share : rule === 'missingProportional' ? -1 : 0);
  return { rule, options: options.map(({ key, text }) => ({ text, credit: creditOf(key) })) };
}

function match(part: QuestionPart, { correct, rule }: KeyOf<'match'>): Told {
  const unused = part.options.filter(({ key }) => !correct.includes(key)).map(({ text }) => ({ prompt: '', match: text }));
  return { rule, pairs: [...part.prompts.map(({ text }, index) => ({ prompt: text, match: textOf(part, correct[index]!) })), ...unused] };
}

const unitOf = (unit: string | null): { unit?: string } => (unit === null ? {} : { unit });

/** Answers numbered by the order in which their blanks stand in the stem. */
function inOrder<T>(order: readonly number[], blanks: readonly T[], answersOf: (blank: T, number: number) => ExchangeAnswer[]): ExchangeAnswer[] {
  const places = order.length ? order : blanks.map((_, index) => index + 1);
  return places.flatMap((place, index) => (blanks[place - 1] ? answersOf(blanks[place - 1]!, index + 1) : []));
}

const blanks = (order: readonly number[], key: KeyOf<'blanks'>): Told => ({
  anyOrder: key.anyOrder,
  matchCase: key.blanks.some((blank) => blank.kind === 'text' && blank.matchCase),
  answers: inOrder(order, key.blanks, (blank, number) =>
    blank.kind === 'text'
      ? blank.accepted.map(({ text, credit }) => ({ blank: number, text, credit }))
      : blank.accepted.map(({ value, tolerance, credit }) => ({ blank: number, value, tolerance, credit, ...unitOf(blank.unit) })),
  ),
});

const formula = (order: readonly number[], key: KeyOf<'formula'>): Told => ({
  variables: key.variables,
  answers: inOrder(order, key.blanks, ({ formula: text, tolerance, decimals, unit }, number) => [{ blank: number, formula: text, tolerance, decimals, credit: 1, ...unitOf(unit) }]),
});

const rubric = ({ criteria, modelAnswer }: KeyOf<'rubric'>): Told => ({
  modelAnswer,
  rubric: criteria.length === 1 && criteria[0]!.text === wholeAnswer ? [] : criteria.map(({ text, share }) => ({ text, share })),
});

function told(part: QuestionPart, order: readonly number[]): Told {
  const { key } = part;
  switch (key.kind) {
    case 'choice':
      return choice(part, key);
    case 'order':
      return { rule: key.rule, items: key.correct.map((each) => textOf(part, each)) };
    case 'match':
      return match(part, key);
    case 'blanks':
      return blanks(order, key);
    case 'formula':
      return formula(order, key);
    case 'rubric':
      return rubric(key);
    case 'parts':
      return {};
  }
}

function fromPart(part: QuestionPart): ExchangeQuestion {
  const { stem, order } = unplaced(part);
  const media = part.media.map(({ name, description }) => ({ name, description: description || null }));
  return exchangeQuestion(part.type, 0, stem, { explanation: part.explanation, media, ...told(part, order) });
}

/** A question of the bank on its way out, under its number. */
export function fromContent({ track, competency, difficulty, clause, parts, ...content }: QuestionContent, number: string | null): ExchangeQuestion {
  return { ...fromPart(content), number, track, competency, difficulty, clause, parts: parts.map(fromPart) };
}
