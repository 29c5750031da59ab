import { complaintFilter, monthsBack } from './complaint-filter.js';

const none = { search: undefined, class: undefined, substantiated: undefined, from: undefined, until: undefined };

describe('the filter of the complaints', () => {
  it('says to the server what the address says', () => {
    expect(complaintFilter('u', { search: '排队', class: 'service', substantiated: 'no', from: '2026-01', until: '2026-03' })).toEqual({
      unitId: 'u',
      search: '排队',
      class: 'service',
      substantiated: false,
      undecided: null,
      from: '2026-01',
      until: '2026-03',
    });
  });

  it('leaves out what the address got wrong', () => {
    const filter = complaintFilter('u', { ...none, class: 'weather', substantiated: 'maybe', from: '2026-13', until: 'soon' });
    expect(filter).toEqual({ unitId: 'u', search: null, class: null, substantiated: null, undecided: null, from: null, until: null });
    expect(complaintFilter('u', { ...none, substantiated: 'open' })).toMatchObject({ substantiated: null, undecided: true });
  });

  it('offers months over the turn of the year, the newest first', () => {
    expect(monthsBack('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  });
});
