import type { QuestionKey } from '@skillhall/question-bank/domain';
import fc from 'fast-check';
import { grade } from './grading.js';
import type { Paper } from './paper.js';
import { compareGrades, humanMarksOf, type Regraded } from './regrade.js';

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
