import { checkContent } from '../../domain/index.js';
import { contents } from '../testing/contents.js';
import { roundTrip } from '../testing/author.js';

describe('a question that an author sends', () => {
  it.each(Object.entries(contents))('of type %s is sound, and is the same once it was read', (_, content) => {
    expect(checkContent(content)).toEqual([]);
    expect(roundTrip(content)).toEqual(content);
  });

  it('keeps credits of options only where they count', () => {
    const { single } = contents;
    const credited = { ...single, key: { kind: 'choice', correct: ['A'], rule: 'perOption', credits: { A: 1, B: 0.5 } } } as const;
    expect(roundTrip(credited)).toEqual(credited);
    expect(roundTrip({ ...credited, key: { ...credited.key, rule: 'allOrNothing' } }).key).toEqual(single.key);
  });
});
