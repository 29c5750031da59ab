import { useNotice } from '@skillhall/ui/form';
import type { SaveQuestionMutation } from '@skillhall/ui/gql';
import { useMutation } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useState } from 'react';
import { contentInput } from '../content.js';
import { saveMutation } from './documents.js';
import { editorPhrases } from './editor-phrases.js';
import type { Draft } from './question-draft.js';

type Result = SaveQuestionMutation['saveQuestion'];
export type Conflict = Extract<Result, { readonly __typename: 'VersionConflictError' }>;

export interface Existing {
  readonly id: string;
  readonly latestVersion: number;
}

export interface Saving {
  readonly save: (draft: Draft, submit: boolean) => Promise<void>;
  readonly saving: boolean;
  /** Somebody else was faster; saving again goes over what they saved, knowingly. */
  readonly conflict: Conflict | undefined;
  /** Sentences of the server about fields, where it sees more than the page. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Saves what was written and tells what came of it; `onSaved` hears the id of the question. */
export function useSave(existing: Existing | undefined, unitId: string | undefined, onSaved: (id: string) => void): Saving {
  const t = usePhrases(editorPhrases);
  const notice = useNotice();
  const [mutate, { running }] = useMutation(saveMutation);
  const [conflict, setConflict] = useState<Conflict>();
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const save = async ({ content, use, categoryId, code }: Draft, submit: boolean): Promise<void> => {
    const expectedVersion = conflict?.version ?? existing?.latestVersion ?? null;
    const place = existing ? { id: existing.id, expectedVersion } : { code, unitId: unitId ?? null };
    const data = await mutate({ input: { ...place, use, categoryId, content: contentInput(content), submit } });
    if (!data) return notice.failed(undefined);
    const result = data.saveQuestion;
    if (result.__typename === 'VersionConflictError') return setConflict(result);
    if (result.__typename === 'QuestionInvalidError') setRefused(new Map(result.problems.map(({ field, message }) => [field, message])));
    if (!('question' in result)) return notice.warn(result.message);
    const { id, code: number, version } = result.question;
    notice.done(t(submit ? 'submitted' : 'saved', { code: number, n: version }));
    onSaved(id);
  };
  return { save, saving: running, conflict, refused };
}
