import { attemptGraded } from '@skillhall/assessment/domain';
import { ActivityResults } from '@skillhall/learning/server';
import type { EventListener } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';

type Graded = Parameters<typeof attemptGraded.of>[0];

/** A passed quiz completes the activity that it belongs to. */
@Injectable()
export class QuizCompletesActivity implements EventListener<Graded> {
  readonly event = attemptGraded;
  readonly listener = 'completes-activity';

  constructor(private readonly results: ActivityResults) {}

  /** Papers of examinations come in by the thousand, and complete nothing. */
  concerns({ passed, quizId }: Graded): boolean {
    return passed && quizId !== null;
  }

  async hear(graded: Graded): Promise<void> {
    if (this.concerns(graded)) await this.results.recordQuizPassed(graded.personId, graded.quizId!, graded.attemptId);
  }
}
