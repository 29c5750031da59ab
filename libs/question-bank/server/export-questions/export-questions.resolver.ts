import { type Actor, isId, type Locale, newId, ok } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Outbox } from '@skillhall/platform/jobs';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExportRepository } from '../data/export.repository.js';
import { exportQuestions } from './export-questions.job.js';
import { ExportQuestionsInput, ExportQuestionsResult, ExportQuestionsSuccess, QuestionExport } from './export-questions.types.js';

@Resolver()
export class ExportQuestionsResolver {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Who may read the bank may read its keys; the job looks again at who asks and at what they are being asked. */
  @Allow('question.read')
  @Mutation(() => ExportQuestionsResult)
  async exportQuestions(@Args('input') { format, filter }: ExportQuestionsInput, @Context() { actor, locale }: RequestContext): Promise<typeof ExportQuestionsResult> {
    const id = newId();
    await this.database.asSystem('an export belongs to the account that asks for it', async (tx) => {
      await this.exports.insert(tx, { id, accountId: actor!.accountId, format, criteria: filter ?? {}, locale: locale as Locale });
      await this.outbox.enqueue(tx, exportQuestions, id, { exportId: id });
    });
    return answer(ok(Object.assign(new ExportQuestionsSuccess(), { export: (await this.exports.find(id, actor!.accountId))! })), locale);
  }

  @Allow('question.read')
  @Query(() => QuestionExport, { nullable: true, description: 'Own exports only.' })
  async questionExport(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<QuestionExport | null> {
    return isId(id) ? this.exports.find(id, actor.accountId) : null;
  }
}
