import fc from 'fast-check';
import { reviewTimes, visibleTo } from './review-rules.js';

const time = fc.constantFrom(...reviewTimes);
const rules = fc.record({ mark: time, rightAnswer: time, explanation: time });

describe('what an examinee may see', () => {
  it('is nothing while the paper is open, whatever the rules', () => {
    fc.assert(
      fc.property(rules, fc.boolean(), (set, closed) => {
        expect(visibleTo(set, { submitted: false, closed })).toEqual({ mark: false, rightAnswer: false, explanation: false });
      }),
    );
  });

  it('is what opens at handing in, and the rest after the sitting has closed, except what never does', () => {
    const set = { mark: 'submitted', rightAnswer: 'closed', explanation: 'never' } as const;
    expect(visibleTo(set, { submitted: true, closed: false })).toEqual({ mark: true, rightAnswer: false, explanation: false });
    expect(visibleTo(set, { submitted: true, closed: true })).toEqual({ mark: true, rightAnswer: true, explanation: false });
  });

  it('never shrinks when the sitting closes', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom('mark', 'rightAnswer', 'explanation'), (set, part) => {
        const [before, after] = [false, true].map((closed) => visibleTo(set, { submitted: true, closed })[part as 'mark']);
        expect(!before || after).toBe(true);
      }),
    );
  });
});
