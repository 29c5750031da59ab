export { categoryOptions, categoryTrees, type CategoryOption } from '../list/categories.js';
export { categoriesQuery, competenciesQuery } from '../documents.js';
