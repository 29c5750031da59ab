import { exchangeQuestion, type ExchangeQuestion, type ReadingProblem } from '../exchange-question.js';
import type { Draft } from './draft.js';

/** What a draft says, and what is odd in it. */
export interface Finishing {
  readonly draft: Draft;
  /** Without the marks of score behind it. */
  readonly stem: string;
  readonly answer: string | null;
  readonly problems: ReadingProblem[];
}
export type Finish = (finishing: Finishing) => ExchangeQuestion;

export const keyLine = ({ draft }: Finishing): number => draft.fields.get('answer')?.[0]?.number ?? draft.line;

export const noAnswer = ({ draft, problems }: Finishing): number => problems.push({ line: draft.line, code: 'no-answer' });

/** A question that has its stem and explanation. */
export const begun = (type: ExchangeQuestion['type'], { draft }: Finishing, stem: string, more: Partial<ExchangeQuestion>): ExchangeQuestion =>
  exchangeQuestion(type, draft.line, stem, { explanation: draft.field('explanation'), ...more });
