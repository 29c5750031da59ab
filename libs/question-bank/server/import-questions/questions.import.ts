import { type ImportContext, type ImportCounts, type StagedRecord, type TableImport } from '@skillhall/platform/imports';
import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, inScope, newId, scopeOf } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { checkQuestion, questionImportErrors } from '../../domain/index.js';
import { contentRow } from '../data/content-rows.js';
import type { NewVersionState } from '../data/version-writer.js';
import { type QuestionColumns, questionColumns } from './question-columns.js';
import { type StagedQuestion, StagedQuestions } from './staged-questions.js';

type QuestionRecord = StagedRecord<QuestionColumns>;

const example = {
  number: 'BIZ-001', type: '单选题', stem: '客户询问本月电费为何增加，应当最先核对什么？', optionA: '示数和天数', optionB: '客户的家电数量',
  answer: 'A', explanation: '先查示数与天数，再看同期和用电变化。', track: '业务知识', competency: 'BIZ-3', difficulty: '2',
} as const;

/** Takes in a question list: unchanged rows do nothing, changed ones become the next version of their question. */
@Injectable()
export class QuestionsImport implements TableImport<QuestionColumns> {
  readonly importKind = 'questions';
  readonly permission = 'question.manage';
  readonly columns = questionColumns;
  readonly phrases = questionImportErrors;
  readonly template = {
    sheetName: '题目',
    examples: [example],
    notes: ['题型：单选题、多选题、判断题。判断题不填选项，答案填“正确”或“错误”。', '题号相同而内容有变的行，会成为该题的新版本；已经用过旧版本的答卷不受影响。'],
    lists: { type: ['单选题', '多选题', '判断题'], track: ['职业道德', '法律法规', '沟通技巧', '业务知识'] },
  };

  constructor(
    private readonly staged: StagedQuestions,
    private readonly units: UnitRepository,
  ) {}

  prepare({ tx }: ImportContext): Promise<void> {
    return this.staged.create(tx);
  }

  async stage(context: ImportContext, records: readonly QuestionRecord[]): Promise<void> {
    await this.staged.add(context.tx, records.flatMap((record) => stagedRow(context, record)));
  }

  async merge(context: ImportContext): Promise<ImportCounts> {
    const { tx, scope, actor } = context;
    const nothing = { created: 0, updated: 0, unchanged: 0 };
    await this.staged.sift(context);
    if (await this.staged.isEmpty(tx)) return nothing;
    const [owner] = await this.units.tops(tx, scope);
    if (owner) return this.staged.write(tx, owner, stateFor(actor), actor?.accountId ?? null);
    await this.staged.rejectAll(context, 'no-unit');
    return nothing;
  }
}

/** Who may review brings questions into use at once; what others bring waits for a second person. */
function stateFor(actor: Actor | null): NewVersionState {
  if (!actor) return 'live';
  const reviews = scopeOf(actor, 'question.review');
  return scopeOf(actor, 'question.manage').every((top) => inScope(reviews, top)) ? 'live' : 'inReview';
}

/** The row as the staging table takes it; none where something is wrong with it. */
function stagedRow({ reject }: ImportContext, { row, values }: QuestionRecord): StagedQuestion[] {
  const { number, optionA, optionB, optionC, optionD, optionE, optionF, ...rest } = values;
  const checked = checkQuestion({ ...rest, options: [optionA, optionB, optionC, optionD, optionE, optionF] });
  if (checked.ok) return [{ row, id: newId(), code: number, ...contentRow(checked.value) }];
  for (const { field, code, values: said } of checked.error) reject(row, field, code, said);
  return [];
}
