import { activityAfter, activityPath, courseState, nextCourse, type Course, type Outline } from './course.js';

const course = (id: string, done?: number, completedAt: string | null = null): Course => ({
  id,
  name: id,
  track: 'law',
  summary: '',
  hours: 1,
  enrolment: done === undefined ? null : { completedAt, completedActivities: done, totalActivities: 5 },
  nextActivity: { id: `${id}-a`, kind: 'article', title: '', minutes: 3, quizId: null },
});

describe('a course', () => {
  it('is begun, not begun or completed', () => {
    expect([course('a'), course('b', 1), course('c', 5, '2026-11-01T00:00:00Z')].map(courseState)).toEqual(['notStarted', 'started', 'completed']);
  });

  it('that is nearest to its end comes next', () => {
    expect(nextCourse([course('new'), course('far', 1), course('near', 4), course('done', 5, '2026-11-01T00:00:00Z')])?.id).toBe('near');
    expect(nextCourse([course('done', 5, '2026-11-01T00:00:00Z')])).toBeUndefined();
  });

  it('leads from one activity to the next, over modules', () => {
    const line = (id: string) => ({ id, kind: 'article' as const, title: id, state: 'notStarted' as const, minutes: 1, quizId: null });
    const outline: Pick<Outline, 'modules'> = {
      modules: [
        { id: '1', title: '', activities: [line('a'), line('b')] },
        { id: '2', title: '', activities: [line('c')] },
      ],
    };
    expect(activityAfter(outline, 'b')?.id).toBe('c');
    expect(activityAfter(outline, 'c')).toBeUndefined();
    expect(activityAfter(outline, 'x')).toBeUndefined();
  });

  it('sends a quiz to its own page, with the way back', () => {
    expect(activityPath('k1', { id: 'a', kind: 'quiz', quizId: 'q1' })).toBe('/quiz/q1?course=k1');
    expect(activityPath('k1', { id: 'a', kind: 'article', quizId: null })).toBe('/learn/article/a');
  });
});
