import { err, type Failure, type Locale, ok, say } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { explain } from '@skillhall/platform/i18n';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { contentErrors, type ContentProblem } from '../../domain/index.js';
import { SaveQuestionService } from './save-question.service.js';
import { QuestionInvalidError, type QuestionProblem, SaveQuestionInput, SaveQuestionResult, SaveQuestionSuccess } from './save-question.types.js';

/** What is wrong, in words; a path and a sentence, never the key itself. */
export const problemsIn = (problems: readonly ContentProblem[], locale: Locale): QuestionProblem[] =>
  problems.map(({ field, code, values }) => ({ field, code, message: say(contentErrors[code], locale, values) }));

function invalid(problems: readonly ContentProblem[], locale: Locale): QuestionInvalidError {
  const code = 'QUESTION_INVALID';
  return Object.assign(new QuestionInvalidError(), { code, message: explain({ code, values: { count: problems.length } }, locale), problems: problemsIn(problems, locale) });
}

@Resolver()
export class SaveQuestionResolver {
  constructor(private readonly service: SaveQuestionService) {}

  @Allow('question.manage')
  @Mutation(() => SaveQuestionResult)
  async saveQuestion(@Args('input') input: SaveQuestionInput, @Context() { actor, locale }: RequestContext): Promise<typeof SaveQuestionResult> {
    const saved = await this.service.save(actor!, input);
    if (!saved.ok && 'problems' in saved.error) return invalid(saved.error.problems, locale);
    return answer(saved.ok ? ok(Object.assign(new SaveQuestionSuccess(), { question: saved.value })) : err(saved.error as Failure), locale);
  }
}
