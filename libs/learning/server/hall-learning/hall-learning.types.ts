import { Person } from '@skillhall/directory/server';
import type { CivilDate } from '@skillhall/kernel';
import { CivilDateScalar } from '@skillhall/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CourseForAuthor } from '../read-courses/course.types.js';

@ObjectType()
export class HallCourse {
  @Field(() => CourseForAuthor, { nullable: true, description: 'Null where the reader may not see the course.' })
  course: CourseForAuthor | null;

  @Field(() => Int, { description: 'How many of the people had completed it by the day.' })
  completed: number;

  @Field({ description: 'Whether completing it means passing a quiz.' })
  withQuiz: boolean;

  courseId: string;
}

@ObjectType()
export class LearntCourse {
  @Field(() => CourseForAuthor, { nullable: true })
  course: CourseForAuthor | null;

  @Field(() => CivilDateScalar)
  completedOn: CivilDate;

  @Field()
  withQuiz: boolean;

  courseId: string;
}

@ObjectType()
export class HallLearner {
  @Field(() => Person)
  person: Person;

  @Field(() => [LearntCourse])
  courses: LearntCourse[];

  personId: string;
}

@ObjectType({ description: 'What the people at a hall in a month had learnt by a day. Counts so small are no verdict on anybody.' })
export class HallLearning {
  @Field(() => Int, { description: 'People employed there in that month whose records the reader may see.' })
  people: number;

  @Field(() => [HallCourse], { description: 'Most completed first.' })
  courses: HallCourse[];

  @Field(() => [HallLearner])
  learners: HallLearner[];
}
