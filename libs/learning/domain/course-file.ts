import { err, ok, type PhraseValues, type Result } from '@skillhall/kernel';
import type { CourseContent, ModuleContent } from './course.js';
import { type CourseHead, type FieldLine, fieldOf, readHead } from './course-fields.js';
import { ActivityLines } from './course-activities.js';
import type { CourseFileCode } from './errors.js';

/** Something wrong in a course file; lines count from 1. */
export interface LineProblem {
  readonly line: number;
  readonly code: CourseFileCode;
  readonly values?: PhraseValues;
}

/** A course as its file tells it, and on which line each question stands, for checks against the bank. */
export interface CourseFile {
  readonly content: CourseContent;
  readonly questionLines: ReadonlyMap<string, number>;
}

const fence = /^\s{0,3}(```|~~~)/;

/**
 * Reads a course file: fields between two lines `---`, then `# module`, `## 文章: article` with Markdown below it,
 * `## 测验: quiz` with its questions and pass mark. Answers everything that is wrong with it, by line.
 */
export function parseCourseFile(text: string): Result<CourseFile, LineProblem[]> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const problems: LineProblem[] = [];
  const { head, next } = readFrontMatter(lines, problems);
  if (!head) return err(problems);
  const body = new CourseBody(problems);
  for (let index = next; index < lines.length; index++) body.read(lines[index]!, index + 1);
  const modules = body.end(lines.length);
  if (problems.length) return err(problems.toSorted((a, b) => a.line - b.line));
  return ok({ content: { ...head, modules }, questionLines: body.questionLines });
}

function readFrontMatter(lines: readonly string[], problems: LineProblem[]): { head: CourseHead | null; next: number } {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first]!.trim() !== '---') {
    problems.push({ line: first + 1 || 1, code: 'front-matter-missing' });
    return { head: null, next: 0 };
  }
  const last = lines.findIndex((line, index) => index > first && line.trim() === '---');
  if (last < 0) {
    problems.push({ line: first + 1, code: 'front-matter-open' });
    return { head: null, next: 0 };
  }
  const fields: FieldLine[] = [];
  for (let index = first + 1; index < last; index++) {
    const written = lines[index]!;
    if (written.trim() === '') continue;
    const field = fieldOf(written, index + 1);
    if (field) fields.push(field);
    else problems.push({ line: index + 1, code: 'unknown-field', values: { text: written.trim() } });
  }
  return { head: readHead(fields, last + 1, problems), next: last + 1 };
}

/** The modules and activities, line by line. */
class CourseBody {
  readonly questionLines = new Map<string, number>();
  readonly #problems: LineProblem[];
  readonly #modules: { title: string; line: number; activities: ActivityLines[] }[] = [];
  #activity: ActivityLines | undefined;
  #fenced: string | undefined;

  constructor(problems: LineProblem[]) {
    this.#problems = problems;
  }

  read(text: string, line: number): void {
    const mark = fence.exec(text)?.[1];
    if (mark && (!this.#fenced || this.#fenced === mark)) this.#fenced = this.#fenced ? undefined : mark;
    const heading = this.#fenced || mark ? null : /^(#{1,2})(?!#)\s*(.*)$/.exec(text);
    if (heading?.[1] === '#') this.#beginModule(heading[2]!.trim(), line);
    else if (heading) this.#beginActivity(heading[2]!.trim(), line);
    else if (this.#activity) this.#activity.add(text, line);
    else if (text.trim() !== '') this.#problems.push({ line, code: 'text-outside' });
  }

  end(lastLine: number): ModuleContent[] {
    if (!this.#modules.length) this.#problems.push({ line: lastLine, code: 'no-module' });
    return this.#modules.map(({ title, line, activities }) => {
      if (!activities.length) this.#problems.push({ line, code: 'empty-module', values: { text: title } });
      return { title, activities: activities.map((activity) => activity.end(this.#problems, this.questionLines)) };
    });
  }

  #beginModule(title: string, line: number): void {
    if (!title) this.#problems.push({ line, code: 'missing-title' });
    this.#modules.push({ title, line, activities: [] });
    this.#activity = undefined;
  }

  #beginActivity(heading: string, line: number): void {
    const activity = ActivityLines.begin(heading, line);
    const module = this.#modules.at(-1);
    if (!activity) this.#problems.push({ line, code: 'unknown-activity', values: { text: heading } });
    else if (!activity.title) this.#problems.push({ line, code: 'missing-title' });
    if (!module) this.#problems.push({ line, code: 'activity-outside' });
    // Lines below a heading that is wrong belong to it, so that one mistake is told once.
    this.#activity = activity ?? ActivityLines.unknown(line);
    module?.activities.push(this.#activity);
  }
}
