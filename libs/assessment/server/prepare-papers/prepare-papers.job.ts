import { Database } from '@skillhall/platform/database';
import type { JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { CandidateRepository } from '../data/candidate.repository.js';
import { PaperRepository } from '../data/paper.repository.js';
import { SittingRepository } from '../data/sitting.repository.js';
import { DrawPapers } from './draw-papers.service.js';
import { preparePapersJob } from './prepare-papers.job-type.js';

const reason = 'papers are drawn from questions that nobody has seen yet, for people who are found by the rules of the sitting';
const pageSize = 200;

interface Payload {
  readonly sittingId: string;
  readonly version: number;
}

/**
 * Papers of everybody admitted, so that the first minute of a sitting only hands out. Running twice draws the same
 * papers: they follow from the seed, the sitting and the person. Who is admitted later gets a paper when they begin.
 */
@Injectable()
export class PreparePapersJob implements JobHandler<Payload> {
  readonly job = preparePapersJob;

  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly candidates: CandidateRepository,
    private readonly papers: PaperRepository,
    private readonly drawing: DrawPapers,
  ) {}

  async run({ sittingId, version }: Payload): Promise<void> {
    const found = await this.database.asSystem(reason, async (tx) => {
      const [sitting] = await this.sittings.byIds(tx, [sittingId]);
      // Changed since: the change has asked for a job of its own.
      if (!sitting || sitting.version !== version || sitting.cancelledAt || sitting.delivery === 'paper') return null;
      const people = await this.candidates.ids(tx, sittingId);
      return people.length ? { ready: await this.drawing.ready(tx, sitting.examId), people } : null;
    });
    if (!found) return;
    const { ready, people } = found;
    for (let from = 0; from < people.length; from += pageSize) {
      await this.database.asSystem(reason, async (tx) => {
        const sitters = people.slice(from, from + pageSize).map((personId) => ({ sittingId, personId, number: 1 }));
        const papers = await this.drawing.drawFrom(tx, ready, sitters);
        await this.papers.addPrepared(tx, sittingId, 1, sitters.map(({ personId }, index) => ({ personId, paper: papers[index]! })));
      });
    }
  }
}
