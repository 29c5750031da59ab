import type { QuestionMedia } from '@skillhall/question-bank/domain';

/** Where pictures and recordings of a question, and of the case that it belongs to, are served to whoever is asked it. */
export const askedMedia =
  (questionId: string) =>
  ({ fileId }: Pick<QuestionMedia, 'fileId'>): string =>
    `/files/asked-media/${questionId}/${fileId}`;
