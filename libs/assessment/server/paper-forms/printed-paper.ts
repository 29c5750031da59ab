import { type PutQuestion, type AnswerKey, AnswerKeys, QuestionReader } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { PaperQuestion } from '../../domain/index.js';
import type { PrintedForm } from '../data/printed-form.repository.js';

/** One question of a printed form, with what there is to read of it. */
export interface PrintedQuestion {
  readonly position: number;
  readonly asked: PaperQuestion;
  readonly face: PutQuestion;
  /** Of the first part of a case: the case itself, which stands above its parts. */
  readonly opens: PutQuestion | null;
}

/** Reads what papers ask, for printing. Needs system transactions, opened by who has found that it may be printed. */
@Injectable()
export class PrintedPaper {
  constructor(
    private readonly reader: QuestionReader,
    private readonly keys: AnswerKeys,
    private readonly files: Files,
  ) {}

  async questions(systemTx: Transaction, { paper: { questions } }: PrintedForm): Promise<PrintedQuestion[]> {
    const ids = [...new Set(questions.flatMap(({ id, caseId }) => (caseId ? [id, caseId] : [id])))];
    const faces = new Map((await this.reader.versions(systemTx, ids)).map((face) => [face.versionId, face]));
    return questions.map((asked, index) => {
      const opened = asked.caseId !== undefined && questions[index - 1]?.caseId !== asked.caseId;
      return { position: index + 1, asked, face: faces.get(asked.id)!, opens: opened ? faces.get(asked.caseId!)! : null };
    });
  }

  /** In the order of the questions. */
  keysOf(systemTx: Transaction, { paper }: PrintedForm): Promise<AnswerKey[]> {
    return this.keys.of(systemTx, paper.questions.map(({ id }) => id));
  }

  /** The pictures of the questions; what cannot be read is left out. */
  async pictures(questions: readonly PrintedQuestion[]): Promise<ReadonlyMap<string, Buffer>> {
    const media = questions.flatMap(({ face, opens }) => [...face.media, ...(opens?.media ?? [])]).filter(({ kind }) => kind === 'image');
    const found = new Map<string, Buffer>();
    for (const { fileId } of media) {
      const content = found.has(fileId) ? null : await this.files.content(fileId);
      if (content) found.set(fileId, await buffer(content));
    }
    return found;
  }
}
