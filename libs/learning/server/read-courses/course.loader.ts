import { type Actor, scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { CourseRepository, type CourseRow, type CourseScope } from '../data/course.repository.js';
import { type ModuleRow, OutlineRepository } from '../data/outline.repository.js';

const keys = { byId: {}, outlines: {}, counts: {} };

export const courseScope = (actor: Actor): CourseScope => ({ managed: scopeOf(actor, 'course.manage'), recorded: scopeOf(actor, 'learning-record.read') });

/** Courses of one request, fetched together. */
@Injectable()
export class CourseLoader {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseRepository,
    private readonly outlines: OutlineRepository,
  ) {}

  byId(context: RequestContext, id: string): Promise<CourseRow | null> {
    const actor = context.actor!;
    const read = (ids: readonly string[]) => this.database.asActor(actor, 'learning-record.read', (tx) => this.courses.byIds(tx, courseScope(actor).managed, ids));
    return context.loader(keys.byId, read).load(id);
  }

  modules(context: RequestContext, versionId: string): Promise<ModuleRow[]> {
    const read = (ids: readonly string[]) => this.database.asActor(context.actor!, 'learning-record.read', (tx) => this.outlines.outlines(tx, ids, true));
    return context.loader(keys.outlines, read).load(versionId);
  }

  counts(context: RequestContext, courseId: string): Promise<{ enrolled: number; completed: number }> {
    const actor = context.actor!;
    const read = (ids: readonly string[]) => this.database.asActor(actor, 'learning-record.read', (tx) => this.courses.counts(tx, courseScope(actor).recorded, ids));
    return context.loader(keys.counts, read).load(courseId);
  }
}
