export { emptyPlaces, letterAt, type Answer } from './answers.js';
export { QuestionInput, type QuestionInputProps } from './question-input.js';
export { Media, Stem } from './stem.js';
