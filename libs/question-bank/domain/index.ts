export { checkQuestion, type QuestionProblem, type QuestionRow } from './check-question.js';
export { questionImportErrors, type QuestionImportCode } from './errors.js';
export { contentText, optionKeys, questionTypes, trueFalseOptions, type QuestionContent, type QuestionOption, type QuestionType } from './question.js';
