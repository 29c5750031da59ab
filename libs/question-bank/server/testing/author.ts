import { contentOf } from '../content/read-content.js';
import type { QuestionContentInput } from '../content/content.types.js';
import { keyFields, type QuestionContent, type QuestionPart } from '../../domain/index.js';

const partInput = ({ key, ...part }: QuestionPart) => ({ ...part, key: keyFields(key) });

/** A content as a client sends it. */
export function contentInput(content: QuestionContent): QuestionContentInput {
  const { parts, key, ...rest } = content;
  return { ...rest, key: keyFields(key), parts: parts.map(partInput) };
}

/** What comes back of it. */
export const roundTrip = (content: QuestionContent): QuestionContent => contentOf(contentInput(content));
