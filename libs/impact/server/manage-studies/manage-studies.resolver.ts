import { err, failure, isId } from '@skillhall/kernel';
import { CourseLoader } from '@skillhall/learning/server';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { AskRun } from '../run-study/ask-run.service.js';
import { ManageStudies } from './manage-studies.service.js';
import { RunStudyInput, RunStudyResult, SaveStudyInput, SaveStudyResult, StepStudyResult } from './manage-studies.types.js';

const id = { type: () => ID } as const;

@Resolver()
export class ManageStudiesResolver {
  constructor(
    private readonly service: ManageStudies,
    private readonly runs: AskRun,
    private readonly courses: CourseLoader,
  ) {}

  @Allow('study.manage')
  @Mutation(() => SaveStudyResult, { description: 'Declares a study, or changes one that is not locked.' })
  async saveStudy(@Args('input') input: SaveStudyInput, @Context() context: RequestContext): Promise<typeof SaveStudyResult> {
    const { actor, locale } = context;
    const course = isId(input.courseId) ? await this.courses.byId(context, input.courseId) : null;
    if (!course) return answer(err(failure('INVALID_INPUT', { field: 'courseId' }, 'courseId')), locale);
    return answer(await this.service.save(actor!, input), locale);
  }

  @Allow('study.manage')
  @Mutation(() => StepStudyResult, { description: 'The plan stands from now on; a changed plan is a new study that names this one.' })
  async lockStudy(@Args('id', id) studyId: string, @Args('version', { type: () => Int }) version: number, @Context() { actor, locale }: RequestContext): Promise<typeof StepStudyResult> {
    return answer(await this.service.lock(actor!, studyId, version), locale);
  }

  @Allow('study.manage')
  @Mutation(() => StepStudyResult, { description: 'Gives up a study that was never locked.' })
  async dropStudy(@Args('id', id) studyId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StepStudyResult> {
    return answer(await this.service.drop(actor!, studyId), locale);
  }

  @Allow('study.manage')
  @Mutation(() => RunStudyResult, { description: 'Asks for a run; it is computed in the background, and kept with its reason.' })
  async runStudy(@Args('input') input: RunStudyInput, @Context() { actor, locale }: RequestContext): Promise<typeof RunStudyResult> {
    return answer(await this.runs.ask(actor!, input), locale);
  }
}
