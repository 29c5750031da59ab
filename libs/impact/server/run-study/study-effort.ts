import { Injectable } from '@nestjs/common';

/** How much a run computes; a test that asks about other things asks for less. */
@Injectable()
export class StudyEffort {
  permutations = 999;
  /** The conditional test of the sensitivity, after the result. */
  sharp = true;
}
