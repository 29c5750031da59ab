import { scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { CategoryRepository } from '../data/category.repository.js';
import { QuestionRepository, type QuestionRow } from '../data/question.repository.js';
import { type PartRow, type StepRow, VersionRepository, type VersionRow } from '../data/version.repository.js';

const keys = { question: {}, category: {}, parts: {}, usage: {}, steps: {} };
const ofFound = 'steps and authors of questions that were read in scope; accounts have no unit';

/** What belongs to the questions of one request, fetched together. */
@Injectable()
export class QuestionLoader {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionRepository,
    private readonly versionRows: VersionRepository,
    private readonly categories: CategoryRepository,
  ) {}

  /** A question that was found in the scope of the reader. */
  question(context: RequestContext, id: string): Promise<QuestionRow> {
    const scope = scopeOf(context.actor!, 'question.read');
    const read = (ids: readonly string[]) => this.database.asActor(context.actor!, 'question.read', (tx) => this.questions.byIds(tx, scope, ids));
    return context.loader(keys.question, read).load(id);
  }

  category(context: RequestContext, id: string): Promise<{ id: string; name: string } | null> {
    return context.loader(keys.category, (ids: readonly string[]) => this.database.asActor(context.actor!, 'question.read', (tx) => this.categories.byIds(tx, ids))).load(id);
  }

  parts(context: RequestContext, versionId: string): Promise<PartRow[]> {
    return context.loader(keys.parts, (ids: readonly string[]) => this.database.asActor(context.actor!, 'question.read', (tx) => this.versionRows.parts(tx, ids))).load(versionId);
  }

  usage(context: RequestContext, id: string): Promise<{ times: number; lastDay: string | null }> {
    return context.loader(keys.usage, (ids: readonly string[]) => this.database.asActor(context.actor!, 'question.read', (tx) => this.questions.usage(tx, ids))).load(id);
  }

  steps(context: RequestContext, versionId: string): Promise<StepRow[]> {
    return context.loader(keys.steps, (ids: readonly string[]) => this.database.asSystem(ofFound, (tx) => this.versionRows.steps(tx, ids))).load(versionId);
  }

  /** All versions of one question that was read in scope. */
  versions(questionId: string): Promise<VersionRow[]> {
    return this.database.asSystem(ofFound, (tx) => this.versionRows.ofQuestion(tx, questionId));
  }
}
