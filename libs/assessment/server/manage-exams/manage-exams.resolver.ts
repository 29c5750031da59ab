import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ManageExams } from './manage-exams.service.js';
import { ArchiveExamResult, OpenExamToPracticeResult, PublishExamResult, SaveExamInput, SaveExamResult } from './manage-exams.types.js';

const id = { type: () => ID } as const;

@Resolver()
export class ManageExamsResolver {
  constructor(private readonly service: ManageExams) {}

  @Allow('exam.manage')
  @Mutation(() => SaveExamResult, { description: 'A new draft, or a draft changed.' })
  async saveExam(@Args('input') input: SaveExamInput, @Context() { actor, locale }: RequestContext): Promise<typeof SaveExamResult> {
    return answer(await this.service.save(actor!, input), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => PublishExamResult, { description: 'The exam can be sat and no longer changes.' })
  async publishExam(@Args('id', id) examId: string, @Context() { actor, locale }: RequestContext): Promise<typeof PublishExamResult> {
    return answer(await this.service.publish(actor!, examId), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => ArchiveExamResult, { description: 'No new sittings; results stay.' })
  async archiveExam(@Args('id', id) examId: string, @Context() { actor, locale }: RequestContext): Promise<typeof ArchiveExamResult> {
    return answer(await this.service.archive(actor!, examId), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => OpenExamToPracticeResult, { description: 'Whether staff may take mocks drawn by its blueprint; only of a published exam.' })
  async openExamToPractice(@Args('id', id) examId: string, @Args('open') open: boolean, @Context() { actor, locale }: RequestContext): Promise<typeof OpenExamToPracticeResult> {
    return answer(await this.service.openToPractice(actor!, examId, open), locale);
  }
}
