import { transition, unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { activityStates, activityStatuses } from './activity-state.js';
import { courseStates } from './course-state.js';
import { isCompleted, nextActivity } from './progress.js';
import { expectedMinutes, leastReadingSeconds, secondsToWait } from './reading-time.js';

describe('a version of a course', () => {
  it('goes from draft to published to retired and never back', () => {
    expect(unreachable(courseStates, 'draft')).toEqual([]);
    expect(transition(courseStates, 'draft', 'publish')).toBe('published');
    expect(transition(courseStates, 'published', 'retire')).toBe('retired');
    expect(transition(courseStates, 'draft', 'retire')).toBeUndefined();
    expect(transition(courseStates, 'retired', 'publish')).toBeUndefined();
  });
});

describe('an activity', () => {
  it('never leaves completed', () => {
    expect(unreachable(activityStates, 'notStarted')).toEqual([]);
    expect(new Set(Object.values(activityStates.completed))).toEqual(new Set(['completed']));
  });
});

describe('a course', () => {
  const states = fc.array(fc.constantFrom(...activityStatuses), { maxLength: 12 });

  it('is completed exactly when it has activities and none is left to go on with', () => {
    fc.assert(
      fc.property(states, (list) => {
        const next = nextActivity(list.map((state, position) => ({ state, position })));
        expect(isCompleted(list)).toBe(list.length > 0 && next === null);
        if (next) expect(list.slice(0, next.position).every((state) => state === 'completed')).toBe(true);
      }),
    );
  });
});

describe('the least time for an article', () => {
  it('is ten seconds for a short one and a minute for 1200 characters', () => {
    expect(leastReadingSeconds('短')).toBe(10);
    expect(leastReadingSeconds('字'.repeat(1200))).toBe(60);
  });

  it('does not count blanks and Markdown signs', () => {
    expect(leastReadingSeconds(`# ${'字 '.repeat(600)}\n\n---\n`)).toBe(30);
  });

  it('leaves less to wait the longer the article is open, and nothing in the end', () => {
    const body = fc.string({ maxLength: 4000 });
    fc.assert(
      fc.property(body, fc.double({ min: 0, max: 500, noNaN: true }), (text, elapsed) => {
        const wait = secondsToWait(text, elapsed);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(leastReadingSeconds(text));
        expect(secondsToWait(text, Math.ceil(elapsed) + wait)).toBe(0);
      }),
    );
  });

  it('is shorter than the time to expect', () => {
    expect(expectedMinutes({ kind: 'article', title: '', body: '字'.repeat(1200) })).toBe(3);
    expect(expectedMinutes({ kind: 'quiz', title: '', questionCodes: ['A', 'B'], passMark: 80, timeLimitMinutes: null })).toBe(2);
  });
});
