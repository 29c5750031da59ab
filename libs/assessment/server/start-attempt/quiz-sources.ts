import { shapeOf } from '@skillhall/question-bank/domain';
import { AnswerKeys, QuestionReader } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PaperQuestion, PaperSource } from '../../domain/index.js';

const choosing = new Set<PaperQuestion['type']>(['single', 'multiple', 'trueFalse', 'ordering']);

/** Questions of a quiz with all that a paper needs to freeze them. */
@Injectable()
export class QuizSources {
  constructor(
    private readonly database: Database,
    private readonly reader: QuestionReader,
    private readonly keys: AnswerKeys,
  ) {}

  /** What is only chosen from is whole already; of others prompts, blanks and cases are read, of calculations what is drawn. */
  async of(questions: readonly PaperQuestion[]): Promise<PaperSource[]> {
    if (questions.every(({ type }) => choosing.has(type))) return [...questions];
    return this.database.asSystem('a paper is frozen: values are drawn from the key, and nothing of the key goes onto the paper', async (tx) => {
      const faces = new Map((await this.reader.versions(tx, questions.map(({ id }) => id))).map((face) => [face.versionId, face]));
      const calculations = questions.filter(({ type }) => type === 'calculation').map(({ id }) => id);
      const variables = new Map((await this.keys.of(tx, calculations)).map(({ versionId, key }) => [versionId, key.kind === 'formula' ? key.variables : []]));
      return questions.map((question): PaperSource => {
        const face = faces.get(question.id)!;
        const drawn = variables.get(question.id);
        return { ...question, ...shapeOf(face), ...(face.caseId && { caseId: face.caseId }), ...(drawn && { variables: drawn }) };
      });
    });
  }
}
