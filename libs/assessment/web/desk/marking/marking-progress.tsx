import type { ExamToMarkRowFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Bar } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

type Counts = Omit<ExamToMarkRowFragment['counts'], 'mine'>;

export const openOf = ({ waiting, once, disputed }: Counts): number => waiting + once + disputed;

/** How many are settled, as a bar and in words. */
export function MarkingProgress({ counts }: { readonly counts: Counts }): ReactNode {
  const t = usePhrases(phrases);
  const total = openOf(counts) + counts.settled;
  return <Bar done={counts.settled} total={total} label={t('progressOf', { n: counts.settled, total })} />;
}
