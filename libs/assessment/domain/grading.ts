import { creditOf, type QuestionKey } from '@skillhall/question-bank/domain';
import { hundredths, inMarks, usualMarks } from './marks.js';
import type { Paper, PaperQuestion } from './paper.js';

/** One line of the answer log. */
export interface LoggedAnswer {
  readonly clientSeq: number;
  readonly questionId: string;
  readonly choice: readonly string[];
}

/** Question id → its key. */
export type Keys = ReadonlyMap<string, QuestionKey>;
/** Question id → marks that people gave. */
export type HumanMarks = ReadonlyMap<string, number>;

export interface GradedAnswer {
  readonly questionId: string;
  readonly choice: readonly string[];
  /** The whole mark was earned. */
  readonly correct: boolean;
  /** Null while people have still to mark it. */
  readonly marks: number | null;
  readonly maxMarks: number;
  readonly byPeople: boolean;
}

export interface Grade {
  /** In the order of the paper; a question without answer has an empty choice. */
  readonly answers: readonly GradedAnswer[];
  readonly answered: number;
  readonly total: number;
  /** Earned so far, of `maxMarks`. */
  readonly marks: number;
  readonly maxMarks: number;
  /** Answers that people have still to mark. */
  readonly pending: number;
  /** Percent of the marks, 0 to 100, one decimal. */
  readonly score: number;
  /** Null while anything is pending. */
  readonly passed: boolean | null;
}

/** What counts: for each question the entry with the highest client sequence, in whatever order they arrived. */
export function foldAnswers<A extends LoggedAnswer>(log: Iterable<A>): Map<string, A> {
  const latest = new Map<string, A>();
  for (const entry of log) {
    const known = latest.get(entry.questionId);
    if (!known || entry.clientSeq > known.clientSeq) latest.set(entry.questionId, entry);
  }
  return latest;
}

/** Hundredths that the answer earns; undefined where people have to decide. */
function earned({ type, values }: PaperQuestion, key: QuestionKey, choice: readonly string[], most: number): number | undefined {
  const result = creditOf({ type }, key, choice, values);
  return 'pending' in result ? undefined : Math.round(result.credit * most);
}

/** Grades the answer to one question. */
export function gradedAnswer(question: PaperQuestion, choice: readonly string[], keys: Keys, byPeople: HumanMarks): GradedAnswer {
  const { id, marks = usualMarks } = question;
  const key = keys.get(id);
  if (!key) throw new Error(`no key for question ${id}`);
  const most = hundredths(marks);
  const given = byPeople.get(id);
  const got = given === undefined ? earned(question, key, choice, most) : hundredths(given);
  if (got !== undefined && !(got >= 0 && got <= most)) throw new RangeError(`${inMarks(got)} marks for a question of ${marks}`);
  // In the order in which jsonb keeps them (the shortest name first): PostgreSQL reads them a tenth faster.
  return { marks: got === undefined ? null : inMarks(got), choice, correct: got === most, byPeople: given !== undefined, maxMarks: inMarks(most), questionId: id };
}

/** Sums and verdict; the pass mark (percent) is compared in whole numbers, so that rounding the score never decides. */
function gradeOf(answers: readonly GradedAnswer[], passMark: number): Grade {
  const got = answers.reduce((sum, { marks }) => sum + hundredths(marks ?? 0), 0);
  const most = answers.reduce((sum, { maxMarks }) => sum + hundredths(maxMarks), 0);
  if (!most) throw new RangeError('a paper without questions, or without marks, cannot be graded');
  const pending = answers.filter(({ marks }) => marks === null).length;
  return {
    answers,
    answered: answers.filter(({ choice }) => choice.length > 0).length,
    total: answers.length,
    maxMarks: inMarks(most),
    pending,
    ...verdictOf(got, most, pending, passMark),
  };
}

/** What so many hundredths of so many come to. */
export const verdictOf = (got: number, most: number, pending: number, passMark: number): Pick<Grade, 'marks' | 'score' | 'passed'> => ({
  marks: inMarks(got),
  score: Math.floor((got * 2000 + most) / (most * 2)) / 10,
  passed: pending ? null : got * 100 >= passMark * most,
});

/** Grades a paper. RangeError where there is nothing to earn, Error where a key is missing. */
export function grade({ questions }: Paper, log: Iterable<LoggedAnswer>, keys: Keys, passMark: number, byPeople: HumanMarks = new Map()): Grade {
  const latest = foldAnswers(log);
  return gradeOf(questions.map((question) => gradedAnswer(question, latest.get(question.id)?.choice ?? [], keys, byPeople)), passMark);
}

/** The grade after people have marked some of its answers: those that waited for them, or that they marked before. */
export function applyMarks({ answers }: Pick<Grade, 'answers'>, byPeople: HumanMarks, passMark: number): Grade {
  const marked = answers.map((answer): GradedAnswer => {
    const marks = byPeople.get(answer.questionId);
    if (marks === undefined) return answer;
    if (answer.marks !== null && !answer.byPeople) throw new RangeError(`the answer to ${answer.questionId} is not marked by people`);
    const [got, most] = [hundredths(marks), hundredths(answer.maxMarks)];
    if (!(got >= 0 && got <= most)) throw new RangeError(`${marks} marks for a question of ${answer.maxMarks}`);
    return { ...answer, marks: inMarks(got), correct: got === most, byPeople: true };
  });
  return gradeOf(marked, passMark);
}

/** The grade with answers that came late: those questions are graded anew, the others stay as they are, marks of people as well. */
export function withLateAnswers({ questions }: Paper, { answers }: Pick<Grade, 'answers'>, late: ReadonlyMap<string, readonly string[]>, keys: Keys, passMark: number): Grade {
  const asked = new Map(questions.map((question) => [question.id, question]));
  return gradeOf(answers.map((answer) => {
    const choice = late.get(answer.questionId);
    const kept = answer.byPeople && answer.marks !== null ? new Map([[answer.questionId, answer.marks]]) : new Map<string, number>();
    return choice === undefined ? answer : gradedAnswer(asked.get(answer.questionId)!, choice, keys, kept);
  }), passMark);
}
