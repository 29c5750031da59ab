import { UnitLoader } from '@skillhall/directory/server';
import { err, failure } from '@skillhall/kernel';
import { CourseLoader } from '@skillhall/learning/server';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { coTrainingText } from '../../domain/index.js';
import type { RunRow } from '../data/run.repository.js';
import type { StudyRow } from '../data/study.repository.js';
import { StudyLoader } from '../read-studies/study.loader.js';
import { ExportStudy, type Named } from './export-study.service.js';
import { ExportStudyResult, type StudyFormat, StudyFormatEnum } from './export-study.types.js';

@Resolver()
export class ExportStudyResolver {
  constructor(
    private readonly service: ExportStudy,
    private readonly units: UnitLoader,
    private readonly courses: CourseLoader,
    private readonly studies: StudyLoader,
  ) {}

  @Allow('impact.read')
  @Mutation(() => ExportStudyResult, { description: 'Writes a run as a workbook or a document, in your language; the file is yours alone.' })
  async exportStudy(
    @Args('runId', { type: () => ID }) runId: string,
    @Args('format', { type: () => StudyFormatEnum }) format: StudyFormat,
    @Context() context: RequestContext,
  ): Promise<typeof ExportStudyResult> {
    const { actor, locale } = context;
    const found = await this.service.find(actor!, runId);
    if (!found) return answer(err(failure('NOT_FOUND')), locale);
    return answer(await this.service.write(actor!, found, await this.named(context, found), format, locale), locale);
  }

  private async named(context: RequestContext, { run, study }: { run: RunRow; study: StudyRow }): Promise<Named> {
    const courseName = async (id: string): Promise<string> => (await this.courses.byId(context, id))?.name ?? '–';
    const others = run.result?.coTraining ?? [];
    return {
      unitName: (await this.units.byId(context, study.unitId))?.name ?? '–',
      courseName: await courseName(study.courseId),
      coTraining: await Promise.all(others.map(async ({ courseId, halls }) => coTrainingText(halls, await courseName(courseId), context.locale))),
      adjustedPValue: await this.studies.adjusted(context, study),
    };
  }
}
