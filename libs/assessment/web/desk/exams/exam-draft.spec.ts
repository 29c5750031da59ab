import { draftOf, newDraft, newRow, totalsOf, withFixed, withRow, withSection, withTrack } from './exam-draft.js';

describe('the draft of an exam', () => {
  it('adds up marks exactly', () => {
    const draft = withSection(newDraft('a', 'b'), 0, { rows: [{ ...newRow(), count: 3, marks: 0.1 }, { ...newRow(), count: 20, marks: 2.5 }], fixed: [{ questionId: 'q', marks: 0.2 }] });
    expect(totalsOf(draft)).toEqual({ questions: 24, marks: 50.5 });
  });

  it('changes one row and leaves the others and the former draft as they were', () => {
    const draft = withSection(newDraft('a', 'b'), 0, { rows: [newRow(), newRow()] });
    const changed = withRow(draft, 0, 1, { count: 7 });
    expect(changed.sections[0]!.rows.map(({ count }) => count)).toEqual([10, 7]);
    expect(draft.sections[0]!.rows.map(({ count }) => count)).toEqual([10, 10]);
  });

  it('is what the server holds, without what only the server says', () => {
    const draft = newDraft('a', 'b');
    const exam = { ...draft, id: 'e', version: 3, state: 'draft', updatedAt: '', totals: { questions: 1, marks: 1 }, unit: { id: 'u', name: 'n' }, fitting: [[1]], problems: [], exposureCap: null } as unknown as Parameters<typeof draftOf>[0];
    expect(draftOf(exam)).toEqual(draft);
  });

  it('has a question on every paper once, with the marks of the one before it', () => {
    const draft = withFixed(withSection(newDraft('a', 'b'), 0, { rows: [{ ...newRow(), marks: 2 }] }), 0, 'q');
    expect(draft.sections[0]!.fixed).toEqual([{ questionId: 'q', marks: 2 }]);
    expect(withFixed(draft, 0, 'q')).toBe(draft);
    expect(withFixed(draft, 0, 'r').sections[0]!.fixed).toEqual([{ questionId: 'q', marks: 2 }, { questionId: 'r', marks: 2 }]);
  });

  it('forgets the competency of a row with its track', () => {
    const draft = withSection(newDraft('a', 'b'), 0, { rows: [{ ...newRow(), track: 'law', competency: 'LAW-1' }] });
    expect(withTrack(draft, 0, 0, 'business').sections[0]!.rows[0]).toMatchObject({ track: 'business', competency: null });
  });
});
