import type { ExamState } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

const tones = { draft: 'warn', published: 'good', archived: undefined } as const;

export function ExamStateTag({ state }: { readonly state: ExamState }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
