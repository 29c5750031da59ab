import { KeptConnections, type Prepared } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { attemptColumns, attemptParts, type AttemptRow } from '../data/attempt.repository.js';

const own: Prepared = { name: 'attempt.own', text: `select ${attemptColumns} from assessment.attempt a ${attemptParts} where a.id = $2 and a.person_id = $3` };

/** An attempt of the person. Planned once: under the walls the plan alone costs more than closing and grading a paper. */
@Injectable()
export class OwnAttemptReader {
  constructor(private readonly kept: KeptConnections) {}

  async find(personId: string, id: string): Promise<AttemptRow | null> {
    const [row] = await this.kept.run<AttemptRow>('attempt and person stand in the statement', own, [graceSeconds, id, personId]);
    return row ?? null;
  }
}
