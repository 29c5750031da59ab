import { chapterProgress } from './chapters.js';
import { latestOf, type PastAnswers, placesById, standingsOf } from './past-answers.js';
import { weakPointsOf } from './weak-points.js';

const places = placesById([
  { versionId: 'a1', questionId: 'a', part: 0, topic: 'LAW-1' },
  { versionId: 'a2', questionId: 'a', part: 0, topic: 'LAW-1' },
  { versionId: 'c1', questionId: 'c', part: 1, topic: 'BIZ-3' },
  { versionId: 'c2', questionId: 'c', part: 2, topic: 'BIZ-3' },
  { versionId: 's1', questionId: 's', part: 0, topic: 'law' },
]);
const past = (versionId: string, lastAt: number, credit: number | null, more: Partial<PastAnswers> = {}): PastAnswers => ({ versionId, lastAt, credit, judged: null, answered: credit === null ? 0 : 1, missed: credit !== null && credit < 1 ? 1 : 0, ...more });

describe('what somebody has answered before', () => {
  it('counts by its latest answer, whatever version was asked', () => {
    expect(standingsOf([past('a1', 1, 0), past('a2', 2, 1)], places)).toEqual(new Map([['a', { lastAt: 2, missed: false }]]));
    expect(standingsOf([past('a2', 2, 0.5), past('a1', 1, 1)], places)).toEqual(new Map([['a', { lastAt: 2, missed: true }]]));
  });

  it('is missed in a case where one of its parts is, though another was answered right later', () => {
    expect(standingsOf([past('c1', 1, 0), past('c2', 5, 1)], places)).toEqual(new Map([['c', { lastAt: 5, missed: true }]]));
  });

  it('is missed in a short answer only where the person says so', () => {
    expect(standingsOf([past('s1', 1, null)], places).get('s')).toEqual({ lastAt: 1, missed: false });
    expect(standingsOf([past('s1', 1, null, { judged: 'partly' })], places).get('s')).toEqual({ lastAt: 1, missed: true });
    expect(standingsOf([past('s1', 1, null, { judged: 'good' })], places).get('s')).toEqual({ lastAt: 1, missed: false });
  });

  it('does not count where the question is unknown', () => {
    expect(latestOf([past('gone', 1, 0)], places).size).toBe(0);
  });
});

describe('weak points', () => {
  it('are competencies with misses, the weakest first; a single slip does not outweigh ten misses in twenty', () => {
    const list = [past('a1', 1, 0), past('c1', 1, 0, { answered: 20, missed: 10 }), past('s1', 1, 1, { answered: 30, missed: 0 })];
    expect(weakPointsOf(list, places)).toEqual([
      { topic: 'BIZ-3', answered: 20, missed: 10 },
      { topic: 'LAW-1', answered: 1, missed: 1 },
    ]);
  });
});

describe('progress by chapter', () => {
  it('counts what lies below a chapter with it, and leaves out chapters without questions', () => {
    const question = (questionId: string, ...categoryIds: string[]) => ({ questionId, versionId: questionId, track: 'law' as const, competency: null, categoryIds });
    const book = [question('a', 'top', 'sub'), question('b', 'top'), question('c')];
    const chapters = [{ id: 'top', parentId: null, name: '法规' }, { id: 'sub', parentId: 'top', name: '第一章' }, { id: 'none', parentId: null, name: '空' }];
    const standings = new Map([['a', { lastAt: 1, missed: true }], ['b', { lastAt: 1, missed: false }]]);
    expect(chapterProgress(chapters, book, standings).map(({ id, total, answered, mastered }) => [id, total, answered, mastered])).toEqual([['top', 2, 2, 1], ['sub', 1, 1, 0]]);
  });
});
