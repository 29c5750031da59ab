import { type Actor } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import type { Paper } from '../../domain/index.js';
import { AttemptRepository } from '../data/attempt.repository.js';
import { ExamineeDatabase } from '../examinee.js';

const most = 20_000;

/** Frozen papers of running attempts, so that checking a choice costs no query. A paper never changes. */
@Injectable()
export class PaperCache {
  private readonly papers = new Map<string, Paper>();

  constructor(
    private readonly database: ExamineeDatabase,
    private readonly attempts: AttemptRepository,
  ) {}

  /** The paper of the person's own attempt, or null. */
  async paperOf(actor: Actor, personId: string, attemptId: string): Promise<Paper | null> {
    const key = `${personId}:${attemptId}`;
    const known = this.papers.get(key);
    if (known) return known;
    const paper = await this.database.run(actor, (tx) => this.attempts.paperOf(tx, personId, attemptId));
    if (!paper) return null;
    if (this.papers.size >= most) this.papers.delete(this.papers.keys().next().value!);
    this.papers.set(key, paper);
    return paper;
  }
}
