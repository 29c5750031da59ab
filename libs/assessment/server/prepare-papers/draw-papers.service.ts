import type { Result } from '@skillhall/kernel';
import { AnswerKeys, QuestionPool } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { type BlueprintProblem, blueprintTotals, drawPaper, type DrawnQuestion, freezePaper, indexPool, type Paper, type PaperRules, paperSources, type PoolIndex, type SourceFrame } from '../../domain/index.js';
import { ExamRepository, type ExamRow } from '../data/exam.repository.js';
import { secretDraw } from './secret-draw.js';

/** Who sits where, for the how many-eth time. */
export interface Sitter {
  readonly sittingId: string;
  readonly personId: string;
  readonly number: number;
}

/** An exam made ready to draw from. */
export interface ReadyExam {
  readonly index: PoolIndex;
  readonly rules: PaperRules;
  readonly seed: Buffer;
}

const seedBytes = 32;

/**
 * Draws the papers of an exam. Each follows from the exam's secret seed and from who sits where: nobody can foresee it,
 * and it can be drawn again to be compared. Needs a system transaction, for seeds and for variables that stand in keys.
 */
@Injectable()
export class DrawPapers {
  constructor(
    private readonly exams: ExamRepository,
    private readonly pool: QuestionPool,
    private readonly keys: AnswerKeys,
  ) {}

  /** Papers in the order of the sitters. */
  async draw(systemTx: Transaction, examId: string, sitters: readonly Sitter[]): Promise<Paper[]> {
    return this.drawFrom(systemTx, await this.ready(systemTx, examId), sitters);
  }

  /** The pool of an exam, read once for however many papers. */
  async ready(systemTx: Transaction, examId: string): Promise<ReadyExam> {
    const [exam] = await this.exams.byIds(systemTx, [examId]);
    if (!exam) throw new Error(`exam ${examId} is gone`);
    const seed = await this.exams.seed(systemTx, examId, () => randomBytes(seedBytes));
    const indexed = await this.indexed(systemTx, exam, seed);
    if (!indexed.ok) throw new Error(`no paper can be drawn for exam ${examId}: ${JSON.stringify(indexed.error)}`);
    return { index: indexed.value, rules: exam, seed };
  }

  drawFrom(systemTx: Transaction, ready: ReadyExam, sitters: readonly Sitter[]): Promise<Paper[]> {
    return this.freeze(systemTx, ready, sitters.map(nameOf));
  }

  /** A paper to look at, from a seed that is thrown away: it tells nothing of those that will be sat. Null where none can be drawn. */
  async sample(systemTx: Transaction, exam: ExamRow): Promise<Paper | null> {
    const seed = randomBytes(seedBytes);
    const indexed = await this.indexed(systemTx, exam, seed);
    if (!indexed.ok || !blueprintTotals(exam.blueprint).questions) return null;
    const [paper] = await this.freeze(systemTx, { index: indexed.value, rules: exam, seed }, ['sample']);
    return paper!;
  }

  private async indexed(systemTx: Transaction, { blueprint, unitPath, exposureCap }: ExamRow, seed: Buffer): Promise<Result<PoolIndex, BlueprintProblem[]>> {
    return indexPool(blueprint, await this.pool.of(systemTx, unitPath), exposureCap, secretDraw(seed, 'mix'));
  }

  private async freeze(systemTx: Transaction, { index, rules, seed }: ReadyExam, names: readonly string[]): Promise<Paper[]> {
    const streams = names.map((name) => secretDraw(seed, name));
    const drawn = streams.map((stream) => drawPaper(index, stream));
    const frames = await this.frames(systemTx, drawn.flat());
    const sections = index.blueprint.sections.map(({ title }) => ({ title }));
    return drawn.map((questions, place) => freezePaper(paperSources(questions, frames), rules, streams[place]!, sections));
  }

  private async frames(systemTx: Transaction, drawn: readonly DrawnQuestion[]): Promise<Map<string, SourceFrame>> {
    const ids = [...new Set(drawn.map(({ versionId }) => versionId))];
    const frames = await this.pool.frames(systemTx, ids);
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

const nameOf = ({ sittingId, personId, number }: Sitter): string => `${sittingId}:${personId}:${number}`;
