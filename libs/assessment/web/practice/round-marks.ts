import type { KeptRound, Round } from './round-store.js';

/** How a question of a round stands: told right, partly right or wrong, for oneself to judge, on its way, not taken, or not answered. */
export type Mark = 'right' | 'partly' | 'wrong' | 'open' | 'waiting' | 'refused' | 'blank';

export const markOfCredit = (credit: number | null): Mark => (credit === null ? 'open' : credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong');

export function markAt({ round, waiting }: Pick<KeptRound, 'round' | 'waiting'>, position: number): Mark {
  const told = round.answers.find((answer) => answer.position === position);
  if (told) return markOfCredit(told.credit);
  const entry = waiting.find((answer) => answer.position === position);
  return entry ? (entry.refused === undefined ? 'waiting' : 'refused') : 'blank';
}

/** What there is to turn to: of a round that was ended only what was answered. */
export function turnable(kept: Pick<KeptRound, 'round' | 'waiting'>): Round['questions'] {
  return kept.round.endedAt === null ? kept.round.questions : kept.round.questions.filter(({ position }) => markAt(kept, position) !== 'blank');
}

export function marksOf(kept: Pick<KeptRound, 'round' | 'waiting'>): { readonly position: number; readonly mark: Mark }[] {
  return turnable(kept).map(({ position }) => ({ position, mark: markAt(kept, position) }));
}
