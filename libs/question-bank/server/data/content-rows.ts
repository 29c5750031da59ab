import { newId } from '@skillhall/kernel';
import { createHash } from 'node:crypto';
import { contentText, faceText, sameText, sketchOf, type QuestionContent, type QuestionFace } from '../../domain/index.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells whether a version is new: equal digests are equal contents. */
export const contentHash = (content: QuestionContent): string => digest(contentText(content)).toString('hex');

/** What is kept of a question's text to find it and others like it. */
export function textRow(faces: QuestionFace & { readonly parts?: readonly QuestionFace[] }): { plain: string; same_hash: string; sketch: number[] } {
  const plain = faceText(faces);
  return { plain, same_hash: digest(sameText(faces)).subarray(0, 16).toString('hex'), sketch: sketchOf(plain) };
}

/** The content of a new version under the names of its columns; digests in hexadecimal. */
export interface ContentRow {
  readonly version_id: string;
  readonly type: string;
  readonly stem: string;
  readonly media: unknown;
  readonly options: unknown;
  readonly prompts: unknown;
  readonly blanks: unknown;
  readonly key: unknown;
  readonly explanation: string | null;
  readonly track: string;
  readonly competency: string | null;
  readonly difficulty: number;
  readonly clause: string | null;
  readonly content_hash: string;
  readonly plain: string;
  readonly same_hash: string;
  readonly sketch: number[];
  /** Of a case: faces and keys of its parts with an id each. */
  readonly parts: unknown;
}

/** Types of those columns, for a temporary table or a record set. */
export const contentColumns = {
  ...{ version_id: 'uuid', type: 'text', stem: 'text', media: 'jsonb', options: 'jsonb', prompts: 'jsonb', blanks: 'jsonb', key: 'jsonb' },
  ...{ explanation: 'text', track: 'text', competency: 'text', difficulty: 'smallint', clause: 'text', content_hash: 'text' },
  ...{ plain: 'text', same_hash: 'text', sketch: 'integer[]', parts: 'jsonb' },
} as const satisfies Record<keyof ContentRow, string>;

export function contentRow(content: QuestionContent): ContentRow {
  const { type, stem, media, options, prompts, blanks, key, explanation, track, competency, difficulty, clause } = content;
  return {
    ...{ version_id: newId(), type, stem, media, options, prompts, blanks, key, explanation, track, competency, difficulty, clause },
    ...{ content_hash: contentHash(content), ...textRow(content) },
    parts: content.parts.map((part, at) => ({ id: newId(), part: at + 1, ...part })),
  };
}
