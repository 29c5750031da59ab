import { checkContent, questionTypes, type QuestionContent } from '@skillhall/question-bank/domain';
import fc from 'fast-check';
import { emptyPart, itemsOf, pairsOf, withBlank, withBlankKey, withCorrect, withItems, withOptionMoved, withoutBlank, withoutOption, withPairs, type PartWith } from './part-draft.js';

const choice = (texts: readonly string[], correct: readonly string[]): PartWith<'choice'> => ({
  ...(emptyPart('multiple', { stem: '哪些对？' }) as PartWith<'choice'>),
  options: texts.map((text, at) => ({ key: 'ABCDEFGH'[at]!, text })),
  key: { kind: 'choice', correct, rule: 'allOrNothing', credits: null },
});
const rightTexts = ({ options, key }: PartWith<'choice'>): string[] => options.filter((option) => key.correct.includes(option.key)).map(({ text }) => text);
const whole = (part: Omit<QuestionContent, 'parts' | 'track' | 'competency' | 'difficulty' | 'clause'>): QuestionContent => ({ ...part, track: 'law', competency: null, difficulty: 2, clause: null, parts: [] });
const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛'), minLength: 1, maxLength: 4 });

describe('a question being written', () => {
  it('of every type begins with a key of its own kind', () => {
    for (const type of questionTypes) expect(checkContent(whole(emptyPart(type))).map(({ code }) => code)).not.toContain('key-of-other-type');
  });

  it('keeps the right options right wherever they are moved and whatever is taken away beside them', () => {
    const made = fc.uniqueArray(words, { minLength: 3, maxLength: 8 }).chain((texts) => fc.tuple(fc.constant(texts), fc.subarray(texts.map((_, at) => 'ABCDEFGH'[at]!)), fc.nat(texts.length - 1)));
    fc.assert(
      fc.property(made, fc.boolean(), ([texts, correct, at], up) => {
        const part = choice(texts, correct);
        expect(rightTexts(withOptionMoved(part, at, up ? -1 : 1)).sort()).toEqual(rightTexts(part).sort());
        expect(rightTexts(withoutOption(part, at))).toEqual(rightTexts(part).filter((text) => text !== texts[at]));
      }),
    );
  });

  it('has one right option or several, as its type wants', () => {
    const part = choice(['甲', '乙'], ['A']);
    expect(withCorrect(part, 'B', false).key.correct).toEqual(['B']);
    expect(withCorrect(withCorrect(part, 'B', true), 'A', true).key.correct).toEqual(['B']);
  });

  it('puts items in order without their letters giving it away', () => {
    const part = emptyPart('ordering') as PartWith<'order'>;
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 2, maxLength: 8 }), (items) => {
        const written = withItems(part, items);
        expect(itemsOf(written)).toEqual(items);
        expect(written.options.map(({ text }) => text)).not.toEqual(items);
      }),
    );
  });

  it('matches prompts with their options, two of them with one if they share it', () => {
    const part = emptyPart('matching') as PartWith<'match'>;
    const given = { pairs: [{ prompt: '低压居民', match: '5个工作日' }, { prompt: '电表校验', match: '5个工作日' }, { prompt: '高压单电源', match: '22个工作日' }], extras: ['60个工作日'] };
    const written = withPairs(part, given);
    expect(written.options).toHaveLength(3);
    expect(pairsOf(written)).toEqual(given);
  });

  it('with blanks has a place in the stem for each, whichever are added and taken away', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant('text' as const), fc.constant('number' as const), fc.nat(5)), { maxLength: 12 }), (steps) => {
        let part = emptyPart('fillIn', { stem: '欠费' }) as PartWith<'blanks'>;
        for (const step of steps) part = typeof step === 'string' ? withBlank(part, step) : part.blanks.length > 1 && step < part.blanks.length ? withoutBlank(part, step) : part;
        expect([...part.stem.matchAll(/\[\[(\d+)\]\]/g)].map(([, number]) => Number(number)).sort((a, b) => a - b)).toEqual(part.blanks.map((_, at) => at + 1));
        expect(part.key.blanks.map(({ kind }) => kind)).toEqual(part.blanks.map(({ kind }) => kind));
      }),
    );
  });

  it('shows the unit of a number where it is answered', () => {
    const part = emptyPart('numeric', { stem: '多少？' }) as PartWith<'blanks'>;
    const key = { kind: 'number', accepted: [{ value: 30, tolerance: 0, credit: 1 }], unit: null } as const;
    expect(checkContent(whole(withBlankKey(part, 0, key, '日')))).toEqual([]);
  });
});
