export { emptyPlaces, letterAt, type Answer } from './answers.js';
export { QuestionInput, type QuestionInputProps } from './question-input.js';
export { Media, Stem } from './stem.js';
export { bankMedia } from './bank-media.js';
export { shortStem } from '../question/short-stem.js';
