import { transition, unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { attemptStates } from './attempt-state.js';
import { freezePaper, soundChoice, type PaperQuestion } from './paper.js';
import { receiptCode, receiptText } from './receipt.js';
import { graceSeconds, mostCreditedSeconds } from './time-limit.js';

const single: PaperQuestion = { id: 'one', type: 'single', optionKeys: ['A', 'B', 'C'] };
const multiple: PaperQuestion = { id: 'many', type: 'multiple', optionKeys: ['A', 'B', 'C'] };
const trueFalse: PaperQuestion = { id: 'either', type: 'trueFalse', optionKeys: ['T', 'F'] };

describe('an attempt', () => {
  it('takes answers while open and, once submitted, nothing any more', () => {
    expect(unreachable(attemptStates, 'open')).toEqual([]);
    expect(transition(attemptStates, 'open', 'save')).toBe('open');
    expect(transition(attemptStates, 'open', 'submit')).toBe('submitted');
    expect(transition(attemptStates, 'submitted', 'save')).toBeUndefined();
    expect(transition(attemptStates, 'submitted', 'submit')).toBeUndefined();
  });

  it('is not handed in by the server while credited waiting may still bring an answer', () => {
    expect(graceSeconds).toBeGreaterThan(mostCreditedSeconds);
  });
});

describe('a paper', () => {
  const draws = fc.infiniteStream(fc.nat());
  const draw = (numbers: Iterator<number>) => (limit: number) => (numbers.next().value as number) % limit;

  it('holds the same questions and options in whatever order they are drawn', () => {
    fc.assert(
      fc.property(draws, fc.boolean(), fc.boolean(), (numbers, shuffleQuestions, shuffleOptions) => {
        const { questions } = freezePaper([single, multiple, trueFalse], { shuffleQuestions, shuffleOptions }, draw(numbers[Symbol.iterator]()));
        expect(questions.map(({ id }) => id).sort()).toEqual(['either', 'many', 'one']);
        for (const { optionKeys, type } of questions) expect(type === 'trueFalse' ? optionKeys : [...optionKeys].sort()).toEqual(type === 'trueFalse' ? ['T', 'F'] : ['A', 'B', 'C']);
      }),
    );
  });

  it('keeps its order where nothing is to be shuffled', () => {
    const { questions } = freezePaper([multiple, single], { shuffleQuestions: false, shuffleOptions: false }, () => 0);
    expect(questions).toEqual([multiple, single]);
  });

  it('can bring every question to the front', () => {
    const firsts = [0, 1, 2].map((picked) => freezePaper([single, multiple, trueFalse], { shuffleQuestions: true, shuffleOptions: false }, (limit) => picked % limit).questions[0]!.id);
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });
});

describe('a choice', () => {
  it('is stored sorted, each key once', () => {
    expect(soundChoice(multiple, ['C', 'A', 'C'])).toEqual(['A', 'C']);
  });

  it('may be empty, to take an answer back', () => {
    expect(soundChoice(single, [])).toEqual([]);
  });

  it('is refused when it names something that is not on the paper, or too much', () => {
    expect(soundChoice(single, ['D'])).toBeUndefined();
    expect(soundChoice(single, ['A', 'B'])).toBeUndefined();
    expect(soundChoice(trueFalse, ['T', 'F'])).toBeUndefined();
    expect(soundChoice(multiple, ['A', ''])).toBeUndefined();
  });
});

describe('a receipt', () => {
  it('has a code of ten characters that differs with its digest', () => {
    const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(digest, digest, (one, other) => {
        expect(receiptCode(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        // The code holds the first fifty bits.
        const same = BigInt(`0x${one.slice(0, 13)}`) >> 2n === BigInt(`0x${other.slice(0, 13)}`) >> 2n;
        expect(receiptCode(one) === receiptCode(other)).toBe(same);
      }),
    );
  });

  it('speaks of another text when an answer, the time or the attempt differs', () => {
    const answers = [{ questionId: 'one', choice: ['A'], correct: true }];
    const facts = { attemptId: 'a', submittedAt: new Date(0), submittedBy: 'examinee' as const, grade: { answers, answered: 1, total: 1, score: 100, passed: true } };
    const texts = [facts, { ...facts, attemptId: 'b' }, { ...facts, submittedAt: new Date(1) }, { ...facts, submittedBy: 'server' as const }, { ...facts, grade: { ...facts.grade, answers: [{ ...answers[0]!, choice: ['B'] }] } }];
    expect(new Set(texts.map(receiptText)).size).toBe(texts.length);
  });
});
