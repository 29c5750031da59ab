import { err, failure, isId } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { PublishCourseResult, RetireCourseResult } from '../read-courses/course.types.js';
import { PublishCourseService } from './publish-course.service.js';

const id = { type: () => ID } as const;
const notFound = err(failure('NOT_FOUND'));

@Resolver()
export class PublishCourseResolver {
  constructor(private readonly service: PublishCourseService) {}

  @Allow('course.manage')
  @Mutation(() => PublishCourseResult, { description: 'Puts the draft in force; its questions are frozen in their current versions.' })
  async publishCourse(@Args('courseId', id) courseId: string, @Context() { actor, locale }: RequestContext): Promise<typeof PublishCourseResult> {
    return answer(isId(courseId) ? await this.service.publish(actor!, courseId) : notFound, locale);
  }

  @Allow('course.manage')
  @Mutation(() => RetireCourseResult, { description: 'Nobody can begin the course any more; who has begun it may finish it.' })
  async retireCourse(@Args('courseId', id) courseId: string, @Context() { actor, locale }: RequestContext): Promise<typeof RetireCourseResult> {
    return answer(isId(courseId) ? await this.service.retire(actor!, courseId) : notFound, locale);
  }
}
