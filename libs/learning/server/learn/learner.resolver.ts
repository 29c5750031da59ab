import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { type Actor, isId } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { nextActivity } from '../../domain/index.js';
import { LearnerReads } from './learner-reads.service.js';
import { LearnerLoader } from './learner.loader.js';
import { Activity, CourseForLearner, CourseModule, Enrolment, LearningSummary } from './learner.types.js';

const id = { type: () => ID } as const;

@Resolver(() => CourseForLearner)
export class LearnerResolver {
  constructor(
    private readonly reads: LearnerReads,
    private readonly loader: LearnerLoader,
  ) {}

  @Allow('course.learn')
  @Query(() => [CourseForLearner], { description: 'Courses offered to the viewer, and those begun.' })
  myCourses(@CurrentActor() actor: Actor, @Args('track', { type: () => TrackEnum, nullable: true }) track?: Track | null): Promise<CourseForLearner[]> {
    return this.reads.courses(actor, { track: track ?? null });
  }

  @Allow('course.learn')
  @Query(() => CourseForLearner, { nullable: true })
  async course(@Args('id', id) courseId: string, @CurrentActor() actor: Actor): Promise<CourseForLearner | null> {
    const [course] = isId(courseId) ? await this.reads.courses(actor, { courseId }) : [];
    return course ?? null;
  }

  @Allow('course.learn')
  @Query(() => Activity, { nullable: true, description: 'An activity with what it says; asking for it opens it.' })
  async activity(@Args('id', id) activityId: string, @CurrentActor() actor: Actor): Promise<Activity | null> {
    return isId(activityId) ? this.reads.openActivity(actor, activityId) : null;
  }

  @Allow('course.learn')
  @Query(() => LearningSummary)
  myLearning(@CurrentActor() actor: Actor, @Context() context: RequestContext): Promise<LearningSummary> {
    return this.reads.ownSummary(actor, context);
  }

  @ResolveField(() => [CourseModule])
  modules(@Parent() course: CourseForLearner, @Context() context: RequestContext): Promise<CourseModule[]> {
    return this.loader.modules(context, course);
  }

  @ResolveField(() => Enrolment, { nullable: true, description: 'Null until the course is begun.' })
  enrolment(@Parent() course: CourseForLearner): Enrolment | null {
    return course.begun;
  }

  @ResolveField(() => Activity, { nullable: true, description: 'What to go on with; null where everything is done.' })
  async nextActivity(@Parent() course: CourseForLearner, @Context() context: RequestContext): Promise<Activity | null> {
    return nextActivity((await this.loader.modules(context, course)).flatMap(({ activities }) => activities));
  }
}

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  constructor(private readonly loader: LearnerLoader) {}

  @ResolveField(() => Int)
  async completedActivities(@Parent() enrolment: Enrolment, @Context() context: RequestContext): Promise<number> {
    const states = await this.loader.states(context, enrolment.id);
    return [...states.values()].filter((state) => state === 'completed').length;
  }

  @ResolveField(() => Int)
  async totalActivities(@Parent() enrolment: Enrolment, @Context() context: RequestContext): Promise<number> {
    return (await this.loader.outline(context, enrolment.versionId)).flatMap(({ activities }) => activities).length;
  }
}
