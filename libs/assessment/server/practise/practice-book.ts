import { PracticeBank } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type Chapter, placesById, type PoolQuestion, type Standing, standingsOf, type VersionPlace, type WeakPoint, weakPointsOf } from '../../domain/index.js';
import { type PastAnswersRow, PastAnswersRepository } from '../data/past-answers.repository.js';
import type { Examinee } from '../examinee.js';
import { OpenPapers } from '../read-attempts/open-papers.js';

/** What somebody can practise just now, and how they stand with it. */
export interface OwnBook {
  /** In order, without what an open paper of theirs asks. */
  readonly questions: readonly PoolQuestion[];
  readonly chapters: readonly Chapter[];
  readonly past: readonly PastAnswersRow[];
  readonly places: ReadonlyMap<string, VersionPlace>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly weak: readonly WeakPoint[];
}

@Injectable()
export class PracticeBook {
  constructor(
    private readonly bank: PracticeBank,
    private readonly answers: PastAnswersRepository,
    private readonly open: OpenPapers,
  ) {}

  async of(systemTx: Transaction, { personId, unitPath }: Examinee): Promise<OwnBook> {
    const all = await this.bank.of(systemTx, unitPath);
    const asking = await this.open.asking(systemTx, personId, all.map(({ versionId }) => versionId));
    const chapters = await this.bank.chapters(systemTx, unitPath);
    const past = await this.answers.of(systemTx, personId);
    const places = placesById(await this.bank.places(systemTx, past.map(({ versionId }) => versionId)));
    const questions = asking.size ? all.filter(({ versionId }) => !asking.has(versionId)) : all;
    return { questions, chapters, past, places, standings: standingsOf(past, places), weak: weakPointsOf(past, places) };
  }
}
