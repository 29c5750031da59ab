import { type ChoiceShape, optionKeys } from '@skillhall/question-bank/domain';
import fc from 'fast-check';
import { formLetter, formLetters } from './form-letters.js';
import { readWritten, writtenOf } from './written-answer.js';

const single: ChoiceShape = { type: 'single', optionKeys: ['C', 'A', 'D', 'B'] };
const shapes = {
  single,
  multiple: { ...single, type: 'multiple' },
  ordering: { ...single, type: 'ordering' },
  verdict: { type: 'trueFalse', optionKeys: ['T', 'F'] },
  matching: { type: 'matching', optionKeys: ['B', 'C', 'A'], promptKeys: ['1', '2', '3'] },
  blank: { type: 'fillIn', optionKeys: [], blanks: 1 },
  blanks: { type: 'fillIn', optionKeys: [], blanks: 3 },
  essay: { type: 'shortAnswer', optionKeys: [] },
} as const satisfies Record<string, ChoiceShape>;

describe('an answer copied from paper', () => {
  it.each([
    ['a letter is a place, not a key', 'a', shapes.single, ['C']],
    ['full-width letters and signs between are read', 'Ａ、Ｃ', shapes.multiple, ['C', 'D']],
    ['the order written is kept where it is the answer', 'DBAC', shapes.ordering, ['B', 'A', 'C', 'D']],
    ['a tick is right', '√', shapes.verdict, ['T']],
    ['a cross is wrong', '×', shapes.verdict, ['F']],
    ['words of a verdict', '錯', shapes.verdict, ['F']],
    ['the first letter of a verdict', 'A', shapes.verdict, ['T']],
    ['one letter for each prompt', 'BAC', shapes.matching, ['C', 'B', 'A']],
    ['a prompt left alone', 'B-C', shapes.matching, ['C', '', 'A']],
    ['pairs with numbers, in any order', '3C 1-B', shapes.matching, ['C', '', 'A']],
    ['one blank keeps its semicolon', '电压；电流', shapes.blank, ['电压；电流']],
    ['several blanks end at semicolons', '220; ；Hz', shapes.blanks, ['220', '', 'Hz']],
    ['blanks at the end may be left out', '220', shapes.blanks, ['220', '', '']],
    ['a text is kept as it is', ' 先道歉。\n再处理。 ', shapes.essay, ['先道歉。\n再处理。']],
    ['nothing is no answer', '  ', shapes.single, []],
    ['only semicolons are no answer', '；；', shapes.blanks, []],
  ] as const)('%s: %s', (_what, text, shape, choice) => {
    expect(readWritten(text, shape)).toEqual({ ok: true, value: choice });
  });

  it.each([
    ['E', shapes.single, 'WRITTEN_NO_OPTION'],
    ['AB', shapes.single, 'WRITTEN_TOO_MANY'],
    ['AA', shapes.multiple, 'WRITTEN_TWICE'],
    ['A-', shapes.multiple, 'WRITTEN_NO_OPTION'],
    ['AB', shapes.matching, 'WRITTEN_COUNT'],
    ['4A', shapes.matching, 'WRITTEN_COUNT'],
    ['1A1B', shapes.matching, 'WRITTEN_TWICE'],
    ['1;2;3;4', shapes.blanks, 'WRITTEN_COUNT'],
    ['x'.repeat(201), shapes.blank, 'WRITTEN_UNSOUND'],
    ['\u0007', shapes.blank, 'WRITTEN_UNSOUND'],
  ] as const)('%s is refused with its reason', (text, shape, code) => {
    expect(readWritten(text, shape)).toEqual({ ok: false, error: code });
  });

  it('comes back as it was from what stands on paper, in whatever order options were printed', () => {
    const keys = fc.shuffledSubarray([...optionKeys], { minLength: 2 });
    const shaped = fc.tuple(keys, fc.constantFrom('single', 'multiple', 'ordering', 'matching'), fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(shaped, ([printed, type, prompts, numbers]) => {
        const pick = (): string => printed[numbers.next().value % printed.length]!;
        const shape: ChoiceShape = { type, optionKeys: printed, ...(type === 'matching' && { promptKeys: formLetters(prompts) }) };
        const choice = type === 'single' ? [pick()] : type === 'matching' ? Array.from({ length: prompts }, pick) : [...new Set([pick(), pick(), pick()])];
        if (type === 'multiple') choice.sort();
        expect(readWritten(writtenOf(choice, shape), shape)).toEqual({ ok: true, value: choice });
      }),
    );
  });
});

describe('forms', () => {
  it('have the first letters, and are read as people write them', () => {
    expect(formLetters(3)).toEqual(['A', 'B', 'C']);
    expect(['a', 'Ｂ', 'C卷', ' a '].map(formLetter)).toEqual(['A', 'B', 'C', 'A']);
  });
});
