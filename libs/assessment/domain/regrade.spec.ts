import type { QuestionKey } from '@skillhall/question-bank/domain';
import fc from 'fast-check';
import { grade } from './grading.js';
import type { Paper } from './paper.js';
import { compareGrades, humanMarksOf, regradeAnswer, type Regraded } from './regrade.js';

const letters = ['A', 'B', 'C'];
const key = (correct: readonly string[]): QuestionKey => ({ kind: 'choice', correct, rule: 'allOrNothing', credits: null });
const essay: QuestionKey = { kind: 'rubric', criteria: [{ id: 'a', text: '说明', share: 1 }], modelAnswer: null };
const paper: Paper = { questions: [...['q1', 'q2', 'q3'].map((id) => ({ id, type: 'single' as const, optionKeys: letters, marks: 2 })), { id: 'e', type: 'shortAnswer', optionKeys: [], marks: 4 }] };
const keys = new Map([['q1', key(['A'])], ['q2', key(['A'])], ['q3', key(['A'])], ['e', essay]]);
const corrected = new Map([...keys, ['q2', key(['B'])]]);

const choices = fc.record({ q1: fc.constantFrom(...letters), q2: fc.constantFrom(...letters), q3: fc.constantFrom(...letters) });
const sheets = fc.array(fc.tuple(choices, fc.integer({ min: 0, max: 400 })), { maxLength: 20 });

function regraded(sheet: Record<string, string>, hundredths: number, attemptId: string): Regraded {
  const log = [...Object.entries(sheet).map(([questionId, choice]) => ({ questionId, choice: [choice] })), { questionId: 'e', choice: ['答'] }].map((entry, index) => ({ ...entry, clientSeq: index + 1 }));
  const before = grade(paper, log, keys, 60, new Map([['e', hundredths / 100]]));
  return { attemptId, before, after: grade(paper, log, corrected, 60, humanMarksOf(before.answers)) };
}

describe('a corrected key', () => {
  it('moves the marks of its own question alone, keeps what people gave, and counts who gains and who loses', () => {
    fc.assert(
      fc.property(sheets, (list) => {
        const all = list.map(([sheet, given], n) => regraded(sheet, given, `a${n}`));
        const report = compareGrades(all);
        const [gained, lost] = ['B', 'A'].map((choice) => list.filter(([{ q2 }]) => q2 === choice).length);
        expect(report).toMatchObject({ attempts: list.length, gained, lost });
        expect(report.lines).toHaveLength(gained! + lost!);
        for (const { change } of report.lines) expect(Math.abs(change)).toBe(2);
        expect(report.nowPassed).toBe(all.filter(({ before, after }) => !before.passed && after.passed).length);
        expect(report.nowFailed).toBe(all.filter(({ before, after }) => before.passed && !after.passed).length);
      }),
    );
  });

  it('shows who fails now first, then who passes now, then the others by how much changes', () => {
    const outcome = (marks: number, passed: boolean | null) => ({ marks, score: marks * 10, passed });
    const report = compareGrades([
      { attemptId: 'little', before: outcome(7, true), after: outcome(7.5, true) },
      { attemptId: 'nothing', before: outcome(7, true), after: outcome(7, true) },
      { attemptId: 'up', before: outcome(5, false), after: outcome(6, true) },
      { attemptId: 'much', before: outcome(9, true), after: outcome(6, true) },
      { attemptId: 'down', before: outcome(6, true), after: outcome(5.9, false) },
      { attemptId: 'unmarked', before: outcome(1, null), after: outcome(2, null) },
    ]);
    expect(report.lines.map(({ attemptId, change, verdict }) => [attemptId, change, verdict])).toEqual([
      ['down', -0.1, 'now-failed'],
      ['up', 1, 'now-passed'],
      ['much', -3, 'same'],
      ['unmarked', 1, 'open'],
      ['little', 0.5, 'same'],
    ]);
    expect(report).toMatchObject({ attempts: 6, gained: 3, lost: 2, nowPassed: 1, nowFailed: 1 });
  });

  it('touches nobody where it says the same as before', () => {
    fc.assert(
      fc.property(choices, (sheet) => {
        const same = regraded(sheet, 100, 'a');
        expect(compareGrades([{ ...same, after: same.before }]).lines).toEqual([]);
      }),
    );
  });
});

describe('one answer graded anew', () => {
  const question = { id: 'q', type: 'single' as const, optionKeys: ['A', 'B'], marks: 4 };
  const key = (right: string) => ({ kind: 'choice' as const, correct: [right], rule: 'allOrNothing' as const, credits: null });
  const held = (choice: string, marks: number | null, total: number, changes = {}) => ({
    ...{ attemptId: 'a', marks: total, score: total * 10, passed: total >= 6, maxMarks: 10, pending: 0, passMark: 60, question },
    answer: { questionId: 'q', choice: [choice], correct: marks === 4, marks, maxMarks: 4, byPeople: false },
    ...changes,
  });

  it('moves the whole grade by what it gains or loses, and the verdict with it', () => {
    expect(regradeAnswer(held('B', 0, 4), key('B'))).toMatchObject({ before: { marks: 4, passed: false }, after: { marks: 8, score: 80, passed: true } });
    expect(regradeAnswer(held('A', 4, 8), key('B'))).toMatchObject({ after: { marks: 4, score: 40, passed: false }, answer: { marks: 0, correct: false } });
  });

  it('of a void question has its mark, whatever was answered, and waits for nobody any more', () => {
    expect(regradeAnswer(held('', null, 2, { pending: 1, passed: null }), 'void')).toMatchObject({ after: { marks: 6, passed: true }, pending: 0, answer: { marks: 4, correct: true } });
  });

  it('is the same as grading the whole paper by that key', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B'), { minLength: 1, maxLength: 8 }), fc.constantFrom('A', 'B'), fc.integer({ min: 1, max: 100 }), (choices, right, passMark) => {
        const questions = choices.map((_, index) => ({ ...question, id: `q${index}` }));
        const log = choices.map((choice, index) => ({ clientSeq: index + 1, questionId: `q${index}`, choice: [choice] }));
        const keys = (first: string) => new Map(questions.map(({ id }, index) => [id, key(index ? 'A' : first)]));
        const [before, after] = [grade({ questions }, log, keys('A'), passMark), grade({ questions }, log, keys(right), passMark)];
        const { marks, score, passed, maxMarks, pending } = before;
        expect(regradeAnswer({ attemptId: 'a', marks, score, passed, maxMarks, pending, passMark, question: questions[0]!, answer: before.answers[0]! }, key(right)).after).toEqual({ marks: after.marks, score: after.score, passed: after.passed });
      }),
    );
  });
});
