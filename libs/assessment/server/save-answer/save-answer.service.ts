import { type Actor, err, failure, type Failure, isId, ok, type Result } from '@skillhall/kernel';
import { soundChoice } from '@skillhall/question-bank/domain';
import { Injectable } from '@nestjs/common';
import type { SaveOutcome } from '../data/answer-log.js';
import { AnswerBatcher } from './answer-batcher.js';
import { PaperCache } from './paper-cache.js';
import { type SaveAnswerInput, SaveAnswerSuccess } from './save-answer.types.js';

const invalid = (field: keyof SaveAnswerInput): Result<never, Failure> => err(failure('INVALID_INPUT', { field }, field));
const biggestSeq = 2 ** 31 - 1;

/** Takes one answer; a success means that it is on disk. */
@Injectable()
export class SaveAnswerService {
  constructor(
    private readonly papers: PaperCache,
    private readonly batcher: AnswerBatcher,
  ) {}

  async save({ personId }: Actor, { attemptId, clientSeq, questionId, choice }: SaveAnswerInput): Promise<Result<SaveAnswerSuccess, Failure>> {
    if (!personId || !isId(attemptId)) return err(failure('NOT_FOUND'));
    if (!(clientSeq >= 1 && clientSeq <= biggestSeq)) return invalid('clientSeq');
    const paper = await this.papers.paperOf(personId, attemptId);
    if (!paper) return err(failure('NOT_FOUND'));
    const question = paper.questions.find(({ id }) => id === questionId);
    if (!question) return invalid('questionId');
    const sound = soundChoice(question, choice);
    if (!sound) return invalid('choice');
    const outcome = await this.batcher.add({ attemptId, personId, clientSeq, questionId, choice: sound });
    return outcome ? answerTo(outcome, clientSeq) : err(failure('ANSWERS_BUSY', { retryAfterSeconds: 5 }));
  }
}

function answerTo(outcome: SaveOutcome, clientSeq: number): Result<SaveAnswerSuccess, Failure> {
  switch (outcome.kind) {
    case 'saved':
      return ok(Object.assign(new SaveAnswerSuccess(), { clientSeq, savedAt: outcome.savedAt, deviceId: outcome.deviceId }));
    case 'closed':
      return err(failure('ATTEMPT_CLOSED'));
    case 'conflict':
      return err(failure('ANSWER_CONFLICT'));
    case 'not-found':
      return err(failure('NOT_FOUND'));
  }
}
