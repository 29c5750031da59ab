import { keyOf, trueFalseOptions, type QuestionContent, type QuestionPart } from '../../domain/index.js';
import type { QuestionContentInput, QuestionOptionType, QuestionPartInput } from './content.types.js';

const said = (text: string | null | undefined): string | null => text?.trim() || null;
const named = (options: readonly QuestionOptionType[]) => options.map(({ key, text }) => ({ key, text: text.trim() }));

const partOf = ({ type, stem, media, options, prompts, blanks, key, explanation }: QuestionPartInput): QuestionPart => ({
  type,
  stem: stem.trim(),
  media: media.map(({ fileId, kind, name, description }) => ({ fileId, kind, name, description: description.trim() })),
  options: type === 'trueFalse' ? trueFalseOptions : named(options),
  prompts: named(prompts),
  blanks: blanks.map(({ kind, unit }) => ({ kind, unit: said(unit) })),
  key: keyOf(key),
  explanation: said(explanation),
});

/** What an author sent, as the content of a question. */
export const contentOf = ({ track, competency, difficulty, clause, parts, ...face }: QuestionContentInput): QuestionContent => ({
  ...partOf(face),
  ...{ track, competency: said(competency), difficulty, clause: said(clause) },
  parts: parts.map(partOf),
});
