import { newId } from '@skillhall/kernel';
import type { Database, Transaction } from '@skillhall/platform/database';
import { bareFace, type QuestionFace, type QuestionKey } from '@skillhall/question-bank/domain';
import type { Paper } from '../../domain/index.js';
import { AnswerLog } from '../data/answer-log.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';

/** What it needs of the product under test. */
interface Product {
  readonly app: { readonly get: <T>(type: abstract new (...parameters: never[]) => T) => T };
  readonly database: Database;
  readonly arrange: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

interface Place {
  readonly id: string;
  readonly path: string;
}

interface Sat {
  readonly people: readonly string[];
  readonly markers?: 1 | 2;
  readonly gap?: number;
  /** Short answers, 6 marks each, after the choices. */
  readonly essays?: number;
  /** Choices, 4 marks each, whose key is A; answered as `choose` says. */
  readonly choices?: number;
  readonly choose?: (person: number, question: number) => string;
}

const options = ['甲', '乙', '丙', '丁'].map((text, index) => ({ key: 'ABCD'[index]!, text }));
const keyA: QuestionKey = { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: null };
const rubric: QuestionKey = { kind: 'rubric', modelAnswer: '示范答案', criteria: [{ id: 'a', text: '倾听', share: 0.5 }, { id: 'b', text: '答复', share: 0.5 }] };

/** Exams that have been sat, made in a moment and graded by the product itself. */
export class SatExams {
  private made = 0;

  constructor(
    private readonly product: Product,
    private readonly unit: Place,
  ) {}

  /** An exam that the people have handed in, choices first; the pass mark is 60 percent. */
  async sat({ people, markers = 1, gap = 20, essays = 1, choices = 1, choose = () => 'A' }: Sat): Promise<{ examId: string; sittingId: string; attempts: string[]; questionIds: string[] }> {
    const questionIds = [];
    for (let n = 0; n < choices; n++) questionIds.push(await this.addQuestion({ type: 'single', options, stem: `单选题${n + 1}` }, keyA));
    for (let n = 0; n < essays; n++) questionIds.push(await this.addQuestion({ type: 'shortAnswer', stem: '客户投诉怎么办？' }, rubric));
    const [examId, sittingId] = await this.addExam(markers, gap);
    const attempts = [];
    for (const [person, personId] of people.entries()) {
      const id = await this.addAttempt(personId, sittingId, paperOf(questionIds, choices));
      const answers = questionIds.map((questionId, index) => ({ attemptId: id, personId, clientSeq: index + 1, questionId, choice: [index < choices ? choose(person, index) : '先听客户说完'], waited: 0 }));
      await this.answer(answers);
      await this.product.app.get(CloseAttempt).closeOwn(personId, id);
      attempts.push(id);
    }
    await this.product.arrange((tx) => tx.query('update assessment.sitting set ended_at = clock_timestamp() where id = $1', [sittingId]));
    return { examId, sittingId, attempts, questionIds };
  }

  /** An open paper that asks these questions. */
  async begin(personId: string, questionIds: readonly string[]): Promise<string> {
    const [, sittingId] = await this.addExam(1, 20);
    return this.addAttempt(personId, sittingId!, paperOf(questionIds, questionIds.length - 1));
  }

  /** A second paper of the person, handed in after everybody else's: without an answer, or with an option or a text for the last question. */
  async handInLate(sittingId: string, personId: string, questionIds: readonly string[], last: string | null = null): Promise<string> {
    const isText = last !== null && !options.some(({ key }) => key === last);
    const id = await this.addAttempt(personId, sittingId, paperOf(questionIds, questionIds.length - (isText ? 1 : 0)), 2);
    if (last !== null) await this.answer([{ attemptId: id, personId, clientSeq: 1, questionId: questionIds.at(-1)!, choice: [last], waited: 0 }]);
    await this.product.app.get(CloseAttempt).closeOwn(personId, id);
    return id;
  }

  private async answer(answers: Parameters<AnswerLog['append']>[1]): Promise<void> {
    await this.product.database.asSystem('a test', (tx) => this.product.app.get(AnswerLog).append(({ text }, values) => tx.query(text, [...values]), answers));
  }

  private async addExam(markers: number, gap: number): Promise<[string, string]> {
    const [examId, sittingId] = [newId(), newId()];
    await this.product.arrange(async (tx) => {
      await tx.query(
        `insert into assessment.exam (id, title, unit_id, unit_path, state, minutes, pass_mark, blueprint, review, markers, marking_gap)
         values ($1, $2, $3, $4, 'published', 60, 60, '{"sections": []}', '{"mark": "submitted", "rightAnswer": "submitted", "explanation": "submitted"}', $5, $6)`,
        [examId, `考试${++this.made}`, this.unit.id, this.unit.path, markers, gap],
      );
      await tx.query(`insert into assessment.sitting (id, exam_id, title, unit_id, unit_path, opens_at, closes_at) values ($1, $2, '第一场', $3, $4, now() - interval '1 hour', now() + interval '1 hour')`, [sittingId, examId, this.unit.id, this.unit.path]);
      await tx.query(`insert into assessment.sitting_unit_admitted (sitting_id, unit_id, unit_path) values ($1, $2, $3)`, [sittingId, this.unit.id, this.unit.path]);
    });
    return [examId, sittingId];
  }

  private async addAttempt(personId: string, sittingId: string, paper: Paper, number = 1): Promise<string> {
    const id = newId();
    await this.product.arrange((tx) =>
      tx.query(
        `insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper)
         select $1, $2, $5, p.id, p.unit_id, p.unit_path, 'open', clock_timestamp(), clock_timestamp() + interval '1 hour', $4 from directory.person p where p.id = $3`,
        [id, sittingId, personId, JSON.stringify(paper), number],
      ),
    );
    return id;
  }

  private async addQuestion(shown: Partial<QuestionFace> & Pick<QuestionFace, 'type'>, key: QuestionKey): Promise<string> {
    const [questionId, id] = [newId(), newId()];
    const face = { ...bareFace, ...shown };
    await this.product.arrange(async (tx) => {
      await tx.query('insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version) values ($1, $2, $3, $4, 1, 1)', [questionId, `W-${questionId}`, this.unit.id, this.unit.path]);
      await tx.query(
        `insert into question_bank.question_version (id, question_id, version, type, stem, options, prompts, blanks, track, difficulty, content_hash) values ($1, $2, 1, $3, $4, $5, '[]', '[]', 'business', 1, '\\x00')`,
        [id, questionId, face.type, face.stem, JSON.stringify(face.options)],
      );
      await tx.query('insert into question_bank.question_key (version_id, key) values ($1, $2)', [id, JSON.stringify(key)]);
    });
    return id;
  }
}

const paperOf = (questionIds: readonly string[], choices: number): Paper => ({
  questions: questionIds.map((id, index) => (index < choices ? { id, type: 'single', optionKeys: options.map(({ key }) => key), marks: 4 } : { id, type: 'shortAnswer', optionKeys: [], marks: 6 })),
});
