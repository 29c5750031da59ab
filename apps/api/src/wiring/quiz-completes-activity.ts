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

  async hear({ passed, personId, quizId, attemptId }: Graded): Promise<void> {
    if (passed && quizId !== null) await this.results.recordQuizPassed(personId, quizId, attemptId);
  }
}
