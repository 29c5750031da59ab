import { type Actor, err, failure, type Failure, isId, ok, type Result } from '@skillhall/kernel';
import { Database, type Transaction } from '@skillhall/platform/database';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { Injectable } from '@nestjs/common';
import { applyMarks, claimMinutes, fullShare, markingState, type MarkingRound, type MarkingRules, type MarkRefusal, roundFor, rubricShare, settledMarks } from '../../domain/index.js';
import type { ExamRow } from '../data/exam.repository.js';
import { LaterResults } from '../data/later-result.repository.js';
import { MarkingRepository, type ToMarkRow } from '../data/marking.repository.js';
import { OpenPapers } from '../read-attempts/open-papers.js';
import { AnswersForMarkers } from './answers-for-markers.js';
import { type ClaimAnswerSuccess, MarkAnswerSuccess, type MarkAnswerInput, NoAnswerLeft, ReleaseAnswerSuccess } from './mark-answers.types.js';
import { MarkingAccess } from './marking-access.js';

const reason = 'marking is blind: what belongs to the examinee is read here and not handed on; the exam was found where the actor may mark';
const longestComment = 1000;

const codes = { OWN_PAPER: 'OWN_PAPER', MARKED_BEFORE: 'MARKED_BEFORE', NOTHING_TO_MARK: 'NOTHING_TO_MARK', TAKEN: 'ANSWER_TAKEN' } as const satisfies Record<MarkRefusal, string>;
const invalid = (field: string): Failure => failure('INVALID_INPUT', { field }, field);
export const rulesOf = ({ markers, markingGap }: Pick<ExamRow, 'markers' | 'markingGap'>): MarkingRules => ({ markers: markers === 2 ? 2 : 1, gap: markingGap });

/** People mark answers: one at a time, without knowing whose, each for themselves. */
@Injectable()
export class MarkAnswers {
  constructor(
    private readonly access: MarkingAccess,
    private readonly database: Database,
    private readonly marking: MarkingRepository,
    private readonly later: LaterResults,
    private readonly keys: AnswerKeys,
    private readonly open: OpenPapers,
    private readonly answers: AnswersForMarkers,
  ) {}

  /** The next answer for this marker, kept for them for a while; none where nothing is left for them. */
  async claim(actor: Actor, examId: string, questionId: string | null): Promise<Result<ClaimAnswerSuccess | NoAnswerLeft, Failure>> {
    const exam = await this.access.exam(actor, examId);
    if (!exam) return err(failure('NOT_FOUND'));
    if (questionId !== null && !isId(questionId)) return err(invalid('questionId'));
    return this.database.asSystem(reason, async (tx) => {
      const withheld = await this.askedNow(tx, actor, await this.marking.questions(tx, exam.id));
      const { accountId, personId } = actor;
      const found = await this.marking.next(tx, { examId: exam.id, questionId, accountId, personId, markers: exam.markers, withheld });
      const round = found && (await this.round(tx, actor, exam, found));
      if (!found || typeof round !== 'number') return ok(new NoAnswerLeft());
      await this.marking.claim(tx, found, round, accountId, claimMinutes);
      const marks = (await this.marking.marks(tx, found.attemptId)).get(found.questionId) ?? [];
      return ok(await this.answers.claimed(tx, found, rulesOf(exam), marks, accountId));
    });
  }

  async mark(actor: Actor, input: MarkAnswerInput): Promise<Result<MarkAnswerSuccess, Failure>> {
    const found = await this.find(actor, input.id);
    if (!found) return err(failure('NOT_FOUND'));
    const comment = input.comment?.trim() || null;
    if (comment && comment.length > longestComment) return err(invalid('comment'));
    const { row, exam } = found;
    return this.database.asSystem(reason, async (tx): Promise<Result<MarkAnswerSuccess, Failure>> => {
      await this.marking.hold(tx, row.attemptId);
      const round = await this.round(tx, actor, exam, row);
      if (typeof round !== 'number') return err(failure(codes[round]));
      if ((await this.askedNow(tx, actor, [row.questionId])).length) return err(failure('NOT_FOUND'));
      const criteria = Object.fromEntries(input.criteria.map(({ id, share }) => [id, share]));
      const share = await this.share(tx, row.questionId, input, criteria);
      if (share === undefined) return err(invalid(input.criteria.length ? 'criteria' : 'share'));
      await this.marking.addMark(tx, row, { round, accountId: actor.accountId, share, criteria, comment });
      await this.marking.release(tx, row, actor.accountId);
      return ok(Object.assign(new MarkAnswerSuccess(), { state: await this.settle(tx, exam, row) }));
    });
  }

