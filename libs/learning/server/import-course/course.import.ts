import { UnitRepository } from '@skillhall/directory/server';
import { type DocumentImport, type ImportContext, type ImportCounts } from '@skillhall/platform/imports';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type CourseContent, type CourseFile, courseFileErrors, courseText, parseCourseFile } from '../../domain/index.js';
import { CourseStore } from '../data/course-store.js';
import { QUIZ_PORT, type QuizPort } from '../quiz-port.js';
import { courseTemplate } from './course-template.js';

/** Some hundred thousand characters; media are files of their own. */
const longestFile = 2 * 1024 * 1024;

const nothing: ImportCounts = { created: 0, updated: 0, unchanged: 0 };

/** Chinese editors still write GB 18030 at times; anything else is no text. */
function decode(content: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return undefined;
}

/** Takes in a course file as a draft; a file that changes nothing leaves everything as it is. */
@Injectable()
export class CourseImport implements DocumentImport {
  readonly importKind = 'course';
  readonly permission = 'course.manage';
  readonly phrases = courseFileErrors;
  readonly templateFile = { name: '课程模板.md', mediaType: 'text/markdown; charset=utf-8', content: async () => Buffer.from(courseTemplate) };

  constructor(
    private readonly store: CourseStore,
    private readonly units: UnitRepository,
    @Inject(QUIZ_PORT) private readonly quizzes: QuizPort,
  ) {}

  async readDocument(context: ImportContext, content: Buffer, _fileName: string): Promise<ImportCounts> {
    if (content.length > longestFile) return this.refuse(context, 1, 'file-too-long');
    const text = content.includes(0) ? undefined : decode(content);
    if (text === undefined) return this.refuse(context, 1, 'file-not-text');
    const parsed = parseCourseFile(text);
    if (parsed.ok) return this.keep(context, parsed.value);
    for (const { line, code, values } of parsed.error) context.reject(line, '', code, values);
    return nothing;
  }

  private async keep(context: ImportContext, file: CourseFile): Promise<ImportCounts> {
    const { tx, scope, actor } = context;
    const { code } = file.content;
    await tx.query('select pg_advisory_xact_lock(74532001)');
    const course = await this.store.lockByCode(tx, scope, code);
    if (course && !course.inScope) return this.refuse(context, 2, 'course-code-taken', { text: code });
    const [top] = course ? [] : await this.units.tops(tx, scope);
    const unit = course ? { id: course.unitId, path: course.unitPath } : top;
    if (!unit) return this.refuse(context, 1, 'no-unit');
    if (await this.lacksQuestions(context, unit.path, file)) return nothing;
    const courseId = course?.id ?? (await this.store.addCourse(tx, code, unit));
    return this.keepVersion(context, courseId, file.content, actor?.accountId ?? null);
  }

  private async keepVersion({ tx }: ImportContext, courseId: string, content: CourseContent, accountId: string | null): Promise<ImportCounts> {
    const hash = createHash('sha256').update(courseText(content)).digest('hex');
    const [newest] = await this.store.versionsOf(tx, courseId);
    if (newest?.contentHash === hash && newest.status !== 'retired') return { ...nothing, unchanged: 1 };
    if (newest?.status === 'draft') await this.store.removeDraft(tx, newest.id);
    const version = newest?.status === 'draft' ? newest.version : (newest?.version ?? 0) + 1;
    await this.store.addVersion(tx, courseId, version, content, hash, accountId);
    return newest ? { ...nothing, updated: 1 } : { ...nothing, created: 1 };
  }

  private async lacksQuestions({ tx, reject }: ImportContext, unitPath: string, { questionLines }: CourseFile): Promise<boolean> {
    const missing = await this.quizzes.missingQuestions(tx, unitPath, [...questionLines.keys()]);
    for (const code of missing) reject(questionLines.get(code) ?? 1, '', 'unknown-question', { text: code });
    return missing.length > 0;
  }

  private refuse({ reject }: ImportContext, line: number, code: keyof typeof courseFileErrors, values?: { text: string }): ImportCounts {
    reject(line, '', code, values);
    return nothing;
  }
}
