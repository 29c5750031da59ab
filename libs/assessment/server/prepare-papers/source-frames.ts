import { AnswerKeys, QuestionPool } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { SourceFrame } from '../../domain/index.js';

/** What a paper has to know of questions to freeze them. Needs a system transaction, for variables that stand in keys. */
@Injectable()
export class SourceFrames {
  constructor(
    private readonly pool: QuestionPool,
    private readonly keys: AnswerKeys,
  ) {}

  /** By version id. */
  async of(systemTx: Transaction, versionIds: readonly string[]): Promise<Map<string, SourceFrame>> {
    const frames = await this.pool.frames(systemTx, [...new Set(versionIds)]);
    const calculated = frames.flatMap((frame) => [frame, ...frame.parts]).filter(({ type }) => type === 'calculation').map(({ id }) => id);
    const keys = new Map((await this.keys.of(systemTx, calculated)).map(({ versionId, key }) => [versionId, key]));
    const sourceOf = ({ parts, promptKeys, blanks, ...frame }: (typeof frames)[number]): SourceFrame => {
      const key = keys.get(frame.id);
      return {
        ...frame,
        ...(promptKeys.length > 0 && { promptKeys }),
        ...(blanks.length > 0 && { blanks: blanks.length }),
        ...(key?.kind === 'formula' && { variables: key.variables }),
        parts: parts.map(sourceOf),
      };
    };
    return new Map(frames.map((frame) => [frame.id, sourceOf(frame)]));
  }
}
