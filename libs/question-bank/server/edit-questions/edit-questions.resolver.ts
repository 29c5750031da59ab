import { Allow } from '@skillhall/platform/access';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { changedOr, rehearsal } from '../step-questions/step-questions.resolver.js';
import { QuestionSelectionInput } from '../step-questions/step-questions.types.js';
import { EditQuestionsService } from './edit-questions.service.js';
import { EditQuestionsResult, QuestionChangesInput } from './edit-questions.types.js';

@Resolver()
export class EditQuestionsResolver {
  constructor(private readonly service: EditQuestionsService) {}

  @Allow('question.manage')
  @Mutation(() => EditQuestionsResult, { description: 'Changes where many questions belong and what they are used for; says which could not be changed and why.' })
  async editQuestions(
    @Args('selection') selection: QuestionSelectionInput,
    @Args('changes') changes: QuestionChangesInput,
    @Context() { actor, locale }: RequestContext,
    @Args('rehearsal', rehearsal) isRehearsal?: boolean | null,
  ): Promise<typeof EditQuestionsResult> {
    return changedOr(await this.service.edit(actor!, selection, changes, isRehearsal ?? false), locale);
  }
}
