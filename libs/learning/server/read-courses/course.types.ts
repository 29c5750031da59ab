import type { Track } from '@skillhall/directory/domain';
import { Person, TrackEnum } from '@skillhall/directory/server';
import { ErrorType, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ActivityKind, CourseStatus } from '../../domain/index.js';
import { Enrolment } from '../learn/learner.types.js';
import { ActivityKindEnum, CourseStatusEnum } from './learning.enums.js';

@ObjectType({ description: 'A course with its newest version. While that is a draft, an earlier published version may be in force.' })
export class CourseForAuthor {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => TrackEnum)
  track: Track;

  @Field(() => Float)
  hours: number;

  @Field(() => CourseStatusEnum, { description: 'State of the newest version.' })
  status: CourseStatus;

  @Field(() => Int)
  version: number;

  @Field()
  updatedAt: Date;

  versionId: string;
}

@ObjectType()
export class ActivityForAuthor {
  @Field(() => ID)
  id: string;

  @Field(() => ActivityKindEnum)
  kind: ActivityKind;

  @Field()
  title: string;

  @Field(() => String, { nullable: true })
  body: string | null;

  @Field(() => ID, { nullable: true, description: 'Made when the course is published.' })
  quizId: string | null;

  @Field(() => [String])
  questionCodes: string[];

  @Field(() => Int, { nullable: true })
  passMark: number | null;
}

@ObjectType()
export class CourseModuleForAuthor {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => [ActivityForAuthor])
  activities: ActivityForAuthor[];
}

@ObjectType()
export class CourseForAuthorPage extends pageType(CourseForAuthor) {}

@InputType()
export class CourseFilter {
  @Field(() => TrackEnum, { nullable: true })
  track?: Track | null;

  @Field(() => CourseStatusEnum, { nullable: true })
  status?: CourseStatus | null;

  @Field(() => String, { nullable: true, description: 'Beginning of the code, or part of the name.' })
  search?: string | null;
}

@ObjectType({ description: 'How far one person has come in one course.' })
export class CourseProgress {
  @Field(() => Enrolment)
  enrolment: Enrolment;

  personId: string;
  courseId: string;

  // Filled by the resolver.
  person?: Person;
  course?: CourseForAuthor;
}

@ObjectType()
export class CourseProgressPage extends pageType(CourseProgress) {}

@ObjectType()
export class PublishCourseSuccess {
  @Field(() => CourseForAuthor)
  course: CourseForAuthor;
}

@ErrorType('COURSE_NOT_DRAFT', 'COURSE_NOT_PUBLISHED', 'COURSE_QUESTIONS_MISSING')
export class CourseStateError extends UserError {}

export const PublishCourseResult = resultUnion('PublishCourseResult', PublishCourseSuccess, NotFoundError, CourseStateError);
export const RetireCourseResult = resultUnion('RetireCourseResult', PublishCourseSuccess, NotFoundError, CourseStateError);
