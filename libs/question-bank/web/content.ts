import { keyFields, keyOf, type KeyFields, type QuestionContent, type QuestionFace, type QuestionPart } from '@skillhall/question-bank/domain';
import type { QuestionContentInput, QuestionPartInput, WholeQuestionFragment } from '@skillhall/ui/gql';

type SentKey = WholeQuestionFragment['key'];
type ShownKey = Extract<SentKey, { readonly __typename: 'KeyForAuthor' }>;

/** A face with its key, or with the sentence that says why the key is withheld. */
interface Keyed extends QuestionFace {
  readonly key: SentKey;
}

const shownKey = (key: SentKey): ShownKey | undefined => (key.__typename === 'KeyForAuthor' ? key : undefined);

const faceOf = ({ type, stem, media, options, prompts, blanks }: QuestionFace): QuestionFace => ({
  ...{ type, stem },
  media: media.map(({ fileId, kind, name, description }) => ({ fileId, kind, name, description })),
  options: options.map(({ key, text }) => ({ key, text })),
  prompts: prompts.map(({ key, text }) => ({ key, text })),
  blanks: blanks.map(({ kind, unit }) => ({ kind, unit })),
});

/** A face with its key as the rules know it; undefined where the key is withheld. */
export function partOf(sent: Keyed): QuestionPart | undefined {
  const key = shownKey(sent.key);
  return key && { ...faceOf(sent), key: keyOf(key as KeyFields), explanation: key.explanation };
}

export interface SentContent extends Keyed, Pick<QuestionContent, 'track' | 'difficulty' | 'clause'> {
  readonly competency: string | { readonly code: string } | null;
  readonly parts: readonly Keyed[];
}

/** A whole question as the rules know it; undefined where any key of it is withheld. */
export function contentOf(sent: SentContent): QuestionContent | undefined {
  const [whole, parts] = [partOf(sent), sent.parts.map(partOf)];
  if (!whole || !parts.every((part) => part !== undefined)) return undefined;
  const { track, difficulty, clause, competency } = sent;
  return { ...whole, parts, track, difficulty, clause, competency: typeof competency === 'string' ? competency : (competency?.code ?? null) };
}

// The generated types know no lists that only are read.
const partInput = ({ key, explanation, ...face }: QuestionPart): QuestionPartInput => ({ ...faceOf(face), key: keyFields(key) as QuestionPartInput['key'], explanation }) as QuestionPartInput;

/** A content as the server takes it. */
export const contentInput = ({ track, competency, difficulty, clause, parts, ...part }: QuestionContent): QuestionContentInput => ({
  ...partInput(part),
  ...{ track, competency, difficulty, clause },
  parts: parts.map(partInput),
});
