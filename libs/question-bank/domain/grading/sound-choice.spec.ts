import fc from 'fast-check';
import { bareFace, type QuestionFace } from '../question.js';
import { shapeOf, type ChoiceShape } from './choice-shape.js';
import { longestAnswer, longestBlank, soundChoice } from './sound-choice.js';

const optionKeys = ['A', 'B', 'C'];
const shape = (type: ChoiceShape['type'], more: Partial<ChoiceShape> = {}): ChoiceShape => ({ type, optionKeys, ...more });
const pairs = shape('matching', { promptKeys: ['1', '2'] });
const filled = shape('fillIn', { optionKeys: [], blanks: 2 });
const essay = shape('shortAnswer', { optionKeys: [] });

describe('a choice as it is stored', () => {
  it('of options is sorted, each key once', () => {
    expect(soundChoice(shape('multiple'), ['C', 'A', 'C'])).toEqual(['A', 'C']);
    expect(soundChoice(shape('single'), ['B', 'B'])).toEqual(['B']);
  });

  it('of an order keeps it, and may be unfinished', () => {
    expect(soundChoice(shape('ordering'), ['C', 'A', 'B'])).toEqual(['C', 'A', 'B']);
    expect(soundChoice(shape('ordering'), ['C'])).toEqual(['C']);
  });

  it('of pairs has an option or nothing for each prompt', () => {
    expect(soundChoice(pairs, ['', 'A'])).toEqual(['', 'A']);
    expect(soundChoice(pairs, ['A', 'A'])).toEqual(['A', 'A']);
    expect(soundChoice(pairs, ['', ''])).toEqual([]);
  });

  it('of blanks keeps what was written, or nothing where all are blank', () => {
    expect(soundChoice(filled, [' 十五 ', ''])).toEqual([' 十五 ', '']);
    expect(soundChoice(filled, [' ', '　'])).toEqual([]);
  });

  it('of a short answer keeps its lines', () => {
    expect(soundChoice(essay, ['一、核对\r\n二、说明\t好'])).toEqual(['一、核对\n二、说明\t好']);
    expect(soundChoice(essay, ['\n '])).toEqual([]);
  });

  it('may be empty, to take an answer back', () => {
    for (const each of [shape('single'), shape('ordering'), pairs, filled, essay]) expect(soundChoice(each, [])).toEqual([]);
  });

  it.each<[string, ChoiceShape, string[]]>([
    ['an option that is not there', shape('multiple'), ['D']],
    ['an option without name', shape('multiple'), ['A', '']],
    ['two of a single choice', shape('single'), ['A', 'B']],
    ['true and false', shape('trueFalse', { optionKeys: ['T', 'F'] }), ['T', 'F']],
    ['an item twice in an order', shape('ordering'), ['A', 'A']],
    ['too few pairs', pairs, ['A']],
    ['a pair with what is not there', pairs, ['A', 'Z']],
    ['too many blanks', filled, ['a', 'b', 'c']],
    ['a blank too long', filled, ['字'.repeat(longestBlank + 1), '']],
    ['a line feed in a blank', filled, ['a\nb', '']],
    ['the separator of the store', filled, ['a\u001fb', '']],
    ['half a character', filled, ['\ud83d', '']],
    ['an essay too long', essay, ['字'.repeat(longestAnswer + 1)]],
    ['two essays', essay, ['a', 'b']],
    ['a null in an essay', essay, ['a\u0000']],
    ['anything of a case', shape('case', { optionKeys: [] }), []],
  ])('is refused: %s', (_, each, choice) => {
    expect(soundChoice(each, choice)).toBeUndefined();
  });

  it('is sound again, and comes back from the store as it was, whatever was sent', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 3 });
    const keys = fc.array(fc.constantFrom('A', 'B', 'C', 'D', ''), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(shape('single'), shape('multiple'), shape('ordering'), pairs, filled, essay), fc.oneof(texts, keys), (each, choice) => {
        const sound = soundChoice(each, choice);
        if (!sound) return;
        expect(soundChoice(each, sound)).toEqual(sound);
        const stored = sound.join('\u001f');
        expect(stored === '' ? [] : stored.split('\u001f')).toEqual(sound);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the shape of a face', () => {
  it('tells keys and blanks and nothing else', () => {
    const face: QuestionFace = { ...bareFace, type: 'matching', stem: '?', options: [{ key: 'A', text: 'a' }], prompts: [{ key: '1', text: 'p' }] };
    expect(shapeOf(face)).toEqual({ type: 'matching', optionKeys: ['A'], promptKeys: ['1'] });
    expect(shapeOf({ ...bareFace, type: 'fillIn', stem: '[[1]]', blanks: [{ kind: 'text', unit: null }] })).toEqual({ type: 'fillIn', optionKeys: [], blanks: 1 });
  });
});
