import fc from 'fast-check';
import { versionStates, type VersionAction, type VersionState } from './lifecycle.js';
import type { VersionRecord } from './version-history.js';
import { type QuestionStanding, standingAfter, stepOf, undoneRetirement } from './version-step.js';

const written = (version: number, authorId: string, ...states: VersionState[]): VersionRecord => ({ version, authorId, states });
const standing = (versions: readonly VersionRecord[]): QuestionStanding => ({
  versions,
  latestVersion: versions.length,
  currentVersion: versions.find(({ states }) => states.at(-1) === 'live')?.version ?? 0,
});
const actions: VersionAction[] = ['submit', 'withdraw', 'approve', 'reject', 'publish', 'retire', 'restore'];

describe('a step of a version', () => {
  it('needs another person than any of its authors to be approved', () => {
    const question = standing([written(1, 'li', 'draft', 'retired'), written(2, 'wang', 'draft', 'inReview')]);
    for (const author of ['li', 'wang']) expect(stepOf(question, 'approve', author, 2)).toEqual({ ok: false, error: 'OWN_VERSION' });
    expect(stepOf(question, 'approve', 'zhao', 2)).toEqual({ ok: true, value: { version: 2, state: 'reviewed' } });
  });

  it('is not taken where another version was seen than the one that is there', () => {
    const question = standing([written(1, 'li', 'draft', 'retired'), written(2, 'wang', 'draft', 'inReview')]);
    expect(stepOf(question, 'approve', 'zhao', 1)).toEqual({ ok: false, error: 'VERSION_OUTDATED' });
  });

  it('that makes a version live retires the one before it', () => {
    const question = standing([written(1, 'li', 'draft', 'live'), written(2, 'li', 'draft', 'inReview', 'reviewed')]);
    const after = standingAfter(question, 2, 'live');
    expect(after.currentVersion).toBe(2);
    expect(after.versions.map(({ states }) => states.at(-1))).toEqual(['retired', 'live']);
  });

  it('that retires takes the version in use away and leaves a newer draft', () => {
    const question = standing([written(1, 'li', 'draft', 'live'), written(2, 'li', 'draft')]);
    expect(stepOf(question, 'retire', 'li', null)).toEqual({ ok: true, value: { version: 1, state: 'retired' } });
    expect(standingAfter(question, 1, 'retired')).toMatchObject({ currentVersion: 0, latestVersion: 2 });
  });

  it('undoes a retirement to where the question was', () => {
    expect(undoneRetirement(standing([written(1, 'li', 'draft', 'live', 'retired')]))).toEqual(['restore', 'publish']);
    expect(undoneRetirement(standing([written(1, 'li', 'draft', 'retired')]))).toEqual(['restore']);
  });

  it('never lets anybody bring what only authors have seen into use, whatever steps they take alone', () => {
    const record = fc.constantFrom<VersionState[]>(['draft'], ['draft', 'inReview'], ['draft', 'retired'], ['draft', 'inReview', 'draft']);
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (records, tried) => {
        let question = standing(records.map((states, at) => written(at + 1, 'li', ...states)));
        for (const action of tried) {
          const step = stepOf(question, action, 'li', null);
          if (step.ok) question = standingAfter(question, step.value.version, step.value.state);
        }
        expect(question.currentVersion).toBe(0);
        expect(versionStates).toContain(question.versions[0]!.states.at(-1));
      }),
    );
  });
});
