import type { BookQuestion, Standings } from './choose-questions.js';

/** 章节: a category of the bank. */
export interface Chapter {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

export interface Progress {
  readonly total: number;
  /** Answered at least once. */
  readonly answered: number;
  /** Answered, and not missed the last time. */
  readonly mastered: number;
}

export interface ChapterProgress extends Chapter, Progress {}

export function progressOf(book: readonly BookQuestion[], standings: Standings): Progress {
  const met = book.flatMap(({ questionId }) => standings.get(questionId) ?? []);
  return { total: book.length, answered: met.length, mastered: met.filter(({ missed }) => !missed).length };
}

/** Of a chapter with all below it. */
export const inChapter = (book: readonly BookQuestion[], chapterId: string): BookQuestion[] => book.filter(({ categoryIds }) => categoryIds.includes(chapterId));

/** How far somebody has come in each chapter that has questions, in the order of the book. */
export function chapterProgress(chapters: readonly Chapter[], book: readonly BookQuestion[], standings: Standings): ChapterProgress[] {
  const inEach = new Map(chapters.map(({ id }): [string, BookQuestion[]] => [id, []]));
  for (const question of book) for (const id of question.categoryIds) inEach.get(id)?.push(question);
  return chapters.map((chapter) => ({ ...chapter, ...progressOf(inEach.get(chapter.id)!, standings) })).filter(({ total }) => total > 0);
}
