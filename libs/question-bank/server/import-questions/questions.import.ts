import { type ImportContext, type ImportCounts, type StagedRecord, type TableImport } from '@skillhall/platform/imports';
import { newId } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { categoryNames, checkQuestion, questionImportErrors, readingErrors, ruleWords, typeWords } from '../../domain/index.js';
import { contentRow } from '../data/content-rows.js';
import { importOptions, unknownOption } from './import-options.js';
import { ImportPlaces } from './import-place.js';
import { optionsIn, type QuestionColumns, questionColumns } from './question-columns.js';
import { leftOut, readFile, stageJudged, whatWasRead } from './questions-file.js';
import { StagedCategories } from './staged-categories.js';
import { type StagedQuestion, StagedQuestions } from './staged-questions.js';

type QuestionRecord = StagedRecord<QuestionColumns>;

const example = {
  number: 'BIZ-001', type: '单选题', stem: '客户询问本月电费为何增加，应当最先核对什么？', optionA: '示数和天数', optionB: '客户的家电数量',
  answer: 'A', explanation: '先查示数与天数，再看同期和用电变化。', track: '业务知识', competency: 'BIZ-3', difficulty: '2',
} as const;

const notes = [
  '判断题不填选项，答案填“正确”或“错误”。选择题答案填字母，例如 ABD。',
  '填空题在题干里用 ____ 表示空，答案用分号隔开各空，同一空的几种写法用竖线隔开：99；国家电网|国网。',
  '排序题的答案是正确次序的字母；配对题在题干里分行写 ①…②…，答案写 ①-B；②-A。',
  '题号相同而内容有变的行，会成为该题的新版本；已经用过旧版本的答卷不受影响。',
];

/** Takes in a question list: unchanged rows do nothing, changed ones become the next version of their question. */
@Injectable()
export class QuestionsImport implements TableImport<QuestionColumns> {
  readonly importKind = 'questions';
  readonly permission = 'question.manage';
  readonly columns = questionColumns;
  readonly phrases = { ...readingErrors, ...questionImportErrors };
  readonly template = {
    sheetName: '题目',
    examples: [example],
    notes,
    lists: { type: Object.values(typeWords).map(([word]) => word!), track: ['职业道德', '法律法规', '沟通技巧', '业务知识'], rule: Object.values(ruleWords).map(([word]) => word!) },
  };

  readonly unknownOption = unknownOption;
  readonly whole = { wanted: (options: ImportContext['options']) => importOptions(options).format !== null, read: (context: ImportContext, path: string, fileName: string) => this.readWhole(context, path, fileName) };

  constructor(
    private readonly staged: StagedQuestions,
    private readonly places: ImportPlaces,
    private readonly categories: StagedCategories,
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
    const place = await this.places.of(context);
    await this.staged.sift(context);
    if (await this.staged.isEmpty(tx)) return nothing;
    if (!place) {
      await this.staged.rejectAll(context, 'no-unit');
      return nothing;
    }
    const counts = await this.staged.write(tx, scope, place, actor?.accountId ?? null);
    await this.categories.lay(tx, place);
    return counts;
  }

  /** A file of any format, the template's among them, read as its preview shows it. */
  private async readWhole(context: ImportContext, path: string, fileName: string): Promise<ImportCounts> {
    const read = await readFile(context, path);
    if (context.dryRun) context.leave(whatWasRead(context, read));
    const rejected = new Set<number>();
    const noting: ImportContext = { ...context, reject: (row, ...said) => (rejected.add(row), context.reject(row, ...said)) };
    await this.prepare(context);
    await stageJudged(noting, read, (rows) => this.staged.add(context.tx, rows));
    const counts = await this.merge(noting);
    const questions = read.judgement.judged.flatMap(({ question }) => (rejected.has(question.line) ? [question] : []));
    const file = await leftOut(questions, read.format, fileName);
    if (file) context.leave(file);
    return counts;
  }
}

/** The row as the staging table takes it; none where something is wrong with it. */
function stagedRow({ reject }: ImportContext, { row, values }: QuestionRecord): StagedQuestion[] {
  const checked = checkQuestion({ ...values, options: optionsIn(values) });
  const { category } = values;
  const deep = category !== null && !categoryNames(category);
  if (deep) reject(row, 'category', 'category-too-deep', { text: category });
  if (checked.ok) return deep ? [] : [{ row, id: newId(), code: values.number, category, ...contentRow(checked.value) }];
  for (const { field, code, values: said } of checked.error) reject(row, field, code, said);
  return [];
}
