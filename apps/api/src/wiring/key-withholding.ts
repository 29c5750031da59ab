import { OpenPapers } from '@skillhall/assessment/server';
import type { KeyWithholding } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Whoever is being asked a question sees no key of it, not as its author either. */
@Injectable()
export class OpenPapersWithholdKeys implements KeyWithholding {
  constructor(private readonly papers: OpenPapers) {}

  withheld(systemTx: Transaction, personId: string, versionIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.papers.asking(systemTx, personId, versionIds);
  }
}
