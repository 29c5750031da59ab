import { type Actor, err, failure, type Failure, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { coursePublished, courseStates } from '../../domain/index.js';
import { CourseRepository } from '../data/course.repository.js';
import { type CourseHead, CourseStore, type QuizActivity, type VersionHead } from '../data/course-store.js';
import { QUIZ_PORT, type QuizPort } from '../quiz-port.js';
import { courseScope } from '../read-courses/course.loader.js';
import { PublishCourseSuccess } from '../read-courses/course.types.js';

type Outcome = Result<PublishCourseSuccess, Failure>;

/** Puts versions of courses in force and out of it. Who has begun a version finishes that version. */
@Injectable()
export class PublishCourseService {
  constructor(
    private readonly database: Database,
    private readonly store: CourseStore,
    private readonly courses: CourseRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    @Inject(QUIZ_PORT) private readonly quizzes: QuizPort,
  ) {}

  publish(actor: Actor, courseId: string): Promise<Outcome> {
    return this.change(actor, courseId, async (tx, course, versions) => {
      const draft = versions.find(({ status }) => transition(courseStates, status, 'publish'));
      if (!draft) return failure('COURSE_NOT_DRAFT');
      const quizzes = await this.store.quizzesOf(tx, draft.id);
      const missing = await this.quizzes.missingQuestions(tx, course.unitPath, [...new Set(quizzes.flatMap(({ questionCodes }) => questionCodes))]);
      if (missing.length) return failure('COURSE_QUESTIONS_MISSING', { codes: missing.join('、') });
      for (const quiz of quizzes) await this.prepare(tx, course, quiz);
      for (const { id } of versions.filter(({ status }) => status === 'published')) await this.store.setStatus(tx, id, 'retired');
      await this.store.setStatus(tx, draft.id, 'published');
      await this.outbox.publish(tx, coursePublished.of({ courseId, courseVersionId: draft.id }), draft.id);
      return this.record(tx, actor, 'course.published', course, draft);
    });
  }

  retire(actor: Actor, courseId: string): Promise<Outcome> {
    return this.change(actor, courseId, async (tx, course, versions) => {
      const published = versions.find(({ status }) => transition(courseStates, status, 'retire'));
      if (!published) return failure('COURSE_NOT_PUBLISHED');
      await this.store.setStatus(tx, published.id, 'retired');
      return this.record(tx, actor, 'course.retired', course, published);
    });
  }

  private change(actor: Actor, courseId: string, work: (tx: Transaction, course: CourseHead, versions: VersionHead[]) => Promise<Failure | null>): Promise<Outcome> {
    return this.database.asSystem('quizzes draw on questions of units above; the course itself is checked against the scope', async (tx) => {
      const scope = courseScope(actor);
      const course = await this.store.lockById(tx, scopeOf(actor, 'course.manage'), courseId);
      if (!course) return err(failure('NOT_FOUND'));
      const failed = await work(tx, course, await this.store.versionsOf(tx, courseId));
      if (failed) return err(failed);
      const row = await this.courses.findVisible(tx, scope, courseId);
      return ok(Object.assign(new PublishCourseSuccess(), { course: row! }));
    });
  }

  private async prepare(tx: Transaction, course: CourseHead, quiz: QuizActivity): Promise<void> {
    const { id, title, questionCodes, passMark, timeLimitMinutes } = quiz;
    const unit = { id: course.unitId, path: course.unitPath };
    const prepared = await this.quizzes.prepareQuiz(tx, { courseCode: course.code, title, questionCodes, passMark, timeLimitMinutes, unit });
    // All codes were found a moment ago in this transaction.
    if ('missing' in prepared) throw new Error(`questions vanished: ${prepared.missing.join(', ')}`);
    await this.store.setQuiz(tx, id, prepared.quizId);
  }

  private async record(tx: Transaction, actor: Actor, action: string, course: CourseHead, { version }: VersionHead): Promise<null> {
    await this.audit.record(tx, actor, { action, subjectType: 'course', subjectId: course.id, details: { code: course.code, version } });
    return null;
  }
}
