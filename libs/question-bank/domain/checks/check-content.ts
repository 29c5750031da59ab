import { findCompetency } from '@skillhall/directory/domain';
import type { QuestionContent, QuestionPart } from '../question.js';
import { faceProblems } from './check-face.js';
import { keyProblems } from './check-key.js';
import { contentProblem, type ContentProblem, within } from './content-problem.js';

const mostParts = 20;

const partProblems = (part: QuestionPart): ContentProblem[] => [...faceProblems(part), ...keyProblems(part)];

function caseProblems({ type, parts }: QuestionContent): ContentProblem[] {
  if (type !== 'case') return parts.length ? [contentProblem('parts', 'parts-not-wanted')] : [];
  if (parts.length < 1 || parts.length > mostParts) return [contentProblem('parts', 'part-count', { most: mostParts })];
  return parts.flatMap((part, index) => (part.type === 'case' ? [contentProblem(`parts.${index}`, 'case-in-case')] : within(`parts.${index}`, partProblems(part))));
}

function classProblems({ track, competency, difficulty }: QuestionContent): ContentProblem[] {
  const found = competency === null ? undefined : findCompetency(competency);
  return [
    ...(competency !== null && !found ? [contentProblem('competency', 'unknown-competency', { text: competency })] : []),
    ...(found && found.track !== track ? [contentProblem('competency', 'competency-of-other-track', { text: competency! })] : []),
    ...(Number.isInteger(difficulty) && difficulty >= 1 && difficulty <= 5 ? [] : [contentProblem('difficulty', 'bad-difficulty', { text: String(difficulty) })]),
  ];
}

/** Everything that is wrong with a question: face and key agree, formulas can be computed, credits and shares add up. */
export const checkContent = (content: QuestionContent): ContentProblem[] => [...partProblems(content), ...caseProblems(content), ...classProblems(content)];
