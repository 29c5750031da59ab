import fc from 'fast-check';
import { foldAnswers, grade, isCorrect, type LoggedAnswer } from './grading.js';
import type { Paper } from './paper.js';

const ids = ['q1', 'q2', 'q3', 'q4'];
const letters = ['A', 'B', 'C', 'D'];
const paper: Paper = { questions: ids.map((id) => ({ id, type: 'multiple', optionKeys: letters })) };
const keys = new Map(ids.map((id, index) => [id, letters.slice(0, index + 1)]));

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
    expect(grade(paper, log, keys, 25)).toMatchObject({ answered: 0, score: 0, passed: false });
  });
});

describe('a choice', () => {
  it('is correct when it names all correct options and no other, in any order', () => {
    const subset = fc.subarray(letters, { minLength: 1 });
    fc.assert(
      fc.property(subset, subset, (choice, key) => {
        expect(isCorrect([...choice].reverse(), key)).toBe(choice.join() === key.join());
      }),
    );
    expect(isCorrect([], ['A'])).toBe(false);
    expect(isCorrect(['A', 'A'], ['A', 'B'])).toBe(false);
  });
});

describe('a grade', () => {
  it('is the share of right answers, and passing is decided before it is rounded', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 100 }), (log, passMark) => {
        const graded = grade(paper, log, keys, passMark);
        const right = graded.answers.filter(({ correct }) => correct).length;
        expect(graded.total).toBe(4);
        expect(graded.score).toBeCloseTo((right / 4) * 100, 10);
        expect(graded.passed).toBe(right / 4 >= passMark / 100);
        expect(graded.answers.map(({ questionId }) => questionId)).toEqual(ids);
      }),
    );
  });

  it('of two thirds does not pass at 67 though it rounds to 66.7', () => {
    const three: Paper = { questions: paper.questions.slice(0, 3) };
    const log = ids.slice(0, 2).map((questionId, index) => ({ clientSeq: index + 1, questionId, choice: keys.get(questionId)! }));
    expect(grade(three, log, keys, 67)).toMatchObject({ score: 66.7, passed: false });
    expect(grade(three, log, keys, 66)).toMatchObject({ passed: true });
  });

  it('never falls when a wrong answer is put right', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...ids), (log, questionId) => {
        const better = [...log, { clientSeq: log.length + 1, questionId, choice: keys.get(questionId)! }];
        expect(grade(paper, better, keys, 50).score).toBeGreaterThanOrEqual(grade(paper, log, keys, 50).score);
      }),
    );
  });

  it('ignores answers to questions that are not on the paper', () => {
    expect(grade(paper, [{ clientSeq: 1, questionId: 'other', choice: ['A'] }], keys, 50)).toMatchObject({ answered: 0, score: 0 });
  });

  it('is not given for an empty paper or without a key', () => {
    expect(() => grade({ questions: [] }, [], keys, 50)).toThrow(RangeError);
    expect(() => grade(paper, [], new Map(), 50)).toThrow('no key');
  });
});
