import fc from 'fast-check';
import { seededDraw } from '../testing/seeded-draw.js';
import { type BookQuestion, missedOf, nextOf, randomOf, topicOf, weakOf } from './choose-questions.js';
import type { Standing } from './past-answers.js';
import { type WeakPoint, weaknessOf } from './weak-points.js';

const topics = ['LAW-1', 'BIZ-3', 'COM-2', null] as const;
const question = (n: number, competency: string | null = null): BookQuestion => ({ questionId: `q${n}`, versionId: `v${n}`, track: 'law', competency, categoryIds: [] });
const books = fc.array(fc.constantFrom(...topics), { maxLength: 30 }).map((list) => list.map((topic, n) => question(n, topic)));
const histories = fc.array(fc.record({ n: fc.integer({ min: 0, max: 35 }), lastAt: fc.integer({ min: 1, max: 50 }), missed: fc.boolean() }), { maxLength: 30 }).map((list) => new Map<string, Standing>(list.map(({ n, ...standing }) => [`q${n}`, standing])));
const sizes = fc.integer({ min: 1, max: 12 });
const weakLists = fc.uniqueArray(fc.record({ topic: fc.constantFrom('LAW-1', 'BIZ-3', 'law'), missed: fc.integer({ min: 1, max: 9 }), more: fc.integer({ min: 0, max: 20 }) }), { selector: ({ topic }) => topic, maxLength: 3 }).map((list) => list.map(({ topic, missed, more }): WeakPoint => ({ topic, missed, answered: missed + more })));

const ids = (questions: readonly BookQuestion[]): string[] => questions.map(({ questionId }) => questionId);

describe('questions of a round of practice', () => {
  it('are different ones out of the book, as many as were asked for or as there are', () => {
    fc.assert(
      fc.property(books, histories, sizes, fc.integer(), (book, standings, size, seed) => {
        for (const round of [nextOf(book, standings, size), randomOf(book, size, seededDraw(seed))]) {
          expect(round).toHaveLength(Math.min(size, book.length));
          expect(new Set(ids(round)).size).toBe(round.length);
          expect(round.every((each) => book.includes(each))).toBe(true);
        }
      }),
    );
  });

  it('come in order: never answered as the book has them, then missed, then the rest, longest ago first', () => {
    const book = [0, 1, 2, 3, 4, 5].map((n) => question(n));
    const standings = new Map([['q0', { lastAt: 9, missed: false }], ['q1', { lastAt: 8, missed: true }], ['q3', { lastAt: 2, missed: true }], ['q4', { lastAt: 1, missed: false }]]);
    expect(ids(nextOf(book, standings, 9))).toEqual(['q2', 'q5', 'q3', 'q1', 'q4', 'q0']);
    expect(ids(missedOf(book, standings, 9))).toEqual(['q3', 'q1']);
  });

  it('in order bring everybody through the whole book before anything comes twice', () => {
    fc.assert(
      fc.property(books, sizes, (book, size) => {
        const standings = new Map<string, Standing>();
        const met: string[] = [];
        for (let time = 1; met.length < book.length; time++)
          for (const { questionId } of nextOf(book, standings, Math.min(size, book.length - met.length))) {
            met.push(questionId);
            standings.set(questionId, { lastAt: time, missed: time % 2 === 0 });
          }
        expect(met).toEqual(ids(book));
      }),
    );
  });

  it('at random give each question the same chance', () => {
    const book = [0, 1, 2, 3].map((n) => question(n));
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) for (const id of ids(randomOf(book, 2, seededDraw(seed)))) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const { questionId } of book) expect(Math.abs(counts.get(questionId)! - 1000)).toBeLessThan(100);
  });
});

describe('a weak-point round', () => {
  it('holds questions of weak competencies alone, and its reasons count exactly these', () => {
    fc.assert(
      fc.property(books, histories, weakLists, sizes, fc.integer(), (book, standings, weak, size, seed) => {
        const { questions, reasons } = weakOf(book, standings, weak, size, seededDraw(seed));
        const possible = book.filter((each) => weak.some(({ topic }) => topic === topicOf(each)));
        expect(questions).toHaveLength(Math.min(size, possible.length));
        expect(new Set(ids(questions)).size).toBe(questions.length);
        for (const { topic, questions: counted } of reasons) expect(questions.filter((each) => topicOf(each) === topic)).toHaveLength(counted);
        expect(reasons.reduce((sum, { questions: counted }) => sum + counted, 0)).toBe(questions.length);
      }),
    );
  });

  it('takes of each competency what was missed before anything else', () => {
    fc.assert(
      fc.property(books, histories, weakLists, sizes, fc.integer(), (book, standings, weak, size, seed) => {
        const { questions, reasons } = weakOf(book, standings, weak, size, seededDraw(seed));
        for (const { topic, questions: counted } of reasons) {
          const missed = book.filter((each) => topicOf(each) === topic && standings.get(each.questionId)?.missed);
          const taken = questions.filter((each) => topicOf(each) === topic && standings.get(each.questionId)?.missed);
          expect(taken).toHaveLength(Math.min(missed.length, counted));
        }
      }),
    );
  });

  it('never gives a weaker competency fewer questions, as long as it has any left', () => {
    fc.assert(
      fc.property(weakLists, sizes, fc.integer(), (weak, size, seed) => {
        const book = weak.flatMap(({ topic }, at) => Array.from({ length: 12 }, (_, n) => question(at * 100 + n, topic === 'law' ? null : topic)));
        const { reasons } = weakOf(book, new Map(), weak, size, seededDraw(seed));
        const given = (topic: string): number => reasons.find((each) => each.topic === topic)?.questions ?? 0;
        for (const one of weak) for (const other of weak) if (weaknessOf(one) > weaknessOf(other)) expect(given(one.topic)).toBeGreaterThanOrEqual(given(other.topic));
      }),
    );
  });
});
