import { ancestorPaths } from '@skillhall/directory/domain';
import type { Page, PageRequest } from '@skillhall/kernel';
import { pageOf } from '@skillhall/kernel';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database, type Transaction } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { blueprintTotals, chapterProgress, isMissed, latestOf, progressOf } from '../../domain/index.js';
import { AttemptRepository } from '../data/attempt.repository.js';
import { ExamRepository } from '../data/exam.repository.js';
import type { PastAnswersRow } from '../data/past-answers.repository.js';
import { PracticeRepository } from '../data/practice.repository.js';
import type { Examinee } from '../examinee.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { toldOf } from './practice-answers.js';
import { type OwnBook, PracticeBook } from './practice-book.js';
import type { MissedAnswer, MockExam, PracticeHome } from './practice.types.js';

const reason = 'a person reads what they may practise and have answered themselves; the statements name them and their unit';

/** Missed the last time and still there to be practised, the latest first; of a case part by part. */
function missedIn({ questions, past, places }: OwnBook): PastAnswersRow[] {
  const offered = new Set(questions.map(({ questionId }) => questionId));
  return [...latestOf(past, places)]
    .filter(([questionId]) => offered.has(questionId))
    .flatMap(([, answers]) => answers.filter(isMissed))
    .sort((a, b) => b.lastAt - a.lastAt || (a.versionId < b.versionId ? -1 : 1));
}

/** What somebody sees before they begin, and what they have missed. */
@Injectable()
export class PracticeHomeService {
  constructor(
    private readonly database: Database,
    private readonly book: PracticeBook,
    private readonly rounds: PracticeRepository,
    private readonly exams: ExamRepository,
    private readonly attempts: AttemptRepository,
    private readonly keys: AnswerKeys,
    private readonly loader: AttemptLoader,
  ) {}

  home(examinee: Examinee): Promise<PracticeHome> {
    return this.database.asSystem(reason, async (tx) => {
      const book = await this.book.of(tx, examinee);
      const { questions, chapters, standings, weak } = book;
      return {
        ...progressOf(questions, standings),
        chapters: chapterProgress(chapters, questions, standings),
        missed: missedIn(book).length,
        weak: [...weak],
        open: (await this.rounds.open(tx, examinee.personId)) as PracticeHome['open'],
        mocks: await this.mocks(tx, examinee),
      };
    });
  }

  private async mocks(tx: Transaction, { personId, unitPath }: Examinee): Promise<MockExam[]> {
    const exams = await this.exams.practised(tx, [...ancestorPaths(unitPath), unitPath]);
    const open = new Map((await this.attempts.openMocks(tx, personId)).map(({ id, examId }) => [examId, id]));
    return exams.map(({ id, title, minutes, passMark, blueprint }) => ({ id, title, minutes, passMark, size: blueprintTotals(blueprint), openAttemptId: open.get(id) ?? null }));
  }

  async missed(context: RequestContext, examinee: Examinee, request: PageRequest): Promise<Page<MissedAnswer>> {
    const { all, rows, keys } = await this.database.asSystem(reason, async (tx) => {
      const found = missedIn(await this.book.of(tx, examinee));
      const shown = found.slice(request.offset, request.offset + request.limit);
      return { all: found.length, rows: shown, keys: await this.keys.of(tx, shown.map(({ versionId }) => versionId)) };
    });
    const questions = await this.loader.questions(context, { paper: { questions: rows.map(({ asked }) => asked) } });
    const nodes = rows.map(({ asked, choice, credit, lastAt, keySeen }, index): MissedAnswer => {
      const told = keySeen ? toldOf(asked, keys[index]!) : { right: null, explanation: null };
      const question = questions.find(({ id, position }) => id === asked.id && position === index + 1)!;
      return { answeredAt: new Date(lastAt), review: { question, choice: [...choice], ...told, correct: credit === null ? null : false, marks: credit, maxMarks: 1 } };
    });
    return pageOf(nodes, all, request);
  }
}
