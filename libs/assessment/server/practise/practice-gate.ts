import { PracticeBank } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { OpenPapers } from '../read-attempts/open-papers.js';

/** Keeps from practice what an open paper of the person asks, and what has come to be kept for exams since a round began. */
@Injectable()
export class PracticeGate {
  constructor(
    private readonly open: OpenPapers,
    private readonly bank: PracticeBank,
  ) {}

  /** Those of the versions that must neither be shown nor answered nor told the key of. */
  async withheld(systemTx: Transaction, personId: string, versionIds: readonly string[]): Promise<Set<string>> {
    const asking = await this.open.asking(systemTx, personId, versionIds);
    const places = await this.bank.places(systemTx, versionIds);
    return new Set([...asking, ...places.flatMap(({ versionId, examOnly }) => (examOnly ? [versionId] : []))]);
  }
}
