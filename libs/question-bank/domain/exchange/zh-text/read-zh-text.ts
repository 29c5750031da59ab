import type { ExchangeQuestion, Reading, ReadingProblem } from '../exchange-question.js';
import { assignKeys } from './assign-keys.js';
import { Collector, short, type Collected } from './collect.js';
import type { Draft } from './draft.js';
import { finish } from './finish.js';
import { zhLines, type Line } from './lines.js';

/**
 * Reads questions as halls keep them in Word and text files: numbered under headings such as 一、单项选择题, with the
 * key in brackets, in a line 答案：B below, or in a list at the end.
 */
export const readZhText = (text: string): Reading => readZhLines(zhLines(text));

/** The same from lines; each is looked at a fixed number of times. */
export function readZhLines(lines: readonly Line[]): Reading {
  const collected = new Collector(lines).collect();
  const problems: ReadingProblem[] = [...collected.problems, ...assignKeys(collected)];
  const questions: ExchangeQuestion[] = [];
  for (const draft of collected.drafts) {
    if (isQuestion(draft, collected)) {
      const own: ReadingProblem[] = [];
      questions.push(finish(draft, own));
      // What a list of keys says of a question stands far below it.
      problems.push(...own.map((problem) => (problem.line === draft.keyLine ? { ...problem, of: draft.line } : problem)));
    }
    else if (draft.number !== null || questions.length > 0) problems.push({ line: draft.line, code: 'text-left-out', values: { text: short(draft.text) } });
  }
  return { questions, problems: problems.sort((a, b) => a.line - b.line) };
}

/** A title or a rule of the examination is no question: nothing that could be answered stands in it. */
function isQuestion(draft: Draft, { sections }: Collected): boolean {
  if (draft.isComplete || draft.options.length > 0 || draft.parts.length > 0 || /_{2,}|[?？]\s*$|[（(]\s*[A-L√×]*\s*[)）]/.test(draft.text)) return true;
  return draft.section > 0 ? draft.number !== null || sections[draft.section] === 'case' : draft.number !== null && sections.length === 1;
}
