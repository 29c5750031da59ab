import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { checkContent, type ContentProblem, type QuestionContent } from '../../domain/index.js';
import { contentOf } from '../content/read-content.js';
import { CategoryRepository } from '../data/category.repository.js';
import { contentHash, contentRow } from '../data/content-rows.js';
import { MediaRepository } from '../data/media.repository.js';
import { type NumberedUnit, QuestionNumbers } from '../data/question-numbers.js';
import { QuestionRepository, type QuestionRow } from '../data/question.repository.js';
import { type LockedQuestion, QuestionSteps } from '../data/question-steps.js';
import { VersionRepository } from '../data/version.repository.js';
import { VersionWriter } from '../data/version-writer.js';
import { QuestionMoves } from '../step-questions/question-moves.js';
import type { SaveQuestionInput } from './save-question.types.js';

/** What keeps a question from being saved: what is wrong in it, or a failure of another kind. */
export type SaveFailure = Failure | { readonly problems: readonly ContentProblem[] };

/** Where the content goes: a question that is there, or the unit that gets a new one. */
type Target = { readonly question: LockedQuestion } | { readonly unit: NumberedUnit };

const pathOf = (target: Target): string => ('unit' in target ? target.unit.path : target.question.unitPath);
const mediaIn = (content: QuestionContent) => [content, ...content.parts].flatMap(({ media }) => media);

@Injectable()
export class SaveQuestionService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionRepository,
    private readonly versions: VersionRepository,
    private readonly categories: CategoryRepository,
    private readonly media: MediaRepository,
    private readonly numbers: QuestionNumbers,
    private readonly steps: QuestionSteps,
    private readonly moves: QuestionMoves,
    private readonly writer: VersionWriter,
    private readonly units: UnitRepository,
  ) {}

  /** A new question, or the next version of one as a draft; the version in use stays in use until this one is published. */
  save(actor: Actor, input: SaveQuestionInput): Promise<Result<QuestionRow, SaveFailure>> {
    const content = contentOf(input.content);
    const problems = checkContent(content);
    if (problems.length) return Promise.resolve(err({ problems }));
    const scope = scopeOf(actor, 'question.manage');
    return this.database.asSystem('versions and keys are written by the system; all that they refer to is looked up in the scope of the author', async (tx) => {
      const target = await this.target(tx, scope, input);
      if (!target.ok) return target;
      const fits = (await this.mediaFit(tx, actor, scope, content)) && (await this.categoryFits(tx, input.categoryId ?? null, pathOf(target.value)));
      if (!fits) return err(failure('NOT_FOUND'));
      const id = await this.write(tx, actor, input, content, target.value);
      if (id === null) return err(failure('NUMBER_TAKEN', { text: input.code!.trim() }));
      await tx.query('update question_bank.question set use = $2, category_id = $3, updated_at = now() where id = $1', [id, input.use, input.categoryId ?? null]);
      const { latestVersion } = (await this.questions.findInScope(tx, scope, id))!;
      return ok((await this.questions.findInScope(tx, scope, id, latestVersion))!);
    });
  }

  private async target(tx: Transaction, scope: readonly string[], { id, expectedVersion, unitId }: SaveQuestionInput): Promise<Result<Target, Failure>> {
    if (id == null) {
      const [unit] = unitId == null ? await this.units.tops(tx, scope) : isId(unitId) ? [await this.units.findInScope(tx, scope, unitId)] : [];
      return unit ? ok({ unit }) : err(failure('NOT_FOUND'));
    }
    const [question] = isId(id) ? await this.steps.lock(tx, scope, [id]) : [];
    if (!question) return err(failure('NOT_FOUND'));
    return question.latestVersion === expectedVersion ? ok({ question }) : err(await this.conflict(tx, question));
  }

  private async conflict(tx: Transaction, { questionId, latestVersion }: LockedQuestion): Promise<Failure> {
    const latest = (await this.versions.ofQuestion(tx, questionId)).find(({ version }) => version === latestVersion);
    return failure('VERSION_CONFLICT', { version: latestVersion, name: latest?.authorName ?? '–' });
  }

  private async mediaFit(tx: Transaction, actor: Actor, scope: readonly string[], content: QuestionContent): Promise<boolean> {
    const wanted = mediaIn(content);
    const found = await this.media.usable(tx, scope, actor.accountId, wanted.map(({ fileId }) => fileId).filter(isId));
    return wanted.every(({ fileId, kind }) => found.get(fileId)?.kind === kind);
  }

  /** A question lies in a category of its own unit's tree or of a unit above. */
  private async categoryFits(tx: Transaction, categoryId: string | null, unitPath: string): Promise<boolean> {
    if (categoryId === null) return true;
    const [category] = isId(categoryId) ? await this.categories.byIds(tx, [categoryId]) : [];
    return category != null && unitPath.startsWith(category.unitPath);
  }

  /** The id of the question; null where the number wanted for a new one is taken. */
  private async write(tx: Transaction, actor: Actor, { submit, code }: SaveQuestionInput, content: QuestionContent, target: Target): Promise<string | null> {
    const state = submit ? 'inReview' : 'draft';
    if ('unit' in target) {
      const id = newId();
      const wanted = code?.trim();
      const given = wanted ? await this.numbers.create(tx, id, wanted, target.unit) : await this.numbers.createNext(tx, id, content.track, target.unit);
      if (given !== null) await this.writer.write(tx, [{ question_id: id, version: 1, ...contentRow(content) }], state, actor.accountId);
      return given === null ? null : id;
    }
    const { questionId, latestVersion } = target.question;
    if ((await this.versions.hashOf(tx, questionId, latestVersion)) !== contentHash(content)) {
      await this.writer.write(tx, [{ question_id: questionId, version: latestVersion + 1, ...contentRow(content) }], state, actor.accountId);
    } else if (submit) {
      await this.moves.take(tx, actor, [target.question], { actions: ['submit'], comment: null, seen: new Map() });
    }
    return questionId;
  }
}
