import { type Actor, isId, scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { ExamRepository, type ExamRow } from '../data/exam.repository.js';

/** Which exams somebody may mark: those kept in the subtree where they may. */
@Injectable()
export class MarkingAccess {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
  ) {}

  async exam(actor: Actor, id: string): Promise<ExamRow | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'exam.mark', (tx) => this.exams.find(tx, scopeOf(actor, 'exam.mark'), id));
  }
}
