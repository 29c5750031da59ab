import { KeptConnections, type Prepared } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Paper } from '../../domain/index.js';

const most = 20_000;

const find: Prepared = { name: 'answer.paper', text: 'select paper from assessment.attempt where id = $1 and person_id = $2' };

/** Frozen papers of running attempts, so that checking a choice costs no query. A paper never changes. */
@Injectable()
export class PaperCache {
  private readonly papers = new Map<string, Paper>();

  constructor(private readonly kept: KeptConnections) {}

  /** The paper of the person's own attempt, or null. */
  async paperOf(personId: string, attemptId: string): Promise<Paper | null> {
    const key = `${personId}:${attemptId}`;
    const known = this.papers.get(key);
    if (known) return known;
    const [row] = await this.kept.run<{ paper: Paper }>('attempt and person are named; the paper is not shown, an answer is checked against it', find, [attemptId, personId]);
    if (!row) return null;
    this.keep(personId, attemptId, row.paper);
    return row.paper;
  }

  /** For who has the paper in hand: the first answer then need not ask for it. */
  keep(personId: string, attemptId: string, paper: Paper): void {
    if (this.papers.size >= most) this.papers.delete(this.papers.keys().next().value!);
    this.papers.set(`${personId}:${attemptId}`, paper);
  }
}
