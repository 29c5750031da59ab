import { AnswerKeys, QuestionReader } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { analyseItems, PaperTable } from '../../domain/index.js';
import { ItemAnalysisRepository } from '../data/item-analysis.repository.js';

const reason = 'an analysis reads answers and keys of all papers of an exam; it is shown to who keeps the exam';
const pageSize = 500;
const firstId = '00000000-0000-0000-0000-000000000000';

/** Analyses the items of one exam over all its graded papers, and keeps the report; running twice gives the same. */
@Injectable()
export class AnalyseExam {
  constructor(
    private readonly database: Database,
    private readonly repository: ItemAnalysisRepository,
    private readonly keys: AnswerKeys,
    private readonly questions: QuestionReader,
  ) {}

  async analyse(examId: string): Promise<number> {
    const { counts, items } = await this.database.asSystem(reason, async (tx) => {
      const ids = await this.repository.questions(tx, examId);
      const keys = new Map((await this.keys.of(tx, ids)).map(({ versionId, key }) => [versionId, key]));
      const faces = await this.questions.versions(tx, ids);
      const items = faces.map(({ versionId: id, type, options }) => ({ id, type, optionKeys: options.map(({ key }) => key), key: keys.get(id)! }));
      return { counts: await this.repository.counts(tx, examId), items };
    });
    if (!counts.attempts) return 0;
    const papers = new PaperTable(items, counts.attempts);
    let read = 0;
    for (let after = firstId; read < counts.attempts; ) {
      const page = await this.database.asSystem(reason, (tx) => this.repository.papers(tx, examId, after, Math.min(pageSize, counts.attempts - read)));
      if (!page.length) break;
      for (const { answers } of page) papers.add(answers);
      read += page.length;
      after = page.at(-1)!.id;
    }
    const report = analyseItems(papers.table, { by: counts.sameMaximum ? 'marks' : 'share' });
    await this.database.asSystem(reason, (tx) => this.repository.keep(tx, examId, report.test.attempts, report));
    return report.test.attempts;
  }
}
