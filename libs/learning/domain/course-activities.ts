import type { ActivityContent, ActivityKind, QuizContent } from './course.js';
import { fieldOf, listOf } from './course-fields.js';
import type { LineProblem } from './course-file.js';

const kindWords: Readonly<Record<string, ActivityKind>> = { 文章: 'article', article: 'article', 测验: 'quiz', 測驗: 'quiz', quiz: 'quiz' };
const quizWords: Readonly<Record<string, 'questions' | 'passMark' | 'timeLimit'>> = {
  ...{ 题目: 'questions', 題目: 'questions', questions: 'questions' },
  ...{ 及格: 'passMark', 及格线: 'passMark', 及格線: 'passMark', pass: 'passMark' },
  ...{ 限时: 'timeLimit', 限時: 'timeLimit', minutes: 'timeLimit' },
};
const usualPassMark = 80;
const longestArticle = 60_000;

const wholeNumber = (text: string, most: number): number | undefined => {
  const digits = /^(\d{1,4})\s*(分|分钟|分鐘|%)?$/.exec(text);
  const value = digits ? Number(digits[1]) : 0;
  return value >= 1 && value <= most ? value : undefined;
};

/** The lines of one activity, gathered and then judged. */
export class ActivityLines {
  readonly title: string;
  readonly #kind: ActivityKind | null;
  readonly #line: number;
  readonly #lines: { text: string; line: number }[] = [];

  private constructor(kind: ActivityKind | null, title: string, line: number) {
    this.#kind = kind;
    this.title = title;
    this.#line = line;
  }

  /** From the heading `文章: 标题`; undefined where it names no kind of activity. */
  static begin(heading: string, line: number): ActivityLines | undefined {
    const field = fieldOf(heading, line);
    const kind = field && kindWords[field.name];
    return kind ? new ActivityLines(kind, field.value, line) : undefined;
  }

  static unknown(line: number): ActivityLines {
    return new ActivityLines(null, '', line);
  }

  add(text: string, line: number): void {
    this.#lines.push({ text, line });
  }

  end(problems: LineProblem[], questionLines: Map<string, number>): ActivityContent {
    if (this.#kind === 'quiz') return this.#endQuiz(problems, questionLines);
    const body = this.#lines.map(({ text }) => text).join('\n').trim();
    if (this.#kind && !body) problems.push({ line: this.#line, code: 'empty-article', values: { text: this.title } });
    if (body.length > longestArticle) problems.push({ line: this.#line, code: 'article-too-long', values: { text: this.title, most: longestArticle } });
    return { kind: 'article', title: this.title, body };
  }

  #endQuiz(problems: LineProblem[], questionLines: Map<string, number>): QuizContent {
    const questionCodes: string[] = [];
    const numbers: { passMark?: number | undefined; timeLimit?: number | undefined } = {};
    for (const { text, line } of this.#lines) {
      if (text.trim() === '') continue;
      const field = fieldOf(text, line);
      const name = field && quizWords[field.name];
      if (!name) problems.push({ line, code: 'quiz-line', values: { text: text.trim().slice(0, 40) } });
      else if (name === 'questions') addQuestions(listOf(field.value), line, questionCodes, problems, questionLines);
      else if (name in numbers) problems.push({ line, code: 'repeated-field', values: { text: field.name } });
      else {
        numbers[name] = wholeNumber(field.value, name === 'passMark' ? 100 : 600);
        if (numbers[name] === undefined) problems.push({ line, code: name === 'passMark' ? 'bad-pass-mark' : 'bad-time-limit', values: { text: field.value } });
      }
    }
    if (!questionCodes.length) problems.push({ line: this.#line, code: 'quiz-without-questions', values: { text: this.title } });
    return { kind: 'quiz', title: this.title, questionCodes, passMark: numbers.passMark ?? usualPassMark, timeLimitMinutes: numbers.timeLimit ?? null };
  }
}

function addQuestions(codes: readonly string[], line: number, into: string[], problems: LineProblem[], lines: Map<string, number>): void {
  for (const code of codes) {
    if (into.includes(code)) problems.push({ line, code: 'repeated-question', values: { text: code } });
    else into.push(code);
    if (!lines.has(code)) lines.set(code, line);
  }
}
