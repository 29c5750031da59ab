import { Person, PersonLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, type CivilDate, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { CivilDateScalar, type RequestContext } from '@skillhall/platform/graphql';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { HallLearningRepository, type LearnerAtHall } from '../data/hall-learning.repository.js';
import { CourseLoader } from '../read-courses/course.loader.js';
import { CourseForAuthor } from '../read-courses/course.types.js';
import { HallCourse, HallLearner, HallLearning, LearntCourse } from './hall-learning.types.js';

const permission = 'learning-record.read';

function countedCourses(learners: readonly LearnerAtHall[]): HallCourse[] {
  const counted = new Map<string, HallCourse>();
  for (const { courseId, withQuiz } of learners.flatMap(({ courses }) => courses)) {
    const known = counted.get(courseId) ?? Object.assign(new HallCourse(), { courseId, completed: 0, withQuiz });
    counted.set(courseId, Object.assign(known, { completed: known.completed + 1 }));
  }
  return [...counted.values()].sort((a, b) => b.completed - a.completed || (a.courseId < b.courseId ? -1 : 1));
}

@Resolver(() => HallLearning)
export class HallLearningResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: HallLearningRepository,
    private readonly units: UnitRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow(permission)
  @Query(() => HallLearning, { nullable: true, description: 'What the people of a hall had learnt by a day; null for a unit out of sight.' })
  hallLearning(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string, @Args('day', { type: () => CivilDateScalar }) day: CivilDate): Promise<HallLearning | null> {
    const scope = scopeOf(actor, permission);
    return this.database.asActor(actor, permission, async (tx) => {
      const unit = await this.units.findInScope(tx, scope, unitId);
      if (!unit) return null;
      const learners = await this.repository.onDay(tx, scope, unit.id, day, this.config.TIME_ZONE);
      return Object.assign(new HallLearning(), { people: learners.length, courses: countedCourses(learners), learners });
    });
  }
}

@Resolver(() => HallLearner)
export class HallLearnerResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person)
  async person(@Parent() { personId }: HallLearner, @Context() context: RequestContext): Promise<Person> {
    return (await this.people.byId(context, personId))!;
  }
}

@Resolver(() => HallCourse)
export class HallCourseResolver {
  constructor(private readonly courses: CourseLoader) {}

  @ResolveField(() => CourseForAuthor, { nullable: true })
  course(@Parent() { courseId }: HallCourse, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }
}

@Resolver(() => LearntCourse)
export class LearntCourseResolver {
  constructor(private readonly courses: CourseLoader) {}

  @ResolveField(() => CourseForAuthor, { nullable: true })
  course(@Parent() { courseId }: LearntCourse, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }
}
