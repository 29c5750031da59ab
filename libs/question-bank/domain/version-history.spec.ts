import { unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { versionLifecycle, versionStates, type VersionState } from './lifecycle.js';
import { authorsOf, restoredState, type VersionRecord } from './version-history.js';

const written = (version: number, authorId: string | null, ...states: VersionState[]): VersionRecord => ({ version, authorId, states });

describe('the authors of a version', () => {
  it('are all who wrote drafts since the last one that was reviewed', () => {
    const versions = [written(1, 'li', 'draft', 'inReview', 'reviewed', 'live'), written(2, 'wang', 'draft', 'retired'), written(3, 'zhao', 'draft', 'inReview')];
    expect([...authorsOf(versions, 3)]).toEqual(['wang', 'zhao']);
    expect([...authorsOf(versions, 1)]).toEqual(['li']);
  });

  it('are nobody where the system wrote it', () => {
    expect(authorsOf([written(1, null, 'draft')], 1).size).toBe(0);
  });

  it('always hold who wrote the version itself', () => {
    const record = fc.record({ authorId: fc.constantFrom('a', 'b', 'c'), states: fc.array(fc.constantFrom(...versionStates), { minLength: 1, maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
        const versions = records.map((each, at) => ({ ...each, version: at + 1 }));
        for (const { version, authorId } of versions) expect(authorsOf(versions, version)).toContain(authorId);
      }),
    );
  });
});

describe('a version', () => {
  it('can reach every state from the draft', () => {
    expect(unreachable(versionLifecycle, 'draft')).toEqual([]);
  });

  it('that nobody reviewed does not come back from retirement as reviewed', () => {
    expect(restoredState(written(1, 'li', 'draft', 'inReview', 'draft', 'retired'))).toBe('draft');
    expect(restoredState(written(1, 'li', 'draft', 'inReview', 'reviewed', 'live', 'retired'))).toBe('reviewed');
  });
});
