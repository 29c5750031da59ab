import { type Actor, err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { type BookQuestion, freezePaper, inChapter, missedOf, nextOf, type PaperQuestion, paperSources, type PracticeMode, randomOf, roundSize, usualMarks, weakOf, type PracticeReason } from '../../domain/index.js';
import { PracticeRepository, type RoundRow, type RoundSettings } from '../data/practice.repository.js';
import { type Examinee, examineeOf } from '../examinee.js';
import { SourceFrames } from '../prepare-papers/source-frames.js';
import { type OwnBook, PracticeBook } from './practice-book.js';
import { PracticeGate } from './practice-gate.js';
import { PracticeRoundSuccess, type StartPracticeInput } from './practice.types.js';

const reason = 'questions of units above are practised too; the statements name the person, their unit, and leave out what is kept for exams';
const draw = (limit: number): number => randomInt(limit);

interface Chosen {
  readonly questions: readonly BookQuestion[];
  readonly reasons?: readonly PracticeReason[];
}

/** What the round holds, by its kind. */
function choose({ questions, standings, weak }: OwnBook, { mode, chapterId }: { mode: PracticeMode; chapterId: string | null }, size: number): Chosen {
  switch (mode) {
    case 'ordered':
      return { questions: nextOf(questions, standings, size) };
    case 'chapter':
      return { questions: nextOf(inChapter(questions, chapterId!), standings, size) };
    case 'random':
      return { questions: randomOf(questions, size, draw) };
    case 'wrong':
      return { questions: missedOf(questions, standings, size) };
    case 'weak-point':
      return weakOf(questions, standings, weak, size, draw);
  }
}

const nothingFor = (mode: PracticeMode): Failure => failure(mode === 'wrong' ? 'NOTHING_MISSED' : mode === 'weak-point' ? 'NO_WEAK_POINTS' : 'PRACTICE_EMPTY');

/** Begins a round, or comes back to the one of the same kind that is not finished, perhaps begun on another device. */
@Injectable()
export class StartPractice {
  constructor(
    private readonly database: Database,
    private readonly book: PracticeBook,
    private readonly gate: PracticeGate,
    private readonly rounds: PracticeRepository,
    private readonly frames: SourceFrames,
  ) {}

  async start(actor: Actor, { mode, chapterId: asked, size: wanted }: StartPracticeInput): Promise<Result<PracticeRoundSuccess, Failure>> {
    const examinee = examineeOf(actor);
    if (!examinee) return err(failure('NOT_FOUND'));
    const size = wanted ?? roundSize.usual;
    if (!(size >= roundSize.least && size <= roundSize.most)) return err(failure('INVALID_INPUT', { field: 'size' }, 'size'));
    const chapterId = mode === 'chapter' ? (asked ?? '') : null;
    if (chapterId !== null && !isId(chapterId)) return err(failure('INVALID_INPUT', { field: 'chapterId' }, 'chapterId'));
    return this.database.asSystem(reason, async (tx) => {
      const round = (await this.unfinished(tx, examinee, mode, chapterId)) ?? (await this.begin(tx, examinee, mode, chapterId, size));
      return round ? ok(Object.assign(new PracticeRoundSuccess(), { round })) : err(nothingFor(mode));
    });
  }

  /** A round of which nothing can be answered any more is ended on the way. */
  private async unfinished(tx: Transaction, { personId }: Examinee, mode: PracticeMode, chapterId: string | null): Promise<RoundRow | null> {
    const open = await this.rounds.openOf(tx, personId, mode, chapterId);
    if (!open) return null;
    const answered = new Set((await this.rounds.answers(tx, [open.id])).map(({ position }) => position));
    const left = open.questions.filter((_, index) => !answered.has(index + 1)).map(({ id }) => id);
    const withheld = await this.gate.withheld(tx, personId, left);
    if (left.some((id) => !withheld.has(id))) return open;
    await this.rounds.end(tx, open.id);
    return null;
  }

  private async begin(tx: Transaction, examinee: Examinee, mode: PracticeMode, chapterId: string | null, size: number): Promise<RoundRow | null> {
    const book = await this.book.of(tx, examinee);
    const { questions, reasons } = choose(book, { mode, chapterId }, size);
    if (!questions.length) return null;
    const chapter = book.chapters.find(({ id }) => id === chapterId);
    const settings: RoundSettings = { ...(chapter && { chapterId: chapter.id, chapterName: chapter.name }), ...(reasons && { reasons }) };
    await this.rounds.start(tx, { id: newId(), personId: examinee.personId, mode, settings, questions: await this.frozen(tx, questions) });
    // Another device may have been faster by a moment; then this is its round.
    return this.rounds.openOf(tx, examinee.personId, mode, chapterId);
  }

  /** In the order chosen; options in an order of their own, values drawn, the parts of a case together. */
  private async frozen(tx: Transaction, questions: readonly BookQuestion[]): Promise<readonly PaperQuestion[]> {
    const frames = await this.frames.of(tx, questions.map(({ versionId }) => versionId));
    const sources = paperSources(questions.map(({ questionId, versionId }) => ({ questionId, versionId, section: 0, marks: usualMarks })), frames);
    return freezePaper(sources, { shuffleQuestions: false, shuffleOptions: true }, draw).questions;
  }
}
