import { findCompetency } from '@skillhall/directory/domain';
import { type Actor, err, failure, type Failure, isId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { reclassified, type Reclassification, stateOfReclassified } from '../../domain/index.js';
import { CategoryRepository, type CategoryRow } from '../data/category.repository.js';
import { contentHash, contentRow } from '../data/content-rows.js';
import { type LockedQuestion, QuestionSteps } from '../data/question-steps.js';
import { VersionRepository } from '../data/version.repository.js';
import { type NewVersion, type NewVersionState, VersionWriter } from '../data/version-writer.js';
import type { MoveOutcome } from '../step-questions/question-moves.js';
import { asSystemOrRehearsed } from '../step-questions/rehearsal.js';
import { QuestionSelections } from '../step-questions/selection.js';
import type { QuestionSelectionInput } from '../step-questions/step-questions.types.js';
import type { QuestionChangesInput } from './edit-questions.types.js';

const latestOf = ({ versions, latestVersion }: LockedQuestion) => versions.find(({ version }) => version === latestVersion)!;

/** The input field that cannot be right, whatever the questions. */
function wrongField({ competency, difficulty }: QuestionChangesInput): string | undefined {
  if (competency != null && !findCompetency(competency)) return 'competency';
  return difficulty != null && !(difficulty >= 1 && difficulty <= 5) ? 'difficulty' : undefined;
}

/** Changes where many questions belong and what they are used for. */
@Injectable()
export class EditQuestionsService {
  constructor(
    private readonly database: Database,
    private readonly selections: QuestionSelections,
    private readonly steps: QuestionSteps,
    private readonly categories: CategoryRepository,
    private readonly versions: VersionRepository,
    private readonly writer: VersionWriter,
    private readonly audit: AuditLog,
  ) {}

  edit(actor: Actor, selection: QuestionSelectionInput, changes: QuestionChangesInput, rehearsal: boolean): Promise<Result<MoveOutcome[], Failure>> {
    const field = wrongField(changes);
    if (field) return Promise.resolve(err(failure('INVALID_INPUT', { field }, field)));
    const scope = scopeOf(actor, 'question.manage');
    return asSystemOrRehearsed(this.database, 'questions are written by the system; they are looked up in the scope of the actor', rehearsal, async (tx) => {
      const ids = await this.selections.ids(tx, scope, selection);
      if (!ids.ok) return ids;
      const category = await this.category(tx, changes);
      if (category === undefined) return err(failure('NOT_FOUND'));
      const questions = await this.steps.lock(tx, scope, ids.value);
      const refusals = new Map(questions.flatMap((each) => refusalOf(each, changes, category)));
      const changed = questions.filter(({ questionId }) => !refusals.has(questionId));
      await this.place(tx, changed, changes);
      await this.reclassify(tx, actor, changed, changes);
      if (changed.length) await this.audit.record(tx, actor, { action: 'question.edited', subjectType: 'question', subjectId: changed[0]!.questionId, details: { ...changes, questions: changed.length } });
      return ok(questions.map(({ questionId, code }) => ({ questionId, code, refusal: refusals.get(questionId) ?? null })));
    });
  }

  /** The category asked for; null where none is, undefined where it does not exist. */
  private async category(tx: Transaction, { categoryId }: QuestionChangesInput): Promise<CategoryRow | null | undefined> {
    if (categoryId == null) return null;
    return isId(categoryId) ? ((await this.categories.byIds(tx, [categoryId]))[0] ?? undefined) : undefined;
  }

  private async place(tx: Transaction, questions: readonly LockedQuestion[], { categoryId, use }: QuestionChangesInput): Promise<void> {
    await tx.query(
      `update question_bank.question set category_id = case when $2 then $3::uuid else category_id end, use = coalesce($4, use), updated_at = now() where id = any($1)`,
      [questions.map(({ questionId }) => questionId), categoryId !== undefined, categoryId ?? null, use ?? null],
    );
  }

  /** Where a version says it belongs is part of it: the question gets a next one that says the same otherwise. */
  private async reclassify(tx: Transaction, { accountId }: Actor, questions: readonly LockedQuestion[], { competency, difficulty }: QuestionChangesInput): Promise<void> {
    const change: Reclassification = { competency: competency ?? undefined, difficulty: difficulty ?? undefined };
    if (competency == null && difficulty == null) return;
    const contents = await this.versions.contents(tx, questions.map((each) => latestOf(each).versionId));
    const byState = new Map<NewVersionState, NewVersion[]>();
    for (const [at, { questionId, latestVersion, ...rest }] of questions.entries()) {
      const content = reclassified(contents[at]!, change);
      if (contentHash(content) === contentHash(contents[at]!)) continue;
      const state = stateOfReclassified(latestOf({ questionId, latestVersion, ...rest }).states.at(-1)!)!;
      byState.set(state, [...(byState.get(state) ?? []), { question_id: questionId, version: latestVersion + 1, ...contentRow(content) }]);
    }
    for (const [state, rows] of byState) await this.writer.write(tx, rows, state, accountId);
  }
}

function refusalOf(question: LockedQuestion, { competency, difficulty }: QuestionChangesInput, category: CategoryRow | null): [string, Failure][] {
  const { questionId, unitPath } = question;
  if (category && !unitPath.startsWith(category.unitPath)) return [[questionId, failure('CATEGORY_OF_OTHER_UNIT')]];
  const moves = competency != null || difficulty != null;
  return moves && !stateOfReclassified(latestOf(question).states.at(-1)!) ? [[questionId, failure('STEP_NOT_POSSIBLE')]] : [];
}
