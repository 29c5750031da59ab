import type { QuestionKey } from '@skillhall/question-bank/domain';
import fc from 'fast-check';
import { applyMarks, foldAnswers, grade, type Keys, type LoggedAnswer } from './grading.js';
import type { Paper } from './paper.js';

const ids = ['q1', 'q2', 'q3', 'q4'];
const letters = ['A', 'B', 'C', 'D'];
const paper: Paper = { questions: ids.map((id) => ({ id, type: 'multiple', optionKeys: letters })) };
const right = new Map(ids.map((id, index) => [id, letters.slice(0, index + 1)]));
const wholeKey = (correct: readonly string[]): QuestionKey => ({ kind: 'choice', correct, rule: 'allOrNothing', credits: null });
const keys: Keys = new Map([...right].map(([id, correct]) => [id, wholeKey(correct)]));

const answer = fc.record({ questionId: fc.constantFrom(...ids), choice: fc.subarray(letters) });
/** Client sequences are unique in a log: the database refuses the second. */
const logs = fc.array(answer, { maxLength: 30 }).map((list) => list.map((entry, index): LoggedAnswer => ({ ...entry, clientSeq: index + 1 })));

describe('the answers that count', () => {
  it('are the latest by client sequence, in whatever order they arrive and however often', () => {
    const arrivals = logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2 })));
    fc.assert(
      fc.property(arrivals, ([log, arrived]) => {
        const folded = foldAnswers(arrived);
        for (const id of ids) expect(folded.get(id)).toEqual(log.filter(({ questionId }) => questionId === id).at(-1));
      }),
    );
  });

  it('end with an empty choice where an answer was taken back', () => {
    const log = [
      { clientSeq: 2, questionId: 'q1', choice: [] },
      { clientSeq: 1, questionId: 'q1', choice: ['A'] },
    ];
    expect(grade(paper, log, keys, 25)).toMatchObject({ answered: 0, score: 0, marks: 0, passed: false });
  });
});

describe('a grade of equal questions', () => {
  it('is the share of right answers, and passing is decided before it is rounded', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 100 }), (log, passMark) => {
        const graded = grade(paper, log, keys, passMark);
        const correct = graded.answers.filter((each) => each.correct).length;
        expect(graded).toMatchObject({ total: 4, marks: correct, maxMarks: 4, pending: 0 });
        expect(graded.score).toBeCloseTo((correct / 4) * 100, 10);
        expect(graded.passed).toBe(correct / 4 >= passMark / 100);
        expect(graded.answers.map(({ questionId }) => questionId)).toEqual(ids);
      }),
    );
  });

  it('of two thirds does not pass at 67 though it rounds to 66.7', () => {
    const three: Paper = { questions: paper.questions.slice(0, 3) };
    const log = ids.slice(0, 2).map((questionId, index) => ({ clientSeq: index + 1, questionId, choice: right.get(questionId)! }));
    expect(grade(three, log, keys, 67)).toMatchObject({ score: 66.7, passed: false });
    expect(grade(three, log, keys, 66)).toMatchObject({ passed: true });
  });

  it('never falls when a wrong answer is put right', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...ids), (log, questionId) => {
        const better = [...log, { clientSeq: log.length + 1, questionId, choice: right.get(questionId)! }];
        expect(grade(paper, better, keys, 50).score).toBeGreaterThanOrEqual(grade(paper, log, keys, 50).score);
      }),
    );
  });

  it('ignores answers to questions that are not on the paper', () => {
    expect(grade(paper, [{ clientSeq: 1, questionId: 'other', choice: ['A'] }], keys, 50)).toMatchObject({ answered: 0, score: 0 });
  });

  it('is not given for an empty paper, one without marks, or without a key', () => {
    expect(() => grade({ questions: [] }, [], keys, 50)).toThrow(RangeError);
    expect(() => grade({ questions: [{ ...paper.questions[0]!, marks: 0 }] }, [], keys, 50)).toThrow(RangeError);
    expect(() => grade(paper, [], new Map(), 50)).toThrow('no key');
  });
});

