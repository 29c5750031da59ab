import { answersIn, firstProblem, type FormQuestion, isWhole, problemOf, shownAs } from './typed.js';

const question = (changes: Partial<FormQuestion>): FormQuestion => ({ position: 1, type: 'single', section: 0, marks: 1, options: 4, prompts: 0, blanks: 0, ...changes });

describe('what is typed of a paper', () => {
  it('goes on by itself where one key is the whole answer, and only where it is one', () => {
    expect(isWhole(question({}), 'b')).toBe(true);
    expect(isWhole(question({}), 'x')).toBe(false);
    expect(isWhole(question({ type: 'trueFalse', options: 2 }), '√')).toBe(true);
    expect(isWhole(question({ type: 'multiple' }), 'b')).toBe(false);
  });

  it('is told at once where it cannot be', () => {
    expect(problemOf(question({}), 'E')).toBe('WRITTEN_NO_OPTION');
    expect(problemOf(question({ type: 'matching', prompts: 3 }), 'AB')).toBe('WRITTEN_COUNT');
    expect(problemOf(question({ type: 'fillIn', options: 0, blanks: 2 }), '220；50')).toBeUndefined();
    expect(firstProblem([question({}), question({ position: 2 })], { 1: 'A', 2: 'AB' })?.position).toBe(2);
  });

  it('is shown in capitals, but texts as they are', () => {
    expect(shownAs(question({ type: 'multiple' }), 'ａc')).toBe('AC');
    expect(shownAs(question({ type: 'shortAnswer' }), 'ok')).toBe('ok');
  });

  it('is sent without what was left blank', () => {
    expect(answersIn([question({}), question({ position: 2 }), question({ position: 3 })], { 1: 'A', 2: ' ' })).toEqual([{ position: 1, text: 'A' }]);
  });
});
