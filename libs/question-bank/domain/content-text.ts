import type { QuestionContent, QuestionPart } from './question.js';

const partText = ({ type, stem, media, options, prompts, blanks, key, explanation }: QuestionPart): unknown[] => [
  ...[type, stem, media.map(({ fileId, kind, description }) => [fileId, kind, description])],
  ...[[options, prompts].map((list) => list.map(({ key: letter, text }) => [letter, text])), blanks.map(({ kind, unit }) => [kind, unit])],
  ...[sorted(key), explanation],
];

/** Object members in one order, whoever built or read the object. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]);
}

/** The content as one text: equal texts are equal contents, so its digest tells whether a version is new. */
export function contentText(content: QuestionContent): string {
  const { track, competency, difficulty, clause, parts } = content;
  return JSON.stringify([partText(content), track, competency, difficulty, clause, parts.map(partText)]);
}
