import type { SittingState } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

const tones = { planned: undefined, open: 'good', closed: undefined, cancelled: 'bad' } as const;

export function SittingStateTag({ state }: { readonly state: SittingState }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={tones[state]}>{t(`sitting-${state}`)}</Tag>;
}
