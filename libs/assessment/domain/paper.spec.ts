import { transition, unreachable } from '@skillhall/kernel';
import fc from 'fast-check';
import { attemptStates } from './attempt-state.js';
import { freezePaper, type PaperSource } from './paper.js';
import { receiptCode, receiptText } from './receipt.js';
import { graceSeconds, mostCreditedSeconds } from './time-limit.js';

const single: PaperSource = { id: 'one', type: 'single', optionKeys: ['A', 'B', 'C'] };
const multiple: PaperSource = { id: 'many', type: 'multiple', optionKeys: ['A', 'B', 'C'] };
const trueFalse: PaperSource = { id: 'either', type: 'trueFalse', optionKeys: ['T', 'F'] };

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

describe('a paper of sections', () => {
  const sections = [{ title: '一、单项选择题' }, { title: '二、案例分析题' }];
  const choice = (id: string, section: number): PaperSource => ({ id, type: 'single', optionKeys: ['A', 'B', 'C', 'D'], section, marks: 2 });
  const part = (id: string, caseId: string): PaperSource => ({ id, caseId, type: 'fillIn', optionKeys: [], blanks: 1, section: 1, marks: 5 });
  const order: PaperSource = { id: 'order', type: 'ordering', optionKeys: ['A', 'B', 'C'], section: 1 };
  const sources = [choice('s1', 0), part('c1-1', 'c1'), choice('s2', 0), part('c1-2', 'c1'), order, part('c2-1', 'c2'), choice('s3', 0), part('c2-2', 'c2')];
  const picks = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
  const drawn = (numbers: readonly number[]): ((limit: number) => number) => {
    let next = 0;
    return (limit) => numbers[next++ % numbers.length]! % limit;
  };

  it('keeps each question in its section, and the parts of a case together and in their order', () => {
    fc.assert(
      fc.property(picks, fc.boolean(), (numbers, shuffleQuestions) => {
        const { questions, ...rest } = freezePaper(sources, { shuffleQuestions, shuffleOptions: true }, drawn(numbers), sections);
        expect(rest).toEqual({ sections });
        expect(questions.map(({ section }) => section)).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
        const ids = questions.map(({ id }) => id);
        for (const caseId of ['c1', 'c2']) expect(ids.indexOf(`${caseId}-2`)).toBe(ids.indexOf(`${caseId}-1`) + 1);
        for (const source of sources) expect({ ...questions.find(({ id }) => id === source.id), optionKeys: source.optionKeys }).toEqual(source);
      }),
    );
  });

  it('always puts what is to be ordered into an order of its own', () => {
    const orders = new Set(Array.from({ length: 50 }, (_, n) => freezePaper([order], { shuffleQuestions: false, shuffleOptions: false }, drawn([n, n * 7 + 3])).questions[0]!.optionKeys.join('')));
    expect(orders.size).toBe(6);
  });

  it('draws values and leaves out what they were drawn from', () => {
    const calculation: PaperSource = { id: 'calc', type: 'calculation', optionKeys: [], blanks: 1, variables: [{ name: 'kwh', least: 100, most: 200, step: 50 }] };
    const { questions } = freezePaper([calculation], { shuffleQuestions: true, shuffleOptions: true }, (limit) => limit - 2);
    expect(questions).toEqual([{ id: 'calc', type: 'calculation', optionKeys: [], blanks: 1, values: { kwh: 150 } }]);
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
    const answers = [{ questionId: 'one', choice: ['A'], correct: true, marks: 1, maxMarks: 1, byPeople: false }];
    const facts = { attemptId: 'a', submittedAt: new Date(0), submittedBy: 'examinee' as const, grade: { answers, answered: 1, total: 1, marks: 1, maxMarks: 1, pending: 0, score: 100, passed: true } };
    const texts = [facts, { ...facts, attemptId: 'b' }, { ...facts, submittedAt: new Date(1) }, { ...facts, submittedBy: 'server' as const }, { ...facts, grade: { ...facts.grade, answers: [{ ...answers[0]!, choice: ['B'] }] } }];
    expect(new Set(texts.map(receiptText)).size).toBe(texts.length);
  });
});
