import { type Actor, isId } from '@skillhall/kernel';
import { CourseForAuthor, CourseLoader } from '@skillhall/learning/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { coTrainingText } from '../../domain/index.js';
import { RunRepository } from '../data/run.repository.js';
import { reportOf } from './report-of.js';
import { StudyLoader } from './study.loader.js';
import { StudyReport } from './study-report.types.js';
import { StudyCoTraining } from './study-result.types.js';
import { StudyRun, StudySnapshot } from './study.types.js';

@Resolver(() => StudyRun)
export class RunsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: RunRepository,
    private readonly loader: StudyLoader,
  ) {}

  @Allow('impact.read')
  @Query(() => StudyRun, { nullable: true, description: 'For watching the progress of a run; null outside your units.' })
  async studyRun(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<StudyRun | null> {
    return isId(id) ? this.database.asActor(actor, 'impact.read', (tx) => this.repository.find(tx, id)) : null;
  }

  @ResolveField(() => StudySnapshot, { nullable: true, description: 'The data it was computed on.' })
  snapshot(@Parent() { snapshotId }: StudyRun, @Context() context: RequestContext): Promise<StudySnapshot | null> | null {
    return snapshotId ? this.loader.snapshot(context, snapshotId) : null;
  }

  @ResolveField(() => StudyReport, { nullable: true, description: 'What it found; null until it is done.' })
  async report(@Parent() { result, sensitivity, studyId }: StudyRun, @Context() context: RequestContext): Promise<StudyReport | null> {
    const study = result ? await this.loader.byId(context, studyId) : null;
    return result && study ? reportOf(result, sensitivity, study, context.locale) : null;
  }
}

@Resolver(() => StudyCoTraining)
export class CoTrainingResolver {
  constructor(private readonly courses: CourseLoader) {}

  @ResolveField(() => CourseForAuthor, { nullable: true })
  course(@Parent() { courseId }: StudyCoTraining, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }

  @ResolveField(() => String)
  async text(@Parent() { courseId, halls }: StudyCoTraining, @Context() context: RequestContext): Promise<string> {
    return coTrainingText(halls, (await this.courses.byId(context, courseId))?.name ?? '—', context.locale);
  }
}
