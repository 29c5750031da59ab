import type { QuestionMedia } from '@skillhall/question-bank/domain';

/** Where pictures and recordings are served to those who may read the question in the bank. */
export const bankMedia = ({ fileId }: Pick<QuestionMedia, 'fileId'>): string => `/files/question-media/${fileId}`;
