import { QuestionReader } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { AttemptRepository } from '../data/attempt.repository.js';

/** What somebody is being asked just now: keys of these stay hidden from them, wherever else they could be read. */
@Injectable()
export class OpenPapers {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly questions: QuestionReader,
  ) {}

  /** Those of the versions that an open paper of the person asks, on a screen or on a table, in this version or another of the same question. */
  async asking(systemTx: Transaction, personId: string, versionIds: readonly string[]): Promise<Set<string>> {
    const asked = await this.attempts.askedInOpen(systemTx, personId);
    if (!asked.size) return asked;
    const siblings = await this.questions.siblings(systemTx, versionIds);
    return new Set(versionIds.filter((_, index) => siblings[index]!.some((id) => asked.has(id))));
  }
}