describe('marks', () => {
  const sized = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 4, maxLength: 4 });

  it('weigh, add up in whole hundredths, and decide in whole numbers', () => {
    fc.assert(
      fc.property(logs, sized, fc.integer({ min: 1, max: 100 }), (log, sizes, passMark) => {
        const weighed: Paper = { questions: paper.questions.map((question, index) => ({ ...question, marks: sizes[index]! / 100 })) };
        const graded = grade(weighed, log, keys, passMark);
        const most = sizes.reduce((sum, size) => sum + size, 0);
        const got = graded.answers.reduce((sum, { correct }, index) => sum + (correct ? sizes[index]! : 0), 0);
        expect([graded.marks, graded.maxMarks]).toEqual([got / 100, most / 100]);
        expect(graded.passed).toBe(BigInt(got) * 100n >= BigInt(passMark) * BigInt(most));
        expect(Math.abs(graded.score - (got * 100) / most)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  it('that floating point would add up to a hair less still pass', () => {
    const weighed: Paper = { questions: paper.questions.map((question, index) => ({ ...question, marks: [0.1, 0.2, 0.3, 0.4][index]! })) };
    const log = ids.slice(0, 3).map((questionId, index) => ({ clientSeq: index + 1, questionId, choice: right.get(questionId)! }));
    expect(grade(weighed, log, keys, 60)).toMatchObject({ marks: 0.6, maxMarks: 1, score: 60, passed: true });
  });

  it('of a part right answer are rounded to hundredths', () => {
    const key: QuestionKey = { kind: 'choice', correct: ['A', 'B', 'C'], rule: 'missingProportional', credits: null };
    const one: Paper = { questions: [{ ...paper.questions[0]!, marks: 2 }] };
    expect(grade(one, [{ clientSeq: 1, questionId: 'q1', choice: ['A', 'B'] }], new Map([['q1', key]]), 60)).toMatchObject({ marks: 1.33, score: 66.5, passed: true });
  });
});

describe('an answer that people mark', () => {
  const essay: QuestionKey = { kind: 'rubric', criteria: [{ id: 'a', text: '说明', share: 1 }], modelAnswer: null };
  const mixed: Paper = { questions: [{ id: 'q1', type: 'single', optionKeys: letters, marks: 4 }, { id: 'e1', type: 'shortAnswer', optionKeys: [], marks: 10 }, { id: 'e2', type: 'shortAnswer', optionKeys: [], marks: 6 }] };
  const mixedKeys: Keys = new Map([['q1', wholeKey(['A'])], ['e1', essay], ['e2', essay]]);
  const log = [{ clientSeq: 1, questionId: 'q1', choice: ['A'] }, { clientSeq: 2, questionId: 'e1', choice: ['答'] }, { clientSeq: 3, questionId: 'e2', choice: ['答'] }];
  const before = grade(mixed, log, mixedKeys, 60);

  it('leaves the verdict open until the last is marked', () => {
    expect(before).toMatchObject({ marks: 4, maxMarks: 20, pending: 2, passed: null, score: 20 });
    const half = applyMarks(before, new Map([['e1', 7.5]]), 60);
    expect(half).toMatchObject({ marks: 11.5, pending: 1, passed: null });
    const done = applyMarks(half, new Map([['e2', 0.5]]), 60);
    expect(done).toMatchObject({ marks: 12, pending: 0, score: 60, passed: true });
    expect(applyMarks(done, new Map([['e1', 7.49]]), 60)).toMatchObject({ marks: 11.99, score: 60, passed: false });
  });

  it('that was left blank earns nothing and waits for nobody', () => {
    expect(grade(mixed, log.slice(0, 1), mixedKeys, 60)).toMatchObject({ pending: 0, marks: 4, passed: false });
  });

  it('is worth the same whether marks are applied to the grade or known when it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 600 }), (one, two) => {
        const marks = new Map([['e1', one / 100], ['e2', two / 100]]);
        expect(applyMarks(before, marks, 60)).toEqual(grade(mixed, log, mixedKeys, 60, marks));
      }),
    );
  });

  it('is never given more than its mark, less than nothing, or a number that is none; nor is another answer marked', () => {
    for (const marks of [10.01, -1, NaN]) expect(() => applyMarks(before, new Map([['e1', marks]]), 60)).toThrow(RangeError);
    expect(() => applyMarks(before, new Map([['q1', 1]]), 60)).toThrow(RangeError);
    expect(() => grade(mixed, log, mixedKeys, 60, new Map([['e1', 11]]))).toThrow(RangeError);
  });
});
