import type { QuestionKeyInput, RegradeSubjectQuery } from '@skillhall/ui/gql';

export type Subject = NonNullable<RegradeSubjectQuery['regradeSubject']>;

/** What the person has chosen: other options, further texts or numbers that count, or nothing for a void question. */
export type Wish = { readonly kind: 'void' } | { readonly kind: 'choice'; readonly correct: readonly string[] } | { readonly kind: 'blanks'; readonly added: readonly string[] };

const nothing = { correct: [], credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null };

/** The wish to begin with, by what kind of key the question has. */
export const firstWish = ({ key }: Subject): Wish => (key.kind === 'choice' ? { kind: 'choice', correct: key.correct } : key.kind === 'blanks' ? { kind: 'blanks', added: key.blankKeys.map(() => '') } : { kind: 'void' });

/** The key to be sent; null for a void question, undefined where nothing was changed or what was written is no number. */
export function keyOfWish({ key }: Subject, wish: Wish): QuestionKeyInput | null | undefined {
  if (wish.kind === 'void') return null;
  if (wish.kind === 'choice') {
    const correct = [...wish.correct].sort();
    const same = correct.join() === [...key.correct].sort().join();
    return same || !correct.length ? undefined : { ...nothing, kind: 'choice', rule: key.rule ?? null, correct, credits: key.credits };
  }
  const added = wish.added.map((text) => text.trim());
  if (added.every((text) => !text)) return undefined;
  if (key.blankKeys.some(({ kind }, index) => kind === 'number' && added[index] && Number.isNaN(Number(added[index])))) return undefined;
  const blankKeys = key.blankKeys.map((blank, index) => {
    const text = added[index];
    if (!text) return blank;
    return blank.kind === 'text' ? { ...blank, texts: [...blank.texts, { text, credit: 1 }] } : { ...blank, numbers: [...blank.numbers, { value: Number(text), tolerance: blank.numbers[0]?.tolerance ?? 0, credit: 1 }] };
  });
  return { ...nothing, kind: 'blanks', rule: key.rule ?? null, anyOrder: key.anyOrder, blankKeys };
}
