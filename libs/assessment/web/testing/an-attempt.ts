import type { Attempt } from '../outbox/attempt-store.js';

const options = ['A', 'B', 'C', 'D'].map((key) => ({ key, text: `选项${key}` }));

const bare = { marks: 1, section: null, media: [], prompts: [], blanks: [], case: null, values: [] };

/** An open attempt of three questions (single, multiple, true or false) for tests. */
export const anAttempt = (change: Partial<Attempt> = {}): Attempt => ({
  id: 'attempt',
  state: 'open',
  startedAt: '2026-11-23T01:00:00Z',
  deadline: '2026-11-23T02:00:00Z',
  serverNow: '2026-11-23T01:00:00Z',
  title: '首问负责制小测',
  passMark: 80,
  limited: true,
  quizId: 'quiz',
  sittingId: null,
  mockExamId: null,
  sitting: null,
  deviceId: null,
  sections: [],
  questions: [
    { ...bare, id: 'q1', position: 1, type: 'single', stem: '第一步做什么？', options },
    { ...bare, id: 'q2', position: 2, type: 'multiple', stem: '哪些做法正确？', options },
    { ...bare, id: 'q3', position: 3, type: 'trueFalse', stem: '可以拒绝咨询。', options: options.slice(0, 2) },
  ],
  answers: [],
  receipt: null,
  ...change,
});
