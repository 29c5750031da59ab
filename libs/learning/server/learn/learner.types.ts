import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { ErrorType, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ActivityKind, ActivityState } from '../../domain/index.js';
import type { EnrolmentRow } from '../data/learner.repository.js';
import { ActivityKindEnum, ActivityStateEnum } from '../read-courses/learning.enums.js';

@ObjectType({ description: 'A course as the viewer has it: in the version they began, else in the one in force.' })
export class CourseForLearner {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => TrackEnum)
  track: Track;

  @Field()
  summary: string;

  @Field(() => Float)
  hours: number;

  versionId: string;
  begun: EnrolmentRow | null;
}

@ObjectType()
export class Activity {
  @Field(() => ID)
  id: string;

  @Field(() => ActivityKindEnum)
  kind: ActivityKind;

  @Field()
  title: string;

  @Field(() => ActivityStateEnum)
  state: ActivityState;

  @Field(() => Int, { description: 'Minutes to expect.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Markdown of an article; only where the activity itself was asked for.' })
  body: string | null;

  @Field(() => ID, { nullable: true })
  quizId: string | null;

  @Field(() => CourseForLearner)
  course: CourseForLearner;
}

@ObjectType()
export class CourseModule {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => [Activity])
  activities: Activity[];
}

@ObjectType()
export class Enrolment {
  @Field(() => ID)
  id: string;

  @Field()
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  completedAt: Date | null;

  versionId: string;
}

@ObjectType()
export class TrackProgress {
  @Field(() => TrackEnum)
  track: Track;

  @Field(() => Int, { description: 'Courses offered or begun.' })
  courses: number;

  @Field(() => Int)
  completed: number;

  @Field(() => Float, { description: 'Hours of the completed courses.' })
  hours: number;
}

@ObjectType()
export class LearningSummary {
  @Field(() => Int)
  enrolled: number;

  @Field(() => Int)
  completed: number;

  @Field(() => [TrackProgress], { description: 'All four tracks, in their order.' })
  tracks: TrackProgress[];
}

@ObjectType()
export class StartCourseSuccess {
  @Field(() => CourseForLearner)
  course: CourseForLearner;
}

@ObjectType()
export class CompleteArticleSuccess {
  @Field(() => CourseForLearner)
  course: CourseForLearner;
}

@ErrorType('READ_TOO_FAST')
export class TooFastError extends UserError {
  @Field(() => Int)
  waitSeconds: number;
}

export const StartCourseResult = resultUnion('StartCourseResult', StartCourseSuccess, NotFoundError);
export const CompleteArticleResult = resultUnion('CompleteArticleResult', CompleteArticleSuccess, NotFoundError, TooFastError);
