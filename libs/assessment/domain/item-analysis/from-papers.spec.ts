import type { QuestionKey } from '@skillhall/question-bank/domain';
import { analyseItems } from './analyse-items.js';
import { PaperTable } from './from-papers.js';

const choice = (correct: string[], rule: 'allOrNothing' | 'perOption' = 'allOrNothing'): QuestionKey => ({ kind: 'choice', correct, rule, credits: rule === 'perOption' ? { A: 0.5 } : null });
const items = [
  { id: 'q1', type: 'single', optionKeys: ['C', 'A', 'B'], key: choice(['B']) },
  { id: 'q2', type: 'multiple', optionKeys: ['A', 'B'], key: choice(['A', 'B']) },
  { id: 'q3', type: 'shortAnswer', optionKeys: [], key: { kind: 'rubric', criteria: [], modelAnswer: null } as QuestionKey },
];
const answer = (questionId: string, marks: number | null, maxMarks: number, chosen: string[]) => ({ questionId, marks, maxMarks, choice: chosen });

describe('the table of an analysis', () => {
  it('holds the options in the order of the letters, however each paper showed them, and what guessing brings', () => {
    const { table } = new PaperTable(items, 1);
    expect(table.items[0]).toMatchObject({ options: [{ id: 'A', key: false }, { id: 'B', key: true }, { id: 'C', key: false }], guessScore: 1 / 3 });
    expect(table.items[1]!.guessScore).toBeUndefined();
    expect(table.items[2]!.options).toBeUndefined();
  });

  it('takes what papers hold, leaves blank what they did not ask, and passes over what is not analysed', () => {
    const papers = new PaperTable(items, 2);
    papers.add([answer('q1', 2, 2, ['B']), answer('void', 5, 5, ['A'])]);
    papers.add([answer('q1', 0, 2, []), answer('q2', 4, 4, ['A', 'B'])]);
    const { items: found, test } = analyseItems(papers.table);
    expect(found.map(({ attempts, facility }) => [attempts, facility])).toEqual([[2, 0.5], [1, 1], [0, null]]);
    expect(found[0]).toMatchObject({ omitted: 1, options: [{ option: 'A', count: 0 }, { option: 'B', count: 1 }, { option: 'C', count: 0 }] });
    expect(found[1]!.options!.map(({ count }) => count)).toEqual([1, 1]);
    expect(test).toMatchObject({ attempts: 2, complete: false });
  });

  it('counts the share where a paper gave the question other marks', () => {
    const papers = new PaperTable(items, 2);
    papers.add([answer('q1', 2, 2, ['B'])]);
    papers.add([answer('q1', 2, 4, ['B'])]);
    expect([papers.table.items[0]!.maximum, ...papers.table.marks.slice(0, 2)]).toEqual([2, 2, 1]);
  });
});