  /** Puts the answer back for others. */
  async release(actor: Actor, id: string): Promise<Result<ReleaseAnswerSuccess, Failure>> {
    const found = await this.find(actor, id);
    if (!found) return err(failure('NOT_FOUND'));
    await this.database.asSystem(reason, (tx) => this.marking.release(tx, found.row, actor.accountId));
    return ok(Object.assign(new ReleaseAnswerSuccess(), { released: true }));
  }

  private async find(actor: Actor, id: string): Promise<{ row: ToMarkRow; exam: ExamRow } | null> {
    const row = isId(id) ? await this.database.asSystem(reason, (tx) => this.marking.find(tx, id)) : null;
    const exam = row && (await this.access.exam(actor, row.examId));
    return row && exam ? { row, exam } : null;
  }

  private async round(tx: Transaction, actor: Actor, exam: ExamRow, row: ToMarkRow): Promise<MarkingRound | MarkRefusal> {
    const now = await this.marking.find(tx, row.id);
    if (!now || now.settled) return 'NOTHING_TO_MARK';
    const [marks, claims, time] = [await this.marking.marks(tx, row.attemptId), await this.marking.claims(tx, row), await this.marking.now(tx)];
    return roundFor(rulesOf(exam), { examineeId: row.examineeId, marks: marks.get(row.questionId) ?? [], claims }, actor, time);
  }

  /** What the marker is asked on an open paper of their own: they must not see its model answer now. */
  private async askedNow(tx: Transaction, { personId }: Actor, questionIds: readonly string[]): Promise<string[]> {
    return personId === null ? [] : [...(await this.open.asking(tx, personId, questionIds))];
  }

  /** By the lines of the rubric where there is one, else as one share of the mark. */
  private async share(tx: Transaction, questionId: string, { share }: MarkAnswerInput, criteria: Readonly<Record<string, number>>): Promise<number | undefined> {
    const { key } = (await this.keys.of(tx, [questionId]))[0]!;
    if (key.kind === 'rubric' && key.criteria.length) return rubricShare(key.criteria, criteria);
    return share != null && share >= 0 && share <= fullShare && !Object.keys(criteria).length ? share : undefined;
  }

  /** With the last answer of an attempt its grade is settled: result and news in the transaction of the mark. */
  private async settle(tx: Transaction, exam: ExamRow, row: ToMarkRow): Promise<ReturnType<typeof markingState>> {
    const rules = rulesOf(exam);
    const marks = await this.marking.marks(tx, row.attemptId);
    const state = markingState(rules, marks.get(row.questionId) ?? []);
    if (state !== 'settled') return state;
    const all = await this.marking.settle(tx, row);
    if (all.some(({ settled }) => !settled)) return state;
    const latest = (await this.later.latest(tx, row.attemptId))!;
    // An answer whose question was declared void has its mark without people.
    const given = all.flatMap(({ questionId, maxMarks }) => {
      const agreed = settledMarks(rules, marks.get(questionId) ?? [], maxMarks);
      return agreed === null ? [] : [[questionId, agreed] as const];
    });
    const open = new Set(latest.answers.filter(({ marks: got, byPeople }) => got === null || byPeople).map(({ questionId }) => questionId));
    const grade = applyMarks(latest, new Map(given.filter(([questionId]) => open.has(questionId))), latest.passMark);
    await this.later.add(tx, 'marked', latest, grade);
    return state;
  }
}
