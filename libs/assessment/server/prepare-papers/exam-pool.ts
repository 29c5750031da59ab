import { PracticeBank, QuestionPool } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type Blueprint, type BlueprintProblem, checkFeasible, countFitting } from '../../domain/index.js';

export interface PlannedPaper {
  readonly unitPath: string;
  readonly blueprint: Blueprint;
  readonly exposureCap: number | null;
}

export interface PoolCount {
  /** Why papers could not be drawn; none where they could. */
  readonly problems: BlueprintProblem[];
  /** Section by section, how many questions fit each row by itself. */
  readonly fitting: number[][];
}

const reason = 'exams draw on questions of units above as well; only how many there are is told';

/** What today's bank has for the papers of an exam. */
@Injectable()
export class ExamPool {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionPool,
    private readonly practice: PracticeBank,
  ) {}

  async count({ unitPath, blueprint, exposureCap }: PlannedPaper): Promise<PoolCount> {
    const pool = await this.database.asSystem(reason, (tx) => this.questions.of(tx, unitPath));
    return { problems: checkFeasible(blueprint, pool, exposureCap), fitting: countFitting(blueprint, pool) };
  }

  /** Why mocks could not be drawn of what the exam's unit may practise; none where they could. */
  async mockProblems({ unitPath, blueprint }: PlannedPaper): Promise<BlueprintProblem[]> {
    const pool = await this.database.asSystem(reason, (tx) => this.practice.of(tx, unitPath));
    return checkFeasible(blueprint, pool, null);
  }
}
