import { type Actor, isId, err, failure } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { LearnService } from './learn.service.js';
import { CompleteArticleResult, StartCourseResult } from './learner.types.js';

const id = { type: () => ID } as const;
const notFound = err(failure('NOT_FOUND'));

@Resolver()
export class LearnResolver {
  constructor(private readonly service: LearnService) {}

  @Allow('course.learn')
  @Mutation(() => StartCourseResult)
  async startCourse(@Args('courseId', id) courseId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StartCourseResult> {
    return answer(isId(courseId) ? await this.service.startCourse(actor as Actor, courseId) : notFound, locale);
  }

  @Allow('course.learn')
  @Mutation(() => CompleteArticleResult)
  async completeArticle(@Args('activityId', id) activityId: string, @Context() { actor, locale }: RequestContext): Promise<typeof CompleteArticleResult> {
    return answer(isId(activityId) ? await this.service.completeArticle(actor as Actor, activityId) : notFound, locale);
  }
}
