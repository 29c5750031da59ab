import type { QuestionKey } from '@skillhall/question-bank/domain';
import { type Grade, gradedAnswer, type GradedAnswer, type HumanMarks, verdictOf } from './grading.js';
import { hundredths, inMarks } from './marks.js';
import type { PaperQuestion } from './paper.js';

/** What people gave stays when a key is corrected. */
export const humanMarksOf = (answers: readonly Pick<GradedAnswer, 'questionId' | 'marks' | 'byPeople'>[]): HumanMarks =>
  new Map(answers.flatMap(({ questionId, marks, byPeople }) => (byPeople && marks !== null ? [[questionId, marks] as const] : [])));

type Outcome = Pick<Grade, 'marks' | 'score' | 'passed'>;

/** The latest grade of an attempt and, of all its answers, the one whose question is graded anew. */
export interface HeldAnswer extends Outcome {
  readonly attemptId: string;
  readonly maxMarks: number;
  readonly pending: number;
  readonly passMark: number;
  readonly question: PaperQuestion;
  readonly answer: GradedAnswer;
}

export interface RegradedAnswer extends Regraded {
  readonly pending: number;
  readonly answer: GradedAnswer;
}

/** By another key; `void` where the question was at fault, and everybody has its mark. What people gave stays. */
export function regradeAnswer({ attemptId, marks, score, passed, maxMarks, pending, passMark, question, answer }: HeldAnswer, key: QuestionKey | 'void'): RegradedAnswer {
  const next =
    key === 'void'
      ? { ...answer, marks: answer.maxMarks, correct: true, byPeople: false }
      : gradedAnswer(question, answer.choice, new Map([[question.id, key]]), humanMarksOf([answer]));
  const got = hundredths(marks) - hundredths(answer.marks ?? 0) + hundredths(next.marks ?? 0);
  const open = pending - (answer.marks === null ? 1 : 0) + (next.marks === null ? 1 : 0);
  return { attemptId, before: { marks, score, passed }, after: verdictOf(got, hundredths(maxMarks), open, passMark), pending: open, answer: next };
}

export interface Regraded {
  readonly attemptId: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** `open`: people have still to mark something, before or after, so there is no verdict to compare. */
export type VerdictChange = 'now-failed' | 'now-passed' | 'same' | 'open';

export interface RegradeLine extends Regraded {
  /** Marks gained, below 0 for lost. */
  readonly change: number;
  readonly verdict: VerdictChange;
}

/** 复核结果: whom a corrected key touches, before anything is changed. */
export interface RegradeReport {
  readonly attempts: number;
  readonly gained: number;
  readonly lost: number;
  readonly nowPassed: number;
  readonly nowFailed: number;
  /** Whose marks or verdict change: who fails now first, then who passes now, then the largest change. */
  readonly lines: readonly RegradeLine[];
}

function verdictChange({ before, after }: Regraded): VerdictChange {
  if (before.passed === null || after.passed === null) return 'open';
  return before.passed === after.passed ? 'same' : after.passed ? 'now-passed' : 'now-failed';
}

const weight: Readonly<Record<VerdictChange, number>> = { 'now-failed': 0, 'now-passed': 1, same: 2, open: 2 };

/** Compares the grades of all attempts that hold the question whose key was corrected. */
export function compareGrades(regraded: readonly Regraded[]): RegradeReport {
  const all = regraded.map((each): RegradeLine => ({ ...each, change: inMarks(hundredths(each.after.marks) - hundredths(each.before.marks)), verdict: verdictChange(each) }));
  const count = (holds: (line: RegradeLine) => boolean): number => all.filter(holds).length;
  return {
    attempts: all.length,
    gained: count(({ change }) => change > 0),
    lost: count(({ change }) => change < 0),
    nowPassed: count(({ verdict }) => verdict === 'now-passed'),
    nowFailed: count(({ verdict }) => verdict === 'now-failed'),
    lines: all
      .filter(({ change, before, after }) => change !== 0 || before.passed !== after.passed)
      .sort((a, b) => weight[a.verdict] - weight[b.verdict] || Math.abs(b.change) - Math.abs(a.change) || (a.attemptId < b.attemptId ? -1 : 1)),
  };
}
