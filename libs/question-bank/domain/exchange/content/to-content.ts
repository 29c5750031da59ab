import { findCompetency, type Track } from '@skillhall/directory/domain';
import { err, ok, type Result } from '@skillhall/kernel';
import { checkContent } from '../../checks/check-content.js';
import type { ContentProblem } from '../../checks/content-problem.js';
import { bareFace, type QuestionContent, type QuestionMedia, type QuestionPart } from '../../question.js';
import type { ExchangeMedia, ExchangeQuestion } from '../exchange-question.js';
import { faceAndKey } from './face-and-key.js';

export interface ContentContext {
  /** Of questions whose file says none and whose competency does not tell. */
  readonly track: Track | null;
  /** The stored file of a picture or recording; without it the question comes without. */
  readonly mediaOf?: (media: ExchangeMedia) => QuestionMedia | undefined;
}

export type MappingProblem = ContentProblem | { readonly field: 'track'; readonly code: 'missing-track'; readonly values?: undefined };

const usualDifficulty = 3;

/** Feedback of single options has no place of its own in the bank: it is said in the explanation. */
function explanationOf({ explanation, modelAnswer, options, answers, type }: ExchangeQuestion): string | null {
  const told = options.flatMap(({ text, feedback }) => (feedback === undefined ? [] : [`${text}：${feedback}`]));
  const said = answers.flatMap((answer) => (answer.feedback === undefined ? [] : [answer.feedback]));
  const solution = type === 'shortAnswer' || modelAnswer === null ? [] : [modelAnswer];
  return [...(explanation === null ? [] : [explanation]), ...solution, ...told, ...said].join('\n') || null;
}

function partOf(question: ExchangeQuestion, { mediaOf }: ContentContext): QuestionPart {
  const media = question.media.flatMap((each) => mediaOf?.(each) ?? []);
  return { ...bareFace, ...faceAndKey(question), media, explanation: explanationOf(question) };
}

const trackOf = ({ track, competency }: ExchangeQuestion, context: ContentContext): Track | null => track ?? (competency === null ? undefined : findCompetency(competency)?.track) ?? context.track;

/** The question as its author's desk takes it, with its mistakes. */
export function contentAsRead(question: ExchangeQuestion, context: ContentContext): QuestionContent {
  const { competency, difficulty, clause } = question;
  const parts = question.type === 'case' ? question.parts.map((part) => partOf(part, context)) : [];
  return { ...partOf(question, context), track: trackOf(question, context) ?? 'business', competency, difficulty: difficulty ?? usualDifficulty, clause, parts };
}

/** The question as the bank keeps it, or everything that keeps it out. */
export function toContent(question: ExchangeQuestion, context: ContentContext): Result<QuestionContent, MappingProblem[]> {
  const content = contentAsRead(question, context);
  const problems: MappingProblem[] = checkContent(content);
  if (!trackOf(question, context) && question.competency === null) problems.push({ field: 'track', code: 'missing-track' });
  return problems.length ? err(problems) : ok(content);
}
