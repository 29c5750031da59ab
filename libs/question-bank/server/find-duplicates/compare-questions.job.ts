import { Database } from '@skillhall/platform/database';
import type { JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { compareQuestions } from '../data/compare-questions.js';
import { DuplicateRepository } from '../data/duplicate.repository.js';
import { QuestionTexts } from '../data/question-texts.js';

const atOnce = 500;
const reason = 'questions of all units are compared; who may see a pair is decided when it is read';

/** Compares questions with new texts with all others. What is done is marked, so that it may stop and run again at any time. */
@Injectable()
export class CompareQuestionsJob implements JobHandler<Record<string, never>> {
  readonly job = compareQuestions;

  constructor(
    private readonly database: Database,
    private readonly texts: QuestionTexts,
    private readonly duplicates: DuplicateRepository,
  ) {}

  async run(): Promise<void> {
    while ((await this.database.asSystem(reason, (tx) => this.prepareSome(tx))) > 0);
    while ((await this.database.asSystem(reason, (tx) => this.duplicates.compareSome(tx, atOnce))) > 0);
  }

  private async prepareSome(tx: Parameters<QuestionTexts['refresh']>[0]): Promise<number> {
    const ids = await this.duplicates.unprepared(tx, atOnce);
    await this.texts.refresh(tx, ids);
    return ids.length;
  }
}
