import type { Round } from '../practice/round-store.js';

const options = ['A', 'B', 'C', 'D'].map((key) => ({ key, text: `选项${key}` }));
const bare = { marks: 1, section: 0, media: [], prompts: [], blanks: [], case: null, values: [] };

/** A round of a single choice, a multiple choice and a short answer for tests. */
export const aRound = (change: Partial<Round> = {}): Round => ({
  ...{ id: 'round', mode: 'random', chapterId: null, chapterName: null, startedAt: '2026-11-25T01:00:00Z', endedAt: null, total: 3, reasons: [], answers: [] },
  questions: [
    { ...bare, id: 'q1', position: 1, type: 'single', stem: '电能表的单位是？', options },
    { ...bare, id: 'q2', position: 2, type: 'multiple', stem: '哪些渠道可以交电费？', options },
    { ...bare, id: 'q3', position: 3, type: 'shortAnswer', stem: '怎样安抚客户？', options: [] },
  ],
  ...change,
});
