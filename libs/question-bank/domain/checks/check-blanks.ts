import type { BlankKey, QuestionKey } from '../key.js';
import { bestAssignment } from '../grading/assign.js';
import { blankCredit } from '../grading/blank-credit.js';
import { plainText } from '../grading/plain-text.js';
import { longestBlank } from '../grading/sound-choice.js';
import type { QuestionPart } from '../question.js';
import { contentProblem, type ContentProblem } from './content-problem.js';

const mostAccepted = 50;

function acceptedProblems(key: BlankKey, field: string, blank: number): ContentProblem[] {
  const { accepted } = key;
  if (!accepted.length || accepted.length > mostAccepted) return [contentProblem(field, 'accepted-count', { blank, most: mostAccepted })];
  if (accepted.some(({ credit }) => !(credit > 0 && credit <= 1))) return [contentProblem(field, 'credit-out-of-range')];
  if (!accepted.some(({ credit }) => credit === 1)) return [contentProblem(field, 'no-full-answer', { blank })];
  if (key.kind === 'number') {
    return key.accepted.every(({ value, tolerance }) => Number.isFinite(value) && Number.isFinite(tolerance) && tolerance >= 0) ? [] : [contentProblem(field, 'bad-tolerance', { blank })];
  }
  const texts = key.accepted.map(({ text }) => plainText(text, key.matchCase));
  if (texts.includes('') || key.accepted.some(({ text }) => text.length > longestBlank)) return [contentProblem(field, 'accepted-text', { blank, most: longestBlank })];
  return new Set(texts).size === texts.length ? [] : [contentProblem(field, 'accepted-equal', { blank })];
}

/** Whether each blank can get a full answer that no other blank gets: in any order, the same answer counts once. */
function canAllBeRight(keys: readonly BlankKey[]): boolean {
  const full = (key: BlankKey): string[] => (key.kind === 'text' ? key.accepted.flatMap(({ text, credit }) => (credit === 1 ? [text] : [])) : key.accepted.flatMap(({ value, credit }) => (credit === 1 ? [String(value)] : [])));
  const answers = new Map(keys.flatMap((key) => full(key).map((text): [string, string] => [plainText(text, key.kind === 'text' && key.matchCase), text])));
  const size = Math.max(keys.length, answers.size);
  const rows = [...answers.values()];
  const worth = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (keys[column] && rows[row] !== undefined && blankCredit(keys[column], rows[row]) === 1_000_000 ? 1 : 0)));
  return bestAssignment(worth) === keys.length;
}

/** A key of blanks: one for each blank of the face, of its kind and unit, with a full answer that can be written. */
export function blankKeyProblems({ blanks: face }: QuestionPart, { blanks, anyOrder }: Extract<QuestionKey, { kind: 'blanks' }>): ContentProblem[] {
  if (blanks.length !== face.length) return [contentProblem('key.blanks', 'blanks-and-keys', { blanks: face.length, keys: blanks.length })];
  const problems = blanks.flatMap((key, index) => {
    const field = `key.blanks.${index}`;
    const unit = key.kind === 'number' ? key.unit : face[index]!.unit;
    if (key.kind !== face[index]!.kind || unit !== face[index]!.unit) return [contentProblem(field, 'blank-of-other-kind', { blank: index + 1 })];
    return acceptedProblems(key, field, index + 1);
  });
  return problems.length || !anyOrder || canAllBeRight(blanks) ? problems : [contentProblem('key.blanks', 'blanks-not-distinct')];
}
