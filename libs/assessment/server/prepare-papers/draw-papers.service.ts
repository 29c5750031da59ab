import { PracticeBank, QuestionPool } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { blueprintTotals, drawPaper, freezePaper, indexPool, type Paper, type PaperRules, paperSources, type PoolIndex, type PoolQuestion } from '../../domain/index.js';
import { ExamRepository, type ExamRow } from '../data/exam.repository.js';
import { secretDraw } from './secret-draw.js';
import { SourceFrames } from './source-frames.js';

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
    private readonly practice: PracticeBank,
    private readonly frames: SourceFrames,
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
    const indexed = indexPool(exam.blueprint, await this.pool.of(systemTx, exam.unitPath), exam.exposureCap, secretDraw(seed, 'mix'));
    if (!indexed.ok) throw new Error(`no paper can be drawn for exam ${examId}: ${JSON.stringify(indexed.error)}`);
    return { index: indexed.value, rules: exam, seed };
  }

  drawFrom(systemTx: Transaction, ready: ReadyExam, sitters: readonly Sitter[]): Promise<Paper[]> {
    return this.freeze(systemTx, ready, sitters.map(nameOf));
  }

  /** A paper to look at: it tells nothing of those that will be sat. Null where none can be drawn. */
  async sample(systemTx: Transaction, exam: ExamRow): Promise<Paper | null> {
    return this.aside(systemTx, exam, await this.pool.of(systemTx, exam.unitPath), exam.exposureCap);
  }

  /** A mock of the exam, out of what somebody at `unitPath` may practise; null where that is not enough. */
  async mock(systemTx: Transaction, exam: ExamRow, unitPath: string): Promise<Paper | null> {
    return this.aside(systemTx, exam, await this.practice.of(systemTx, unitPath), null);
  }

  /** A paper from a seed that is thrown away. */
  private async aside(systemTx: Transaction, exam: ExamRow, pool: readonly PoolQuestion[], exposureCap: number | null): Promise<Paper | null> {
    const seed = randomBytes(seedBytes);
    const indexed = indexPool(exam.blueprint, pool, exposureCap, secretDraw(seed, 'mix'));
    if (!indexed.ok || !blueprintTotals(exam.blueprint).questions) return null;
    const [paper] = await this.freeze(systemTx, { index: indexed.value, rules: exam, seed }, ['aside']);
    return paper!;
  }

  private async freeze(systemTx: Transaction, { index, rules, seed }: ReadyExam, names: readonly string[]): Promise<Paper[]> {
    const streams = names.map((name) => secretDraw(seed, name));
    const drawn = streams.map((stream) => drawPaper(index, stream));
    const frames = await this.frames.of(systemTx, drawn.flat().map(({ versionId }) => versionId));
    const sections = index.blueprint.sections.map(({ title }) => ({ title }));
    return drawn.map((questions, place) => freezePaper(paperSources(questions, frames), rules, streams[place]!, sections));
  }
}

const nameOf = ({ sittingId, personId, number }: Sitter): string => `${sittingId}:${personId}:${number}`;
