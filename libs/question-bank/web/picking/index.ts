export { categoryOptions, categoryTrees, type CategoryOption } from '../list/categories.js';
export { questionPhrases } from '../question/phrases.js';
export { categoriesQuery, competenciesQuery } from '../documents.js';
