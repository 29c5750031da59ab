import { type Actor, isId, scopeOf } from '@skillhall/kernel';
import { UnitRepository } from '@skillhall/directory/server';
import { QuestionPool } from '@skillhall/question-bank/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { blueprintTotals } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { blueprintOf, blueprintProblem } from '../manage-exams/check-exam.js';
import { DrawPapers } from '../prepare-papers/draw-papers.service.js';
import { ExamPool } from '../prepare-papers/exam-pool.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { BlueprintCheck, BlueprintDraftInput, ExamPreview, FixedQuestionFace, problemTypeOf } from './blueprint-check.types.js';
import { Exam } from './exam.types.js';

const permission = 'exam.manage';
const found = 'the exam or its unit was found to be one that the viewer sets exams for; they draw on questions of units above as well';
const mostFound = 20;

/** What an author sees of a blueprint before anybody sits it. Only counts and faces: no key can be reached from here. */
@Resolver(() => Exam)
export class BlueprintsResolver {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly units: UnitRepository,
    private readonly pool: ExamPool,
    private readonly questions: QuestionPool,
    private readonly drawing: DrawPapers,
    private readonly papers: AttemptLoader,
  ) {}

  @Allow(permission)
  @Query(() => BlueprintCheck, { nullable: true, description: 'Whether papers could be drawn by an unsaved draft; null where the draft itself is not sound.' })
  async blueprintCheck(@Args('draft') { unitId, sections, exposureCap }: BlueprintDraftInput, @CurrentActor() actor: Actor): Promise<BlueprintCheck | null> {
    const unit = blueprintProblem({ sections, exposureCap: exposureCap ?? null }) ? null : await this.unit(actor, unitId);
    if (!unit) return null;
    const blueprint = blueprintOf(sections);
    const { problems, fitting } = await this.pool.count({ unitPath: unit.path, blueprint, exposureCap: exposureCap ?? null });
    return { problems: problems.map(problemTypeOf), fitting, totals: blueprintTotals(blueprint) };
  }

  @Allow(permission)
  @Query(() => [FixedQuestionFace], { description: 'Questions that papers of the unit may put: by the beginning of the number or part of the stem; the first twenty.' })
  async questionsToFix(@Args('unitId', { type: () => ID }) unitId: string, @Args('search') search: string, @CurrentActor() actor: Actor): Promise<FixedQuestionFace[]> {
    const asked = search.trim();
    const unit = asked ? await this.unit(actor, unitId) : null;
    return unit ? this.database.asSystem(found, (tx) => this.questions.search(tx, unit.path, asked, mostFound)) : [];
  }

  @Allow(permission)
  @Query(() => ExamPreview, { nullable: true, description: 'A sample paper of a saved exam, another one each time; null where none can be drawn.' })
  async examPreview(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<ExamPreview | null> {
    const actor = context.actor!;
    const exam = isId(id) ? await this.database.asActor(actor, permission, (tx) => this.exams.find(tx, scopeOf(actor, permission), id)) : null;
    const paper = exam && (await this.database.asSystem(found, (tx) => this.drawing.sample(tx, exam)));
    if (!paper) return null;
    return { sections: (paper.sections ?? []).map(({ title }) => title), questions: await this.papers.questions(context, { paper }) };
  }

  @ResolveField(() => [FixedQuestionFace], { description: 'The questions that stand on every paper; one that may no longer be used is left out.' })
  async fixedQuestions(@Parent() { blueprint, unitPath }: Exam): Promise<FixedQuestionFace[]> {
    const ids = blueprint.sections.flatMap(({ fixed }) => fixed.map(({ questionId }) => questionId));
    return ids.length ? this.database.asSystem(found, (tx) => this.questions.recognised(tx, unitPath, ids)) : [];
  }

  private unit(actor: Actor, id: string): Promise<{ readonly path: string } | null> {
    return this.database.asActor(actor, permission, (tx) => this.units.findInScope(tx, scopeOf(actor, permission), id));
  }
}
