import fc from 'fast-check';
import { checkUnsent, type Known, readUnsentFile, type UnsentAnswer } from './unsent-answers.js';

const paper = { questions: [{ id: 'q1', type: 'single', optionKeys: ['A', 'B'] }, { id: 'q2', type: 'multiple', optionKeys: ['A', 'B', 'C'] }] } as const;
const taken = { paper, startedAt: new Date('2026-11-25T01:00:00Z'), deadline: new Date('2026-11-25T02:00:00Z') };
const answer = (changes: Partial<UnsentAnswer> = {}): UnsentAnswer => ({ questionId: 'q1', choice: ['A'], clientSeq: 7, answeredAt: '2026-11-25T01:59:00.000Z', ...changes });
const finding = (changes: Partial<UnsentAnswer>, known: Known = new Map()) => checkUnsent(taken, [answer(changes)], known)[0]!.finding;
const file = (changes: Record<string, unknown> = {}) => JSON.stringify({ format: 'skillhall-unsent-answers', version: 1, attemptId: 'a', deviceId: 'd', exportedAt: '2026-11-25T02:10:00Z', answers: [answer()], digest: null, ...changes });

describe('the file of answers that did not arrive', () => {
  it('is read whole or not at all', () => {
    expect(readUnsentFile(file())).toMatchObject({ attemptId: 'a', answers: [answer()], digest: null });
    for (const wrong of ['', '[]', 'null', file({ format: 'other' }), file({ version: 2 }), file({ answers: [answer(), { questionId: 'q' }] }), file({ digest: 3 }), file({ answers: Array(1001).fill(answer()) })]) expect(readUnsentFile(wrong)).toBeNull();
  });

  it('is not ours where it holds what the database could not keep', () => {
    for (const wrong of [{ clientSeq: 2 ** 31 }, { choice: ['a\0'] }, { choice: ['\ud800'] }, { questionId: 'q\0' }]) expect(readUnsentFile(file({ answers: [answer(wrong)] }))).toBeNull();
    expect(readUnsentFile(file({ deviceId: 'd\0' }))).toBeNull();
    expect(readUnsentFile(file({ answers: [answer({ clientSeq: 2 ** 31 - 1, choice: ['𬭎'] })] }))).not.toBeNull();
  });

  it('never breaks its reader, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value)), fc.jsonValue().map((answers) => file({ answers }))), (text) => void readUnsentFile(text)));
  });

  it.each([
    ['counts', { answeredAt: '2026-11-25T02:00:15.000Z' }],
    ['out-of-time', { answeredAt: '2026-11-25T02:00:15.001Z' }],
    ['out-of-time', { answeredAt: '2026-11-25T00:59:59.999Z' }],
    ['no-time', { answeredAt: null }],
    ['not-on-paper', { questionId: 'q9' }],
    ['not-on-paper', { choice: ['C'] }],
  ] as const)('has answers that are found to be %s', (expected, changes) => {
    expect(finding(changes)).toBe(expected);
  });

  it('says what reached the server after all, and what a later answer has overtaken', () => {
    expect(finding({}, new Map([['q1', { clientSeq: 7, choice: ['A'] }]]))).toBe('arrived');
    expect(finding({}, new Map([['q1', { clientSeq: 7, choice: ['B'] }]]))).toBe('superseded');
    expect(finding({}, new Map([['q1', { clientSeq: 8, choice: ['A'] }]]))).toBe('superseded');
    expect(finding({}, new Map([['q1', { clientSeq: 6, choice: ['A'] }]]))).toBe('counts');
    expect(checkUnsent(taken, [answer(), answer({ clientSeq: 9, choice: ['B'] })], new Map()).map((one) => one.finding)).toEqual(['superseded', 'counts']);
    expect(checkUnsent(taken, [answer(), answer({ choice: ['B'] })], new Map()).map((one) => one.finding)).toEqual(['counts', 'superseded']);
  });

  it('counts at most once for each question, and never outside its time', () => {
    const answers = fc.array(fc.record({ questionId: fc.constantFrom('q1', 'q2', 'q3'), choice: fc.subarray(['A', 'B', 'C']), clientSeq: fc.integer({ min: 1, max: 50 }), answeredAt: fc.option(fc.date({ min: new Date('2026-11-25T00:00:00Z'), max: new Date('2026-11-25T03:00:00Z'), noInvalidDate: true }).map((at) => at.toISOString())) }), { maxLength: 20 });
    fc.assert(
      fc.property(answers, (list) => {
        const counting = checkUnsent(taken, list, new Map()).filter((one) => one.finding === 'counts');
        expect(new Set(counting.map(({ questionId }) => questionId)).size).toBe(counting.length);
        for (const { answeredAt } of counting) expect(Date.parse(answeredAt!) - taken.deadline.getTime()).toBeLessThanOrEqual(15_000);
      }),
    );
  });
});
