import { findCompetency } from '@skillhall/directory/domain';
import { checkContent, contentErrors, questionTypes, type QuestionContent, type QuestionPart, type QuestionType } from '@skillhall/question-bank/domain';
import { say, type Locale } from '@skillhall/kernel';
import type { QuestionUse } from '@skillhall/ui/gql';
import { emptyPart } from './part-draft.js';

/** A question on its author's desk. */
export interface Draft {
  readonly content: QuestionContent;
  readonly use: QuestionUse;
  readonly categoryId: string | null;
  /** Of a new question; blank for the next number of its track. */
  readonly code: string;
}

export const partTypes: readonly QuestionType[] = questionTypes.filter((type) => type !== 'case');

export const newDraft = (type: QuestionType, categoryId: string | null): Draft => ({
  content: { ...emptyPart(type), track: 'business', competency: null, difficulty: 3, clause: null, parts: type === 'case' ? [emptyPart('single')] : [] },
  use: 'any',
  categoryId,
  code: '',
});

/** A case begins with one question; other types have none below them. */
export const withPart = (content: QuestionContent, part: QuestionPart): QuestionContent => ({
  ...content,
  ...part,
  parts: part.type !== 'case' ? [] : content.parts.length ? content.parts : [emptyPart('single')],
});

/** A competency belongs to one track; choosing another track gives up a competency of the former. */
export function withTrack(content: QuestionContent, track: QuestionContent['track']): QuestionContent {
  const stays = content.competency !== null && findCompetency(content.competency)?.track === track;
  return { ...content, track, competency: stays ? content.competency : null };
}

export const withCompetency = (content: QuestionContent, code: string | null): QuestionContent => ({ ...content, competency: code, track: (code === null ? undefined : findCompetency(code)?.track) ?? content.track });

/** What is wrong, one sentence a field. */
export function problemsOf(content: QuestionContent, locale: Locale): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, code, values } of checkContent(content)) if (!found.has(field)) found.set(field, say(contentErrors[code], locale, values));
  return found;
}
